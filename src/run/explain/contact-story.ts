import type { Channel } from "../../scenario/channel.js";
import type { Moment } from "../../scenario/moment.js";
import type { PassKind } from "../../scenario/outcomes.js";
import type { ServiceLevelVariant } from "../../scenario/queue.js";
import type { Coming } from "./caller-watch.js";
import type { LeadStory } from "./lead-story.js";

/** What happened to one contact of one replication, from its first try to its last. */
export interface ContactStory {
  readonly version: string;
  readonly scenario: { readonly name: string; readonly hash: string };
  readonly seed: string;
  readonly replication: number;
  /** As in a trace: the order of arrival, from 1; a redial keeps it. */
  readonly contact: number;
  readonly queue: string;
  /** How often a caller of the queue may try again; Infinity for no limit. */
  readonly mostRedials: number;
  /** Each call: the first, then the redials. */
  readonly tries: readonly ContactTry[];
  /** Of a lead, which is called: its dials; it has no tries. */
  readonly lead?: LeadStory;
}

/** What became of a call. */
export type Outcome =
  | "answered"
  | "abandoned"
  | "blocked"
  | "closed"
  | "unserved"
  | "waiting"
  | "balked"
  | "unreached"
  | "routed";

/** Something that befell it before an agent took it: by the trace's name, and when. */
export interface DoorStep {
  readonly what: "selfServes" | "hears" | "asksCallback" | "callbackDue" | "callsBack" | "notReached";
  readonly at: Moment;
}

/** What came of an answered call. */
export interface ContactAfter {
  /** It went on to another queue when the talk was over. */
  readonly passed?: {
    readonly kind: PassKind;
    readonly to: string;
    readonly at: Moment;
    /** The agent stayed with the caller until another answered. */
    readonly isWarm: boolean;
    /** It had taken so long, which is the longest that an agent has one of its queue. */
    readonly limitSeconds?: number;
  };
  /** The customer, or the complaint, came again. */
  readonly repeat?: { readonly at: Moment; readonly afterSeconds: number };
  /** Of a complaint: whether this call solved it. */
  readonly complaint?: "solved" | "open";
  readonly isSold: boolean;
  readonly isKept: boolean;
}

/** One call of a contact. */
export interface ContactTry {
  readonly queue: string;
  /** Of its queue; absent where that is the phone. */
  readonly channel?: Channel;
  readonly by: Coming;
  readonly came: Moment;
  /** ISO start of the counted interval; undefined in the warm-up, which is not counted. */
  readonly interval: string | undefined;
  /** Contacts waiting when it came, it not among them: of its queue, and of others that its agents serve. */
  readonly ahead: number;
  readonly othersWaiting: readonly QueueCount[];
  /** Contacts waiting or in service, and how many there may be; of its queue and of all together. */
  readonly lines: { readonly queue: LinesTaken; readonly all: LinesTaken };
  /** Those who may ever take it, by skill first, then by overflow, as they stood when it came. */
  readonly teams: readonly TeamView[];
  /** Self-service, an announced wait, callbacks, in their order; absent where there was nothing of it. */
  readonly door?: readonly DoorStep[];
  /** Overflow rules that passed while it waited. */
  readonly overflows: readonly PassedOverflow[];
  /** What happened to the line while it waited; undefined where it did not wait. */
  readonly wait: LineMoves | undefined;
  readonly waitSeconds: number;
  /** Of a backlog: how much of that was before counted time started. */
  readonly ageSeconds?: number;
  /** How much of the wait counts, where its queue counts opening hours only. */
  readonly openWaitSeconds?: number;
  /** On a channel that waits over night: when the centre opened, if it came while it was closed. */
  readonly waitsFor?: Moment;
  /** Places to wait, where its queue has so many. */
  readonly seats?: number;
  /** How long it would have waited; Infinity for never hanging up. */
  readonly patienceSeconds: number;
  readonly outcome: Outcome;
  /** When that was; for an answered one the moment of answer. */
  readonly at: Moment;
  readonly answer: Answer | undefined;
  /** For one that met a closed centre, or was left when it closed: when it opened again. */
  readonly opens: Moment | undefined;
  /** The next try, if there was one. */
  readonly redial: { readonly at: Moment; readonly afterSeconds: number } | undefined;
  /** Redials since it last came otherwise, and how often a caller of the queue may redial. */
  readonly redialsBefore: number;
  readonly mostRedials: number;
  readonly after?: ContactAfter;
  /** The customer did not try again and was treated badly: chance, 0..1, that such a one leaves the firm. */
  readonly treatedBadly?: { readonly leaveShare: number };
  readonly service: ServiceVerdict;
}

