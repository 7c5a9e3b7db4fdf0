import { WrongUsage } from "../kit/problem.js";
import { MECHANISMS, mechanismsOf } from "../scenario/mechanisms.js";
import type { Subject } from "../scenario/promise.js";
import type { Scenario } from "../scenario/scenario.js";
import { findMeasure, NAMED_MEASURES, type Unit } from "./measures.js";

/** Whose figure, and which. */
export interface FigureName {
  readonly of: Subject["of"];
  /** Queue or team; `total`. */
  readonly name: string;
  readonly measure: string;
}

/** The figure by which variants are told apart. */
export interface ChosenFigure extends FigureName {
  /** `total.serviceLevel`. */
  readonly path: string;
  readonly unit: Unit;
  /** `Service level`. */
  readonly title: string;
  /** At which end the better figures are; undefined where neither is. */
  readonly better: "more" | "less" | undefined;
}

/**
 * The figures that a comparison shows, few enough that judging them together leaves each its chance; the
 * chosen one is added. A scenario is without those of mechanisms that it does not use.
 */
export const COMPARED: Readonly<Record<Subject["of"], readonly string[]>> = {
  queue: words("offered answered abandoned blocked serviceLevel abandonRate asa p90 aht customersLost"),
  team: words("occupancy shrinkage paidHours overtimeHours cost"),
  total: words(
    "offered answered abandoned blocked serviceLevel abandonRate asa aht " +
      "occupancy paidHours overtimeHours cost costPerContact customersLost valueLost " +
      "revenue result",
  ),
};

const BETTER_MORE = words("revenue result answered serviceLevel contactsPerHour adherence");
const BETTER_LESS = words(
  "abandoned blocked closed unserved waiting redialled overflowed abandonRate blockedRate asa " +
    "meanWaitAbandoned aht talk hold wrap p50 p80 p90 p95 p99 shrinkage paidHours overtimeHours " +
    "overtimeShare cost costPerContact treatedBadly treatedBadlyRate customersLost valueLost " +
    "revenueLost staffCost regularPay premiumPay overtimePay contractCost",
);

/** At which end the better figures of a measure are; undefined where neither is: occupancy, say. */
export function betterEnd(measure: string): "more" | "less" | undefined {
  if (BETTER_MORE.includes(measure)) return "more";
  return BETTER_LESS.includes(measure) ? "less" : undefined;
}

/**
 * The figure that `serviceLevel`, `service-level`, `claims.asa` or `total.cost` names; without a queue or a
 * team, that of all together. Throws WrongUsage where there is none in every scenario, or where it has no
 * interval.
 */
export function chooseFigure(text: string, scenarios: readonly Scenario[]): ChosenFigure {
  const [first, ...others] = scenarios;
  const inAll = <Named extends { readonly name: string }>(of: (one: Scenario) => readonly Named[]) =>
    of(first).filter(({ name }) => others.every((other) => of(other).some((one) => one.name === name)));
  const common = { queues: inAll((one) => one.queues), teams: inAll((one) => one.teams) };
  const measure = camelCase(text.slice(text.lastIndexOf(".") + 1));
  const bare = !text.includes(".");
  if (bare && !isMeasure("total", measure)) {
    const owner = isMeasure("queue", measure) ? common.queues[0] : undefined;
    if (owner)
      throw new WrongUsage(`${measure} is a queue's figure; write one such as ${owner.name}.${measure}`);
  }
  const path = bare ? `total.${measure}` : text.slice(0, text.lastIndexOf(".") + 1) + measure;
  const inUse = scenarios.map(mechanismsOf);
  const inAllUse = new Set(MECHANISMS.filter((one) => inUse.every((mechanisms) => mechanisms.has(one))));
  const found = findMeasure(path, { ...first, ...common }, inAllUse, "not every variant has");
  if (found.measure === "longestWait") {
    throw new WrongUsage("a longest wait has no interval, so nothing can be said of its difference; use p99");
  }
  return { ...found, path: `${found.name}.${found.measure}`, better: betterEnd(found.measure) };
}

/** `serviceLevel` of `service-level`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isMeasure(of: Subject["of"], name: string): boolean {
  return NAMED_MEASURES[of].some((one) => one.name === name);
}

function words(text: string): readonly string[] {
  return text.split(" ");
}
