import { meanSeconds } from "../random/distribution.js";
import { handleSeconds } from "../scenario/expected-load.js";
import { leadArrivals } from "../scenario/lead-arrivals.js";
import type { Dialer, Leads, Outbound } from "../scenario/outbound.js";
import type { Queue } from "../scenario/queue.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Crews } from "./crews.js";
import type { RoutingRules } from "./routing-rules.js";

/** What the dialers work on. Leads are numbered queue by queue, in the order in which they come. */
export interface OutboundTables {
  /** In file order. */
  readonly dialing: readonly DialingQueue[];
  /** By queue, its place in `dialing`; -1 for a queue of contacts that come. */
  readonly placeOf: Int32Array;
  /** By lead, the place in `dialing` of its queue. */
  readonly placeOfLead: Int32Array;
  /** In order of time. */
  readonly steps: readonly DialingStep[];
}

/** A queue whose leads are dialed. */
export interface DialingQueue {
  /** Its index among all queues. */
  readonly queue: number;
  readonly name: string;
  readonly leads: Leads;
  readonly dialer: Dialer;
  readonly wrongPartyTalk: Outbound["wrongPartyTalk"];
  /** Its leads are `firstLead` to `endLead - 1`. */
  readonly firstLead: number;
  readonly endLead: number;
  /**
   * Of the agents at work, the share that is expected to be done by the time a dial is answered: mean time of
   * ringing by mean time of an answered call, at most 1.
   */
  readonly doneShare: number;
  /** By team: leads are dialed only while so many of its agents are free. */
  readonly whenFree: Int32Array;
  /** By team: the share of its agents who have what the queue needs. */
  readonly ableShares: Float64Array;
}

/** From this moment on something is different for one dialer. */
export interface DialingStep {
  /** Place in `dialing`. */
  readonly place: number;
  readonly atSeconds: number;
  /** So many leads come. */
  readonly leads: number;
  /** The first hour of calling of a local day. */
  readonly isNewDay: boolean;
  /** Leads are called until `untilSeconds`, and so many dials are answered; absent where that goes on. */
  readonly stretch?: { readonly untilSeconds: number; readonly answersShare: number };
}

/** The scenario's dialers; undefined where it has none. */
export function compileOutbound(
  scenario: Scenario,
  crews: Crews,
  rules: RoutingRules | undefined,
): OutboundTables | undefined {
  const { queues, teams, calendar } = scenario;
  const dialing: DialingQueue[] = [];
  const steps: DialingStep[] = [];
  const placeOf = new Int32Array(queues.length).fill(-1);
  let firstLead = 0;
  for (const [queue, { name, outbound, handle }] of queues.entries()) {
    if (outbound === undefined) continue;
    const place = dialing.length;
    placeOf[queue] = place;
    const { leads, dialer, wrongPartyTalk } = outbound;
    let endLead = firstLead;
    for (const arrival of leadArrivals(leads, calendar)) {
      steps.push({ ...arrival, place });
      endLead += arrival.leads;
    }
    for (const { fromSeconds, toSeconds, answersShare } of leads.stretches) {
      const stretch = { untilSeconds: toSeconds, answersShare };
      steps.push({ place, atSeconds: fromSeconds, leads: 0, isNewDay: false, stretch });
    }
    const doneShare = doneShareOf(outbound, handle);
    const whenFree = Int32Array.from(
      teams,
      ({ skills }) => skills.find((skill) => skill.queue === name)?.whenFree ?? 1,
    );
    const ableShares = Float64Array.from(teams, (_, team) => ableShare(team, queue, crews, rules));
    dialing.push({
      ...{ queue, name, leads, dialer, wrongPartyTalk, firstLead, endLead },
      ...{ doneShare, whenFree, ableShares },
    });
    firstLead = endLead;
  }
  if (dialing.length === 0) return undefined;
  const placeOfLead = new Int32Array(firstLead);
  for (const [place, one] of dialing.entries()) placeOfLead.fill(place, one.firstLead, one.endLead);
  // A sort keeps the order of equals: by queue, what comes before when leads are called.
  return { dialing, placeOf, placeOfLead, steps: steps.sort((a, b) => a.atSeconds - b.atSeconds) };
}

function ableShare(team: number, queue: number, crews: Crews, rules: RoutingRules | undefined): number {
  if (rules === undefined) return 1;
  let agents = 0;
  let able = 0;
  for (let crew = 0; crew < crews.count; crew++) {
    if (crews.teams[crew] !== team) continue;
    for (let agent = crews.firstAgents[crew]; agent < crews.firstAgents[crew + 1]; agent++) {
      agents++;
      if ((rules.needs[queue] & ~rules.has[agent]) === 0) able++;
    }
  }
  return agents === 0 ? 0 : able / agents;
}

function doneShareOf({ leads, dialer, wrongPartyTalk }: Outbound, handle: Queue["handle"]): number {
  const { rightPartyShare } = leads;
  const wrong = wrongPartyTalk === undefined ? 0 : (1 - rightPartyShare) * meanSeconds(wrongPartyTalk);
  const call = rightPartyShare * handleSeconds({ handle }) + wrong;
  const ringing = meanSeconds(dialer.ringing);
  return ringing < call ? ringing / call : 1;
}
