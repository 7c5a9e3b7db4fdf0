import type {
  GrowthCaseResult,
  GrowthRangeYear,
  GrowthResult,
  GrowthYear,
  Span,
} from "../plan/growth/growth-result.js";
import type { Unit } from "../statistics/measures.js";
import type { Figure } from "../statistics/summary.js";
import { plainRow, type TidyRow } from "./rows.js";

/**
 * Every growth case year by year, its curve over the number of centres, and its people. Where growth is
 * uncertain, low and high of contacts, agents, heads and cost are those of the range.
 */
export function growthRows(growth: GrowthResult): TidyRow[] {
  return growth.cases.flatMap((one) => [
    ...one.years.flatMap((year, index) => yearRows(one.name, year, one.range?.years[index])),
    ...poolRows(one),
    ...peopleRows(one),
  ]);
}

function yearRows(name: string, year: GrowthYear, range: GrowthRangeYear | undefined): TidyRow[] {
  const interval = String(year.year);
  const row = (measure: string, unit: Unit, value: number, span?: Span): TidyRow => ({
    ...plainRow("growth", name, interval, measure, unit, value),
    ...span,
  });
  return [
    row("contacts", "count", year.contacts, range?.contacts),
    row("agents", "count", year.agents, range?.agents),
    ...(year.agentsApart === undefined ? [] : [row("agentsApart", "count", year.agentsApart)]),
    row("fullTimeEquivalents", "count", year.fullTimeEquivalents, range?.fullTimeEquivalents),
    row("heads", "count", year.heads, range?.heads),
    row("cost", "money", year.cost, range?.cost),
    levelRow(name, interval, "serviceLevel", year.serviceLevel),
    levelRow(name, interval, "serviceLevelNoHire", year.serviceLevelNoHire),
    row("noHireMeets", "count", year.noHireMeets ? 1 : 0),
    ...(range?.brokenShare === undefined ? [] : [row("brokenShare", "share", range.brokenShare)]),
  ];
}

function poolRows({ name, poolCurve = [], years }: GrowthCaseResult): TidyRow[] {
  const interval = String(years.at(-1)?.year ?? "");
  return poolCurve.flatMap((point): TidyRow[] => {
    const of = `${name}/${point.centres}`;
    const row = (measure: string, unit: Unit, value: number) =>
      plainRow("growth", of, interval, measure, unit, value);
    return [
      row("contacts", "count", point.contacts),
      row("agents", "count", point.agents),
      row("agentsPerCentre", "count", point.agentsPerCentre),
      row("agentsApart", "count", point.agentsApart),
      row("fullTimeEquivalents", "count", point.fullTimeEquivalents),
      row("heads", "count", point.heads),
      row("cost", "money", point.cost),
      levelRow(of, interval, "serviceLevel", point.serviceLevel),
    ];
  });
}

function peopleRows({ name, people = [] }: GrowthCaseResult): TidyRow[] {
  return people.flatMap(
    ({ year, leavers, hires, inTraining, agentsExperienced, headsMore, more }): TidyRow[] => {
      const row = (measure: string, value: number) =>
        plainRow("growth", name, String(year), measure, "count", value);
      return [
        row("leavers", leavers),
        row("hires", hires),
        row("inTraining", inTraining),
        ...(agentsExperienced === undefined ? [] : [row("agentsExperienced", agentsExperienced)]),
        ...(headsMore === undefined ? [] : [row("headsMore", headsMore)]),
        ...more.map(({ because, agents }) => row(`moreAgents.${because}`, agents)),
      ];
    },
  );
}

function levelRow(name: string, interval: string, measure: string, { mean, low, high }: Figure): TidyRow {
  return { ...plainRow("growth", name, interval, measure, "share", mean), low, high };
}
