import type { Requirement } from "../../plan/requirement/requirement-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import type { NeedGrid } from "./need-grid.js";
import { formatWeekTable } from "./need-table.js";
import { formatNumber } from "./numbers.js";
import { type Cell, formatTable } from "./table.js";

/** In how many intervals a statement holds surely, and how many replications the rest would take. */
interface Counted {
  readonly statement: string;
  readonly sure: number;
  readonly against: number;
  /** Of each interval that is not sure, the replications that would decide it. */
  readonly open: readonly number[];
}

/** By queue and by team, in how many intervals it is sure that the agents are enough and not too many. */
export function formatGuarantee(requirement: Requirement): string[] {
  const { guarantee, queues, teams } = requirement;
  if (!guarantee) return [];
  const { intervals, replications } = guarantee;
  const counted = [
    ...queues.map((queue, index) =>
      count(
        `${clean(queue)}: its target holds`,
        "holds",
        intervals.map(({ targets }) => targets[index]!),
      ),
    ),
    ...teams.map((team, index) =>
      count(
        `${clean(team)}: with one fewer a target is missed`,
        "misses",
        intervals.flatMap((interval) => interval.teams[index]!.oneFewer ?? []),
      ),
    ),
  ].filter(({ sure, against, open }) => sure + against + open.length > 0);
  const rows = counted.map(({ statement, sure, against, open }): Cell[] => {
    const sorted = [...open].sort((a, b) => a - b);
    const total = sure + against + open.length;
    return [
      statement,
      formatNumber(total),
      formatNumber(sure),
      formatNumber(open.length),
      formatNumber(against),
      moreText(sorted[Math.ceil(sorted.length / 2) - 1], replications),
      moreText(sorted.at(-1), replications),
    ];
  });
  const table = formatTable(
    [
      { heading: "", align: "left", most: 44 },
      { heading: "inter-", unit: "vals" },
      { heading: "", unit: "sure" },
      { heading: "not", unit: "sure" },
      { heading: "surely", unit: "not" },
      { heading: "half of", unit: "them in" },
      { heading: "all of", unit: "them in" },
    ],
    rows,
  );
  const text =
    `Each interval by itself, at 95 %: of a hundred that are called sure five may be wrong. The last two ` +
    `columns say after how many more replications half of those not sure, and all, would be decided.`;
  return [...table, ...wrap(text, REPORT_COLUMNS, "  ", "  ")];
}

/** Which of a team's intervals are sure in both ways: enough for those it serves, and not one too many. */
export function surenessOf(
  { teams }: Scenario,
  { guarantee, queues }: Requirement,
  team: number,
): ((interval: number) => boolean) | undefined {
  if (!guarantee) return undefined;
  const { skills } = teams[team]!;
  const own = queues.flatMap((name, queue) => (skills.some((skill) => skill.queue === name) ? [queue] : []));
  return (interval) => {
    const found = guarantee.intervals[interval]!;
    const holds = own.every((queue) => ["holds", "none"].includes(found.targets[queue]!.verdict));
    return holds && found.teams[team]!.oneFewer?.verdict !== "unsure";
  };
}

/** By time and weekday: points of service level that one agent more of a team brings, where anybody comes. */
export function formatWorthTable(grid: NeedGrid, { guarantee }: Requirement, team: number): string[] {
  if (!guarantee) return [];
  const worth = (interval: number) => guarantee.intervals[interval]!.teams[team]!.oneMore;
  if (!guarantee.intervals.some((_, interval) => worth(interval))) return [];
  return formatWeekTable(grid, (interval) => {
    const points = (worth(interval)?.serviceLevel ?? Number.NaN) * 100;
    return Number.isNaN(points) ? "" : `${points < 0 ? "-" : "+"}${Math.abs(points).toFixed(1)}`;
  });
}

function count(
  statement: string,
  expected: "holds" | "misses",
  judged: readonly { readonly verdict: string; readonly replicationsToDecide: number }[],
): Counted {
  const some = judged.filter(({ verdict }) => verdict !== "none");
  const open = some.filter(({ verdict }) => verdict === "unsure");
  const sure = some.filter(({ verdict }) => verdict === expected).length;
  return {
    statement,
    sure,
    against: some.length - open.length - sure,
    open: open.map(({ replicationsToDecide }) => replicationsToDecide),
  };
}

function moreText(inAll: number | undefined, done: number): string {
  if (inAll === undefined || Number.isNaN(inAll)) return "-";
  if (inAll === Number.POSITIVE_INFINITY) return "> 1 million";
  return formatNumber(Math.max(1, inAll - done));
}
