import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { DASH, formatCount, formatHours, formatShare, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

/** By team that has to do with it: contacts evaluated, hours in which it evaluates, surveys answered. */
export function formatQualityTable(scenario: Scenario, { teams }: Summary): string[] {
  const rows = teams.flatMap(({ name, figures }, index) => {
    const { quality } = scenario.teams[index]!;
    const evaluates = scenario.teams.some((team) => team.quality?.evaluation?.team === name);
    const isEvaluated = quality?.evaluation !== undefined;
    const isAsked = quality?.surveyShare !== undefined;
    if (!isEvaluated && !evaluates && !isAsked) return [];
    const figure = (measure: string) => meanOf(figures, measure);
    return [
      [
        clean(name),
        isEvaluated ? formatCount(figure("evaluated")) : DASH,
        evaluates ? formatHours(figure("evaluationHours")) : DASH,
        evaluates ? formatShare(figure("evaluationHours") / figure("paidHours")) : DASH,
        isAsked ? formatCount(figure("surveys")) : DASH,
      ],
    ];
  });
  if (rows.length === 0) return [];
  const columns: Column[] = [
    { heading: "", align: "left", most: 24 },
    { heading: "contacts", unit: "evaluated" },
    { heading: "evaluating", unit: "hours" },
    { heading: "of paid", unit: "hours" },
    { heading: "surveys", unit: "answered" },
  ];
  return formatTable(columns, rows);
}
