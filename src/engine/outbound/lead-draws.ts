import type { DialingQueue } from "../../model/outbound.js";
import type { Distribution } from "../../random/distribution.js";
import { Draws } from "../../random/draws.js";
import { openStream } from "../../random/stream.js";

/** Numbers by lead, counted from the queue's first; one number where all are the same. */
type ByLead = Float64Array | number;

/** What chance decides about one attempt at each lead. */
interface AttemptDraws {
  /** Uniform: below the chance of an answer, of the person being the one wanted. */
  readonly answers: ByLead;
  readonly rightParty: ByLead;
  readonly previewSeconds: ByLead;
  readonly ringingSeconds: ByLead;
  readonly wrongPartySeconds: ByLead;
  readonly retrySeconds: ByLead;
}

/** What chance decides about one talk with each right person. */
interface TalkDraws {
  readonly talkSeconds: ByLead;
  readonly holdSeconds: ByLead;
  readonly wrapSeconds: ByLead;
  /** Uniform: below the chance of agreeing. */
  readonly converts: ByLead;
}

/**
 * Everything random about the leads of a queue, drawn beforehand in the order of the list, each attempt and
 * each purpose from a stream of its own: two plans dial the same people, who answer alike, however many
 * attempts they allow.
 */
export class LeadDraws {
  /** Attempts at the first talk, then at the one promised. */
  private readonly attempts: readonly AttemptDraws[];
  /** The first talk, and the one promised. */
  private readonly talks: readonly TalkDraws[];
  /** Uniform: below the chance of an appointment; and how much later that is. */
  private readonly appointment: ByLead;
  private readonly appointmentSeconds: ByLead;
  private readonly mostAttempts: number;

  constructor(
    { name, leads, dialer, wrongPartyTalk, firstLead, endLead }: DialingQueue,
    handle: Readonly<Record<"talk" | "hold" | "wrap", Distribution | undefined>>,
    seed: string,
    replication: number,
  ) {
    const count = endLead - firstLead;
    const stream = (purpose: string) => openStream(seed, replication, purpose, name);
    const filled = (draws: Draws) => Float64Array.from({ length: count }, () => draws.next());
    const uniform = (purpose: string) => filled(Draws.uniform(stream(purpose)));
    const times = (purpose: string, of: Distribution | undefined): ByLead => {
      if (of === undefined) return 0;
      return of.kind === "constant" ? of.seconds : filled(Draws.of(of, stream(purpose)));
    };
    const attempt = (prefix: string): AttemptDraws => ({
      answers: uniform(`${prefix}-answers`),
      rightParty: uniform(`${prefix}-right-party`),
      previewSeconds: times(`${prefix}-preview`, dialer.preview),
      ringingSeconds: times(`${prefix}-ringing`, dialer.ringing),
      wrongPartySeconds: times(`${prefix}-wrong-party`, wrongPartyTalk),
      retrySeconds: times(`${prefix}-retry`, leads.retry),
    });
    const talk = (prefix: string): TalkDraws => ({
      talkSeconds: times(`${prefix}-talk`, handle.talk),
      holdSeconds: times(`${prefix}-hold`, handle.hold),
      wrapSeconds: times(`${prefix}-wrap`, handle.wrap),
      converts: uniform(`${prefix}-converts`),
    });
    const { appointment } = leads;
    const prefixes = appointment ? ["lead", "appointed"] : ["lead"];
    this.mostAttempts = leads.attempts;
    this.attempts = prefixes.flatMap((prefix) =>
      Array.from({ length: leads.attempts }, (_, index) => attempt(`${prefix}-${index + 1}`)),
    );
    this.talks = prefixes.map(talk);
    this.appointment = appointment ? uniform("lead-appointment") : 1;
    this.appointmentSeconds = times("lead-appointment-after", appointment?.after);
  }

  /** A draw of the lead's attempt, the first being 1; of the promised call where `isAppointed`. */
  attempt(what: keyof AttemptDraws, lead: number, number: number, isAppointed: boolean): number {
    return of(this.attempts[number - 1 + (isAppointed ? this.mostAttempts : 0)][what], lead);
  }

  talk(what: keyof TalkDraws, lead: number, isAppointed: boolean): number {
    return of(this.talks[isAppointed ? 1 : 0][what], lead);
  }

  asksForAppointment(lead: number, chance: number): boolean {
    return of(this.appointment, lead) < chance;
  }

  promisedAfterSeconds(lead: number): number {
    return of(this.appointmentSeconds, lead);
  }
}

function of(numbers: ByLead, lead: number): number {
  return typeof numbers === "number" ? numbers : numbers[lead];
}
