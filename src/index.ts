export { CREW_FIELDS, type Observations, QUEUE_FIELDS, SHIFT_FIELDS } from "./engine/observations.js";
export { simulate } from "./engine/simulate.js";
export type { Trace, TraceEvent } from "./engine/trace.js";
export { BadInput, formatProblem, type Place, type Problem, WrongUsage } from "./kit/problem.js";
export { version } from "./kit/version.js";
export { compile, type Model } from "./model/model.js";
export { type Baseline, baselineOf, type KeptFigure } from "./plan/check/baseline.js";
export { type CheckedPromises, type CheckOptions, checkPromises } from "./plan/check/check-promises.js";
export { type BaselineComparison, compareBaseline, type MovedFigure } from "./plan/check/compare-baseline.js";
export type { JudgedPromise, PromiseVerdict } from "./plan/check/judge-promise.js";
export { parseBaseline } from "./plan/check/parse-baseline.js";
export {
  type AttributedPart,
  type AttributeOptions,
  type Attribution,
  attribute,
} from "./plan/compare/attribute.js";
export { type CompareOptions, compare } from "./plan/compare/compare.js";
export type { ComparedFigure, Comparison, Variant, VariantComparison } from "./plan/compare/comparison.js";
export type { ValueChange } from "./plan/compare/part-changes.js";
export type { PartName } from "./plan/compare/scenario-parts.js";
export { type GrowOptions, grow } from "./plan/growth/grow.js";
export type * from "./plan/growth/growth-result.js";
export { type HireOptions, type HiringProgress, hire } from "./plan/hire/hire.js";
export type {
  HiringPlan,
  HiringResult,
  PeriodService,
  PlanName,
  TeamHiring,
  TeamPeriod,
} from "./plan/hire/hiring-result.js";
export { findRequirement, type SearchOptions } from "./plan/requirement/find-requirement.js";
export type { RequiredInterval, Requirement } from "./plan/requirement/requirement-result.js";
export { type ScheduleOptions, type ScheduleProgress, schedule } from "./plan/schedule/schedule.js";
export type { AgentLine, LineShift, ScheduleResult, TeamSchedule } from "./plan/schedule/schedule-result.js";
export { scheduledScenario } from "./plan/schedule/scheduled-scenario.js";
export { planSweep, type SweepPlan, type SweepRequest } from "./plan/sweep/plan-sweep.js";
export { type SweepOptions, sweep } from "./plan/sweep/sweep.js";
export type { Axis, SweepValue } from "./plan/sweep/sweep-axis.js";
export { type SweepEffect, sweepEffects } from "./plan/sweep/sweep-effects.js";
export type { SweepMethod } from "./plan/sweep/sweep-points.js";
export type { SweepPoint, SweepResult, SweepRow } from "./plan/sweep/sweep-result.js";
export type { Distribution } from "./random/distribution.js";
export { formatBaseline } from "./report/check/baseline-text.js";
export { formatHiringCsv } from "./report/hiring/hiring-csv.js";
export { hiringJson } from "./report/hiring/hiring-json.js";
export { formatHiringText } from "./report/text/hiring-text.js";
export { evaluate } from "./run/evaluate.js";
export { type EvaluateOptions, Evaluation } from "./run/evaluation.js";
export type * from "./run/explain/contact-story.js";
export { type ExplainOptions, explainContact } from "./run/explain/explain-contact.js";
export type * from "./run/explain/lead-story.js";
export { type LongestWait, type LongestWaitOptions, longestWait } from "./run/explain/longest-wait.js";
export { inProcessRunner } from "./run/in-process-runner.js";
export { openRunner } from "./run/open-runner.js";
export type { Job, PerformOptions, Runner } from "./run/runner.js";
export type * from "./scenario/arrivals.js";
export type * from "./scenario/growth.js";
export type * from "./scenario/hiring.js";
export { type Mechanism, mechanismsOf } from "./scenario/mechanisms.js";
export type { Promised } from "./scenario/promised.js";
export { openScenario, readScenario, type ScenarioSource } from "./scenario/read-scenario.js";
export type * from "./scenario/scenario.js";
export type * from "./scenario/schedule.js";
export type { ChosenFigure } from "./statistics/compared-measures.js";
export { findMeasure } from "./statistics/measures.js";
export type { DifferenceVerdict } from "./statistics/paired.js";
export type { Ranked } from "./statistics/rank.js";
export { summarise } from "./statistics/summarise.js";
export type { Figure, Figures, Summary } from "./statistics/summary.js";
export { erlangA } from "./statistics/theory/erlang-a.js";
export { erlangB } from "./statistics/theory/erlang-b.js";
export { erlangC } from "./statistics/theory/erlang-c.js";
export { leastAgents } from "./statistics/theory/least-agents.js";
export type { SteadyState, Workload } from "./statistics/theory/steady-state.js";
