import type { Model } from "../../src/model/model.js";
import { compileSampler } from "../../src/random/compile-sampler.js";
import type { Distribution } from "../../src/random/distribution.js";
import { openStream } from "../../src/random/stream.js";

/** What chance decides about one attempt at a lead. */
export interface NaiveAttempt {
  readonly answers: number;
  readonly rightParty: number;
  readonly preview: number;
  readonly ringing: number;
  readonly wrongParty: number;
  readonly retry: number;
}

/** What chance decides about a talk with the right person. */
export interface NaiveTalk {
  readonly talk: number;
  readonly hold: number;
  readonly wrap: number;
  readonly converts: number;
}

/** Somebody who is to be called. */
export interface Lead {
  readonly attempts: readonly NaiveAttempt[];
  readonly promisedAttempts: readonly NaiveAttempt[];
  readonly firstTalk: NaiveTalk;
  readonly promisedTalk: NaiveTalk;
  readonly appointment: number;
  readonly appointmentAfter: number;
  number: number;
  made: number;
  promisedAt: number | undefined;
  cameAt: number;
  isOver: boolean;
}

/** The next lead of a queue's list, and the next, each with all that chance decides about it. */
export function leadsOf(model: Model, queue: number, seed: string, replication: number): () => Lead {
  const { name, handle, outbound } = model.scenario.queues[queue];
  const { leads, dialer, wrongPartyTalk } = outbound!;
  const open = (purpose: string) => openStream(seed, replication, purpose, name);
  const drawer = (purpose: string, of: Distribution | undefined) =>
    of ? compileSampler(of, open(purpose)) : () => 0;
  const attemptsOf = (prefix: string) => {
    const drawers = Array.from({ length: leads.attempts }, (_, index) => ({
      answers: open(`${prefix}-${index + 1}-answers`),
      rightParty: open(`${prefix}-${index + 1}-right-party`),
      preview: drawer(`${prefix}-${index + 1}-preview`, dialer.preview),
      ringing: drawer(`${prefix}-${index + 1}-ringing`, dialer.ringing),
      wrongParty: drawer(`${prefix}-${index + 1}-wrong-party`, wrongPartyTalk),
      retry: drawer(`${prefix}-${index + 1}-retry`, leads.retry),
    }));
    return () => drawers.map((one) => drawn(one));
  };
  const talkOf = (prefix: string) => {
    const drawers = {
      talk: drawer(`${prefix}-talk`, handle.talk),
      hold: drawer(`${prefix}-hold`, handle.hold),
      wrap: drawer(`${prefix}-wrap`, handle.wrap),
      converts: open(`${prefix}-converts`),
    };
    return () => drawn(drawers);
  };
  const attempts = attemptsOf("lead");
  const promisedAttempts = attemptsOf("appointed");
  const firstTalk = talkOf("lead");
  const promisedTalk = talkOf("appointed");
  const appointment = open("lead-appointment");
  const appointmentAfter = drawer("lead-appointment-after", leads.appointment?.after);
  return () => ({
    attempts: attempts(),
    promisedAttempts: promisedAttempts(),
    firstTalk: firstTalk(),
    promisedTalk: promisedTalk(),
    appointment: appointment(),
    appointmentAfter: appointmentAfter(),
    number: 0,
    made: 0,
    promisedAt: undefined,
    cameAt: 0,
    isOver: false,
  });
}

function drawn<Key extends string>(drawers: Readonly<Record<Key, () => number>>): Record<Key, number> {
  const keys = Object.keys(drawers) as Key[];
  return Object.fromEntries(keys.map((key) => [key, drawers[key]()])) as Record<Key, number>;
}
