import type { TraceEvent } from "../../engine/trace.js";
import type { Model } from "../../model/model.js";
import { takesLine } from "../../scenario/channel.js";
import type { ContactTry } from "./contact-story.js";
import { countsOf } from "./team-views.js";

/** The line as a contact finds it. */
export type Line = Pick<ContactTry, "ahead" | "othersWaiting" | "lines">;

/** Follows who waits and how many lines are taken; its memory follows the longest line. */
export class WatchedLines {
  /** By queue, the contacts waiting, the longest waiting first. */
  readonly waiting: readonly Set<number>[];
  private readonly taken: Float64Array;
  /** By queue, contacts whose agents do the wrap, while the callers have gone on with the line. */
  private readonly goneOn: readonly Set<number>[];

  /** Contacts in self-service, and those who are to be called back. */
  private readonly inside = new Set<number>();
  private readonly toCall = new Set<number>();

  constructor(private readonly model: Model) {
    this.waiting = model.scenario.queues.map(() => new Set<number>());
    this.goneOn = model.scenario.queues.map(() => new Set<number>());
    this.taken = new Float64Array(model.scenario.queues.length);
  }

  /** An event of the trace. */
  see(event: TraceEvent, contact: number, queue: number): void {
    switch (event) {
      case "previews":
      case "dials":
      case "arrives":
      case "noAnswer":
        this.seeDial(event, queue);
        break;
      case "selfServes":
      case "contained":
      case "closed":
      case "balks":
      case "asksCallback":
      case "callsBack":
      case "notReached":
      case "unreached":
        this.seeDoor(event, contact, queue);
        break;
      case "waits":
        this.waiting[queue].add(contact);
        if (!this.hasLine(contact)) this.taken[queue]++;
        break;
      case "answered":
        if (!this.waiting[queue].delete(contact) && !this.hasLine(contact)) this.taken[queue]++;
        this.toCall.delete(contact);
        break;
      case "interrupted":
        this.waiting[queue].add(contact);
        break;
      case "resumes":
        this.waiting[queue].delete(contact);
        break;
      case "abandons":
      case "unserved":
        this.waiting[queue].delete(contact);
        this.taken[queue]--;
        break;
      case "transfers":
      case "escalates":
      case "complains":
      case "handsOver":
        this.goneOn[queue].add(contact);
        this.taken[queue]--;
        break;
      case "ends":
        if (!this.goneOn[queue].delete(contact)) this.taken[queue]--;
        break;
    }
  }

  /** Whether who waits or is answered now takes no line more: there is one, or none until the agent calls. */
  private hasLine(contact: number): boolean {
    return this.inside.delete(contact) || this.toCall.has(contact);
  }

  /** Who serves himself has a line; who asks to be called has none until the agent calls. */
  private seeDoor(event: TraceEvent, contact: number, queue: number): void {
    switch (event) {
      case "selfServes":
        this.inside.add(contact);
        this.taken[queue]++;
        break;
      case "asksCallback":
        this.toCall.add(contact);
        if (this.inside.delete(contact)) this.taken[queue]--;
        break;
      case "callsBack":
        this.waiting[queue].delete(contact);
        this.taken[queue]++;
        break;
      case "unreached":
        this.toCall.delete(contact);
        this.taken[queue]--;
        break;
      case "notReached":
        this.taken[queue]--;
        break;
      default:
        if (this.inside.delete(contact)) this.taken[queue]--;
    }
  }

  /** A call takes its line when the agent looks at the lead, or else when it is dialed. */
  private seeDial(event: "previews" | "dials" | "arrives" | "noAnswer", queue: number): void {
    const { outbound } = this.model.scenario.queues[queue];
    if (outbound === undefined) return;
    const isFirst = event === "previews" || (event === "dials" && outbound.dialer.mode !== "preview");
    if (isFirst) this.taken[queue]++;
    // Who waits or is answered is counted again from there.
    else if (event !== "dials") this.taken[queue]--;
  }

  /** What a contact of the queue finds; `others`: queues whose contacts its agents take too. */
  line(queue: number, others: readonly number[]): Line {
    const { scenario } = this.model;
    const names = scenario.queues.map(({ name }) => name);
    const counts = this.waiting.map((set, index) => (others.includes(index) ? set.size : 0));
    return {
      ahead: this.waiting[queue].size,
      othersWaiting: countsOf(counts, names),
      lines: {
        queue: { taken: this.taken[queue], of: scenario.queues[queue].lines ?? Number.POSITIVE_INFINITY },
        all: {
          taken: this.taken.reduce(
            (sum, one, at) => sum + (takesLine(scenario.queues[at].channel) ? one : 0),
            0,
          ),
          of: scenario.lines ?? Number.POSITIVE_INFINITY,
        },
      },
    };
  }
}
