import type { ContactStory } from "../../run/explain/contact-story.js";
import type { Scenario } from "../../scenario/scenario.js";
import { storySentences } from "../story/story-sentences.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import { datesOf } from "./head.js";
import { formatNumber } from "./numbers.js";
import { type Paint, PLAIN } from "./paint.js";
import { joinSections } from "./run-text.js";

/** A contact's story for a terminal of 100 columns: a sentence a line, the cause last. */
export function formatStoryText(scenario: Scenario, story: ContactStory, paint: Paint = PLAIN): string {
  const { title, tries, cause } = storySentences(story);
  const { replication, seed, version } = story;
  const facts =
    `${clean(story.scenario.name)}: ${datesOf(scenario)}; replication ${formatNumber(replication)}, ` +
    `seed ${clean(seed)}; callsim ${version}, scenario ${story.scenario.hash}`;
  return joinSections([
    [paint.title(clean(title)), ...wrap(facts, REPORT_COLUMNS)],
    ...tries.map((sentences) => sentences.flatMap((one) => wrap(clean(one), REPORT_COLUMNS, "  "))),
    wrap(`Why: ${clean(cause)}`, REPORT_COLUMNS, "  ").map((line, index) =>
      index === 0 ? line.replace("Why:", (text) => paint.title(text)) : line,
    ),
  ]);
}
