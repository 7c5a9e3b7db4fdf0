import type { Distribution } from "../random/distribution.js";
import { usesMoney } from "../scenario/money.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ArrivalRates, compileArrivals } from "./arrival-rates.js";
import { type ChannelTables, compileChannels } from "./channels.js";
import { type Crews, compileCrews } from "./crews.js";
import { type CustomerTables, compileCustomers } from "./customers.js";
import { compileIntervals, type Intervals } from "./intervals.js";
import { compileOutbound, type OutboundTables } from "./outbound.js";
import { compileOutcomes, type QueueOutcomes, sharesHandleTime } from "./outcomes.js";
import { compilePeople, type People } from "./people.js";
import { compileQuality, type QualityTables } from "./quality.js";
import { compileRules, type RoutingRules } from "./routing-rules.js";
import { compileRouting, type RoutingTables } from "./routing-tables.js";

/**
 * The compiled scenario: names have become indices, clock times seconds, tables typed arrays. Read only:
 * every replication shares it. Queues and teams keep the scenario's order.
 */
export interface Model {
  readonly scenario: Scenario;
  readonly horizonSeconds: number;
  readonly warmupSeconds: number;
  readonly intervals: Intervals;
  readonly queues: readonly ModelQueue[];
  readonly limits: QueueLimits;
  /** Most contacts of all queues together; Infinity where there is no limit. */
  readonly lines: number;
  /** A day's common gamma factor: coefficient of variation, 0 for none. */
  readonly busynessCv: number;
  readonly crews: Crews;
  /** Whether money is shared out by what each crew does for each queue. */
  readonly sharesWork: boolean;
  /** Absent where nobody asks what becomes of customers. */
  readonly customers: CustomerTables | undefined;
  /** Whether what a contact drew is still asked for when its service ends. */
  readonly keepsContacts: boolean;
  /** By queue, what comes of an answered contact; undefined where nothing ever does. */
  readonly outcomes: readonly (QueueOutcomes | undefined)[] | undefined;
  /** Absent where all queues are plain phone queues. */
  readonly channels: ChannelTables | undefined;
  readonly routing: RoutingTables;
  /** Absent where preference, priority, idling and waiting decide alone. */
  readonly rules: RoutingRules | undefined;
  /** Absent where every agent of a team is like every other. */
  readonly people: People | undefined;
  /** Absent where nobody evaluates contacts and nobody is coached. */
  readonly quality: QualityTables | undefined;
  /** Absent where nobody is called. */
  readonly outbound: OutboundTables | undefined;
}

/** What a queue draws from. */
export interface ModelQueue {
  readonly name: string;
  readonly arrivals: ArrivalRates | Replay;
  /** A day's own gamma factor. */
  readonly busynessCv: number;
  readonly talk: Distribution | undefined;
  readonly hold: Distribution | undefined;
  readonly wrap: Distribution | undefined;
  /** Whether handle time is more than the talk that was drawn. */
  readonly hasParts: boolean;
  readonly patience: Distribution | undefined;
  readonly redial:
    | { readonly chance: number; readonly after: Distribution; readonly attempts: number }
    | undefined;
}

/** By queue; Infinity where there is no limit. */
export interface QueueLimits {
  /** Most contacts waiting and in service. */
  readonly lines: Float64Array;
  /** Longest wait within the service level, and shortest that counts as a hang-up. */
  readonly withinSeconds: Float64Array;
  readonly underSeconds: Float64Array;
}

/** Recorded contacts, by moment of arrival. */
export interface Replay {
  readonly kind: "replay";
  readonly atSeconds: Float64Array;
  /** NaN where drawn. */
  readonly handleSeconds: Float64Array | undefined;
  readonly patienceSeconds: Float64Array | undefined;
}

/** Compiles a checked scenario. */
export function compile(scenario: Scenario): Model {
  const { calendar } = scenario;
  const crews = compileCrews(scenario);
  const outcomes = compileOutcomes(scenario);
  const channels = compileChannels(scenario);
  const customers = compileCustomers(scenario);
  const rules = compileRules(scenario, crews);
  const outbound = compileOutbound(scenario, crews, rules);
  const sharesWork = usesMoney(scenario);
  return {
    scenario,
    horizonSeconds: calendar.horizonSeconds,
    warmupSeconds: calendar.warmupSeconds,
    intervals: compileIntervals(calendar),
    queues: scenario.queues.map((queue) => {
      const { arrivals, redial, handle, handleGrowth } = queue;
      return {
        name: queue.name,
        arrivals:
          arrivals.kind === "replay" ? compileReplay(arrivals) : compileArrivals(queue, arrivals, calendar),
        busynessCv: arrivals.kind === "replay" ? 0 : (arrivals.busynessCv ?? 0),
        talk: handle.talk,
        hold: handle.hold,
        wrap: handle.wrap,
        hasParts:
          [handle.hold, handle.wrap, handleGrowth].some((one) => one !== undefined) ||
          sharesHandleTime(queue.name, scenario),
        patience: queue.patience,
        redial: redial && { ...redial, attempts: redial.attempts ?? Number.POSITIVE_INFINITY },
      };
    }),
    limits: {
      lines: Float64Array.from(scenario.queues, (queue) => queue.lines ?? Number.POSITIVE_INFINITY),
      withinSeconds: Float64Array.from(scenario.queues, (queue) => queue.serviceLevel.withinSeconds),
      underSeconds: Float64Array.from(scenario.queues, (queue) => queue.serviceLevel.underSeconds),
    },
    lines: scenario.lines ?? Number.POSITIVE_INFINITY,
    busynessCv: scenario.busynessCv ?? 0,
    crews,
    sharesWork,
    keepsContacts:
      sharesWork ||
      [outcomes, channels?.chats, customers, outbound].some((one) => one !== undefined) ||
      rules?.interruptible.includes(1) === true,
    outcomes,
    channels,
    customers,
    routing: compileRouting(scenario),
    rules,
    people: compilePeople(scenario),
    quality: compileQuality(scenario),
    outbound,
  };
}

function compileReplay(arrivals: {
  atSeconds: readonly number[];
  handleSeconds?: readonly number[];
  patienceSeconds?: readonly number[];
}): Replay {
  return {
    kind: "replay",
    atSeconds: Float64Array.from(arrivals.atSeconds),
    handleSeconds: arrivals.handleSeconds && Float64Array.from(arrivals.handleSeconds),
    patienceSeconds: arrivals.patienceSeconds && Float64Array.from(arrivals.patienceSeconds),
  };
}
