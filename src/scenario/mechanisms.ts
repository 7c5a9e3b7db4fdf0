import { isDeferred } from "./channel.js";
import { usesMoney } from "./money.js";
import type { Scenario } from "./scenario.js";

/** What a scenario may have beyond calls that come, wait and are answered; each has figures of its own. */
export const MECHANISMS = [
  "deferred",
  "chat",
  "visit",
  "blending",
  "outbound",
  "callback",
  "outcomes",
  "time-limit",
  "self-service",
  "balking",
  "people",
  "quality",
  "quota-pressure",
  "customers",
  "money",
  "routing-rules",
  "days-on-target",
] as const;

/** One of `MECHANISMS`. */
export type Mechanism = (typeof MECHANISMS)[number];

/** Whether a scenario uses it, by mechanism; one that is not here no scenario can express yet. */
const IS_USED: Readonly<Partial<Record<Mechanism, (scenario: Omit<Scenario, "hash">) => boolean>>> = {
  blending: ({ queues }) => queues.some(({ interruptible }) => interruptible),
  "quota-pressure": ({ teams }) => teams.some(({ quota }) => quota?.pressure !== undefined),
  people: ({ teams }) =>
    teams.some(({ learning, training, skills }) => learning || training || skills.some((one) => one.licence)),
  quality: ({ teams }) => teams.some(({ quality }) => quality !== undefined),
  "time-limit": ({ queues }) => queues.some(({ after }) => after?.handover !== undefined),
  outcomes: ({ queues }) => queues.some(({ after }) => after !== undefined),
  deferred: ({ queues }) => queues.some(({ channel }) => isDeferred(channel)),
  chat: ({ queues }) => queues.some(({ concurrency = 1 }) => concurrency > 1),
  visit: ({ queues }) => queues.some(({ seats }) => seats !== undefined),
  money: usesMoney,
  customers: ({ queues }) => queues.some(({ customers }) => customers !== undefined),
  outbound: ({ queues }) => queues.some(({ outbound }) => outbound !== undefined),
  callback: ({ queues }) => queues.some(({ callback }) => callback !== undefined),
  "self-service": ({ queues }) => queues.some(({ selfService }) => selfService !== undefined),
  "routing-rules": ({ queues }) => queues.some(({ split }) => split !== undefined),
  "days-on-target": ({ queues }) => queues.some(({ target }) => target?.daysShare !== undefined),
  balking: ({ queues }) => queues.some(({ announce, seats }) => (announce ?? seats) !== undefined),
};

/** The mechanisms that a checked scenario uses. */
export function mechanismsOf(scenario: Omit<Scenario, "hash">): ReadonlySet<Mechanism> {
  return new Set(MECHANISMS.filter((mechanism) => IS_USED[mechanism]?.(scenario)));
}

/** Those of a list that every scenario has, and those of the mechanisms in use, in the list's order. */
export function inForce<Measure extends { readonly of?: Mechanism }>(
  measures: readonly Measure[],
  mechanisms: ReadonlySet<Mechanism>,
): readonly Measure[] {
  return measures.filter(({ of }) => of === undefined || mechanisms.has(of));
}
