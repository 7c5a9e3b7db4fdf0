import type { Comparison, VariantComparison } from "../../../plan/compare/comparison.js";
import { variantLetter } from "../../variant-letter.js";
import { clean, REPORT_COLUMNS, wrap } from "../display.js";
import { formatNumber } from "../numbers.js";
import type { Paint } from "../paint.js";
import { isTelling, titleOf } from "./difference-table.js";
import { formatBeside, formatGap, formatRange, formatSigned, smallestWords } from "./difference-words.js";
import { nothingWords, shareWords, titleOfPart } from "./why-text.js";

/** What the comparison comes to, in sentences: the best of several, then each difference from A. */
export function formatVerdict(comparison: Comparison, paint: Paint): string[] {
  const best = bestWords(comparison);
  const lines = best === "" ? [] : wrap(best, REPORT_COLUMNS);
  for (const one of comparison.comparisons) {
    const sentences = [
      differenceWords(comparison, one),
      whyWords(one),
      comparison.comparisons.length === 1 ? luckWords(one) : "",
    ];
    lines.push(...wrap(sentences.filter(Boolean).join(" "), REPORT_COLUMNS));
  }
  const [first = "", ...rest] = lines;
  return [paint.title(first), ...rest];
}

/** `B, three-ill`. */
export function variantWords({ variants }: Comparison, variant: number): string {
  return `${variantLetter(variant)}, ${clean(variants[variant]!.name)}`;
}

function bestWords(comparison: Comparison): string {
  const { ranking, chosen } = comparison;
  if (!ranking) return "";
  const by = `by ${titleOf(chosen)}`;
  const possible = ranking.ranked.filter(({ mayBeBest }) => mayBeBest);
  const sure = `${formatNumber((1 - ranking.error) * 100)} % confidence`;
  if (possible.length === 0) return `Nothing was observed that could be ranked ${by}.`;
  if (possible.length === 1) {
    return `The best ${by} is ${variantWords(comparison, possible[0]!.variant)}, with ${sure}.`;
  }
  const names = possible.map(({ variant }) => variantWords(comparison, variant));
  return `The best ${by} is one of ${possible.length}, with ${sure}: ${names.join("; ")}.`;
}

function differenceWords(comparison: Comparison, one: VariantComparison): string {
  const { chosen, figures } = one;
  const { a, b, difference, unit, verdict, replicationsToSettle } = chosen;
  const title = titleOf(chosen);
  const letter = variantLetter(one.variant);
  const of = chosen.of === "total" ? "" : ` of ${clean(chosen.name)}`;
  const who = variantWords(comparison, one.variant);
  const levels = `${formatBeside(b.mean, unit)} against ${formatBeside(a.mean, unit)}`;
  const more = difference.mean > 0 ? "higher" : "lower";
  const range = `${formatRange(difference, unit)}, 95 % interval`;
  switch (verdict) {
    case "same": {
      const others = figures.filter(isTelling);
      if (others.length === 0) return `A and ${letter} are the same: every figure is, in every replication.`;
      return `The ${title}${of} is the same in A and ${letter} in every replication; other figures differ.`;
    }
    case "real":
    case "perhaps": {
      const size = formatGap(difference.mean, unit);
      const sure =
        verdict === "real"
          ? "The difference is real."
          : "It is not certain: among so many figures some differ as much by luck.";
      return `In ${who}, the ${title}${of} is ${size} ${more} than in A: ${levels} (${range}). ${sure}`;
    }
    case "slight": {
      const within = smallestWords(chosen);
      return `A and ${letter} do not differ in ${title}${of} by as much as ${within}: ${levels} (${range}).`;
    }
    case "open": {
      const settled = Number.isFinite(replicationsToSettle)
        ? `Some ${formatNumber(replicationsToSettle)} replications of each would settle it.`
        : "A million replications of each would not settle it.";
      const size = formatSigned(difference.mean, unit);
      const open = `Whether A or ${letter} has the higher ${title}${of} is open`;
      return `${open}: ${levels}, ${size} (${range}). ${settled}`;
    }
    case "none": {
      if (Number.isNaN(difference.mean)) return `The ${title}${of} was not observed in A and ${letter} both.`;
      return `${title} ${levels}; one replication tells nothing of luck.`;
    }
  }
}

function whyWords({ attribution, chosen, variant }: VariantComparison): string {
  if (!attribution) return "";
  if (attribution.parts.length === 0) return nothingWords(attribution, ["A", variantLetter(variant)]);
  if (chosen.verdict === "same" || chosen.verdict === "none") return "";
  const [part] = attribution.parts;
  if (attribution.parts.length === 1 && part) return `All of it comes from ${titleOfPart(part)}.`;
  const words = shareWords(attribution);
  return words === "" ? "" : `It is made up of ${words}.`;
}

/** What the common callers were good for. */
function luckWords({ chosen }: VariantComparison): string {
  const { varianceRatio, verdict } = chosen;
  if (verdict === "same" || verdict === "none" || Number.isNaN(varianceRatio)) return "";
  if (!Number.isFinite(varianceRatio)) return "The callers' luck cancels out of it altogether.";
  if (varianceRatio < 1.05) return "That both met the same callers did not sharpen it.";
  const times = formatNumber(varianceRatio, varianceRatio < 9.95 ? 1 : 0);
  return `As both met the same callers, a replication tells as much as ${times} with callers of their own.`;
}
