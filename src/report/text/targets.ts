import { isDeferred } from "../../scenario/channel.js";
import type { Queue, ServiceLevelRule } from "../../scenario/queue.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Figure, QueueSummary, Summary } from "../../statistics/summary.js";
import { atLeast, atMost } from "../../statistics/target-verdict.js";
import { clean } from "./display.js";
import { figureOf, formatChosenShare, formatShareFigure, formatTime, halfWidth } from "./numbers.js";
import type { Paint } from "./paint.js";
import { type Cell, formatTable } from "./table.js";
import { verdictCell } from "./verdict.js";

/**
 * Each queue's target in words, part by part, with what was reached; a queue without one says how it is
 * counted. Who is called waits for nobody, so of an outbound queue nothing is said.
 */
export function formatTargets(scenario: Scenario, summary: Summary, paint: Paint): string[] {
  const rows = scenario.queues.flatMap((queue, index) =>
    ((queue.outbound ?? queue.split)
      ? []
      : targetParts(queue, scenario, summary, summary.queues[index]!)
    ).map((part, place): Cell[] => [
      place === 0 ? clean(queue.name) : "",
      part.sentence,
      part.reached,
      part.bound === undefined ? "" : verdictCell(part.judge(part.figure, part.bound), paint),
    ]),
  );
  if (rows.length === 0) return [];
  return formatTable(
    [
      { heading: "", align: "left", most: 20 },
      { heading: "asked", align: "left" },
      { heading: "reached" },
      { heading: "", align: "left" },
    ],
    rows,
  );
}

interface TargetPart {
  readonly sentence: string;
  readonly reached: string;
  readonly figure: Figure;
  readonly bound: number | undefined;
  readonly judge: typeof atLeast;
}

function targetParts(queue: Queue, scenario: Scenario, summary: Summary, found: QueueSummary): TargetPart[] {
  const { target, serviceLevel: rule } = queue;
  const parts: TargetPart[] = [];
  const service = figureOf(found.figures, "serviceLevel");
  const within = `within ${formatTime(rule.withinSeconds)}`;
  const counting = isDeferred(queue.channel) ? hoursText(rule) : COUNTING[rule.counting](rule);
  if (target?.answeredShare !== undefined) {
    const sentence = `${formatChosenShare(target.answeredShare)} answered ${within}${counting}`;
    parts.push(sharePart(sentence, service, target.answeredShare, atLeast));
  } else {
    parts.push(sharePart(`no target; answered ${within}${counting}`, service, undefined, atLeast));
  }
  if (target?.abandonedShare !== undefined) {
    const sentence = `at most ${formatChosenShare(target.abandonedShare)} abandoned`;
    parts.push(sharePart(sentence, figureOf(found.figures, "abandonRate"), target.abandonedShare, atMost));
  }
  if (target?.asaSeconds !== undefined) {
    const figure = figureOf(found.figures, "asa");
    const half = halfWidth(figure);
    const interval = Number.isNaN(half) ? "" : ` ±${formatTime(half)}`;
    const sentence = `answered after ${formatTime(target.asaSeconds)} or less in the mean`;
    const reached = `${formatTime(figure.mean)}${interval}`;
    parts.push({ sentence, reached, figure, bound: target.asaSeconds, judge: atMost });
  }
  if (target?.occupancyShare !== undefined) {
    const limit = target.occupancyShare;
    for (const [index, team] of scenario.teams.entries()) {
      if (!team.skills.some((skill) => skill.queue === queue.name)) continue;
      const sentence = `occupancy of ${clean(team.name)} at most ${formatChosenShare(limit)}`;
      parts.push(sharePart(sentence, figureOf(summary.teams[index]!.figures, "occupancy"), limit, atMost));
    }
  }
  return target?.daysShare === undefined ? parts : byDay(parts, found, target.daysShare);
}

/** Only the days are judged: what the parts are in the mean is there to know how far they are. */
function byDay(parts: readonly TargetPart[], found: QueueSummary, share: number): TargetPart[] {
  const days = figureOf(found.figures, "daysMet");
  const what = parts.length === 1 ? "this" : "all of this";
  const onDays = sharePart(`${what} on ${formatChosenShare(share)} of days`, days, share, atLeast);
  return [...parts.map((part) => ({ ...part, bound: undefined })), onDays];
}

function sharePart(
  sentence: string,
  figure: Figure,
  bound: number | undefined,
  judge: typeof atLeast,
): TargetPart {
  return { sentence, reached: formatShareFigure(figure), figure, bound, judge };
}

/** In which hours waits count that go on over night. */
function hoursText({ hours }: ServiceLevelRule): string {
  return hours === "open" ? " of opening hours" : "";
}

/** How hang-ups count, in a planner's words. */
const COUNTING: Readonly<Record<ServiceLevelRule["counting"], (rule: ServiceLevelRule) => string>> = {
  "ignore-short": () => ", sooner hang-ups left out",
  "abandoned-miss": () => ", hang-ups count as missed",
  "abandoned-hit": () => ", sooner hang-ups count as met",
  "answered-only": () => ", of those answered",
  "ignore-under": ({ underSeconds }) => `, hang-ups under ${formatTime(underSeconds)} left out`,
  "credit-under": ({ underSeconds }) => `, hang-ups under ${formatTime(underSeconds)} count as met`,
};
