import type { Distribution } from "../random/distribution.js";

/** What may come of an answered contact of a queue; everything is drawn when the contact arrives. */
export interface Outcomes {
  readonly transfer?: readonly Pass[];
  /** What exceeds an agent's powers: a transfer that is reported apart. */
  readonly escalate?: Pass;
  readonly complaint?: Complaint;
  /** Contacts that take too long go on to another queue, which does what is left. */
  readonly handover?: Handover;
  /** Of contacts that were not passed on: the customer calls the same queue again. */
  readonly repeat?: Repeat;
  readonly sale?: Deal;
  readonly save?: Deal;
}

/** A share of the contacts goes on to another queue. */
export interface Pass {
  readonly to: string;
  readonly chance: number;
  /** How long both agents talk with the caller; absent: a cold transfer. */
  readonly warm?: Distribution;
}

/** Passed to those in charge, and tracked until it is solved. */
export interface Complaint extends Pass {
  /** Chance that one contact with those in charge solves it. */
  readonly solved: number;
  /** How much later an unsolved one comes again. */
  readonly again: Distribution;
  /** How often one complaint comes again at most; absent: until it is solved. */
  readonly attempts?: number;
}

/** An agent has a contact for so long at most: what is left of it goes on to another queue. */
export interface Handover {
  readonly to: string;
  /** The longest talk and hold with one agent, in that agent's time; > 0. */
  readonly afterSeconds: number;
}

/** Customers whose matter was not resolved. */
export interface Repeat {
  readonly chance: number;
  readonly after: Distribution;
  /** Most repeats of one customer; absent: as often as chance has it. */
  readonly attempts?: number;
}

/** A sale, or a customer kept. */
export interface Deal {
  readonly chance: number;
  /** In the scenario's currency: the "seconds" of this distribution are money. */
  readonly value: Distribution;
  /** What the agent gets for each, in currency. */
  readonly bonus?: number;
  /** What the agent gets of the value, 0..1. */
  readonly commission?: number;
}

/** The ways in which contacts of a queue go on to another, in the order in which chance looks at them. */
export function passesOf(outcomes: Outcomes): readonly (Pass & { readonly kind: PassKind })[] {
  const { transfer = [], escalate, complaint } = outcomes;
  return [
    ...transfer.map((pass) => ({ ...pass, kind: "transfer" as const })),
    ...(escalate ? [{ ...escalate, kind: "escalation" as const }] : []),
    ...(complaint ? [{ ...complaint, kind: "complaint" as const }] : []),
  ];
}

/** Names of all queues to which contacts of a queue may go on. */
export function goesOnTo({ after }: { readonly after?: Outcomes }): readonly string[] {
  if (after === undefined) return [];
  return [...passesOf(after).map(({ to }) => to), ...(after.handover ? [after.handover.to] : [])];
}

/** Why a contact goes on to another queue: by chance, or as it takes too long. */
export type PassKind = "transfer" | "escalation" | "complaint" | "handover";