/** So many contacts of a queue. */
export interface QueueCount {
  readonly queue: string;
  readonly contacts: number;
}

/** Lines in use, of how many; Infinity where there is no limit. */
export interface LinesTaken {
  readonly taken: number;
  readonly of: number;
}

/** What the agents of a team were doing at a moment. */
export interface TeamView {
  readonly team: string;
  /** By which right it may take the contact: a skill, or overflow after so long. */
  readonly by: "skill" | "overflow";
  readonly afterSeconds: number;
  /** Agents planned for this moment. */
  readonly due: number;
  /** Busy past the end of their shift. */
  readonly overtime: number;
  readonly busy: number;
  /** Of the busy ones, by the queue of the contact in hand. */
  readonly busyWith: readonly QueueCount[];
  readonly idle: number;
  /** Of the idle ones, those who lack what the queue needs, or its licence; absent where it needs nothing. */
  readonly lacking?: number;
  /** How many must be free before the team takes such a contact; absent where one is enough. */
  readonly whenFree?: number;
  readonly onBreak: number;
  readonly offPhone: number;
  /** Due, and came later in the shift. */
  readonly late: number;
  /** Due, and never came. */
  readonly absent: number;
  /** In training for all of this shift; absent where the team has no training. */
  readonly inTraining?: number;
  /** When the next shift of the team begins, or the next rise of its table, and with how many agents. */
  readonly next: { readonly at: Moment; readonly agents: number } | undefined;
}

/** An overflow rule that opened more teams to the contact. */
export interface PassedOverflow {
  readonly at: Moment;
  readonly afterSeconds: number;
  readonly teams: readonly TeamView[];
}

/** How the line moved during a wait; agents are those of the teams with the skill. */
export interface LineMoves {
  /** Of those before it. */
  readonly aheadAnswered: number;
  readonly aheadHungUp: number;
  readonly aheadUnserved: number;
  /** Contacts of its own queue that came later and were answered sooner. */
  readonly overtaken: number;
  /** Contacts of other queues that its agents took. */
  readonly othersAnswered: readonly QueueCount[];
  readonly loggedOn: number;
  readonly loggedOff: number;
  readonly pausesBegun: number;
}

/** Who took the contact, and how long it took. */
export interface Answer {
  readonly team: string;
  /** From 1 within the team. */
  readonly agent: number;
  readonly shift: string | undefined;
  readonly by: TeamView["by"];
  /** Handle time is divided by it. */
  readonly speed: number;
  /** Handle time was multiplied by it, for the agent was new; absent where it is 1. */
  readonly learning?: number;
  /** Of an agent behind the quota: how many contacts that is, and by what wrap was multiplied. */
  readonly behind?: { readonly contacts: number; readonly wrapFactor: number };
  /** Idle for so long, or until this moment with another contact, done or put down, in a pause, or away. */
  readonly before:
    | { readonly kind: "idle"; readonly seconds: number }
    | { readonly kind: "contact" | "putDown"; readonly contact: number; readonly queue: string }
    | { readonly kind: "beside"; readonly contacts: number }
    | { readonly kind: "pause" }
    | { readonly kind: "logsOn" };
  /** How often it was put down for another contact, and how long it then lay; absent where it never was. */
  readonly putDown?: { readonly times: number; readonly seconds: number };
  /** Undefined where the simulation ended before the contact did. */
  readonly handling: Handling | undefined;
}

/** The parts of handle time. */
export interface Handling {
  readonly ended: Moment;
  readonly handleSeconds: number;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly wrapSeconds: number;
  /** Handing the caller over, or taking over; 0 but for warm transfers. */
  readonly handoverSeconds: number;
  /** Alone in its agent's hands it would have taken so long; absent where it did not take longer. */
  readonly aloneSeconds?: number;
}

/** Whether the contact counts in its queue's service level. */
export interface ServiceVerdict {
  readonly counting: ServiceLevelVariant;
  readonly withinSeconds: number;
  readonly underSeconds: number;
  readonly countBlocked: boolean;
  /** `left out`: neither above nor below the line of the fraction; so is all that is not counted. */
  readonly verdict: "met" | "missed" | "left out";
  /** False in the warm-up. */
  readonly counted: boolean;
}
