import type { TraceEvent } from "../../engine/trace.js";
import type { Model } from "../../model/model.js";
import { allPassesOf, type ModelPass } from "../../model/outcomes.js";
import type { PassKind } from "../../scenario/outcomes.js";

/** How a call came: first, before counted time, by redialling, as a repeat, or from another queue. */
export type Coming = "first" | "backlog" | "redial" | "repeat" | "split" | PassKind;

/** Where the luck of a call was drawn: the nth draw, from 1, of its queue's streams of such names. */
export interface Caller {
  readonly queue: number;
  readonly by: Coming;
  readonly nth: number;
  /** Before and behind the purpose in a stream's name. */
  readonly prefix: string;
  readonly suffix: string;
  /** How it came from another queue, or once did as a complaint. */
  readonly pass: ModelPass | undefined;
}

/** Follows through a trace how calls come, to know where the luck of one contact's calls was drawn. */
export class CallerWatch {
  /** Of the contact's call that arrived last. */
  caller: Caller | undefined;
  private readonly counts = new Map<string, number>();
  /** What was told of those who are about to arrive. */
  private readonly announced = new Map<
    number,
    { readonly by: Coming; readonly from: number; readonly nth?: number }
  >();
  /** Those in self-service: how they came there. */
  private readonly inside = new Map<number, Caller>();
  /** Complaints that are not solved yet, by contact: how they came to be. */
  private readonly complaints = new Map<number, ModelPass>();
  /** Where was drawn what comes of the contact. */
  private origin = { way: "", nth: 0 };

  constructor(
    private readonly model: Model,
    private readonly contact: number,
  ) {}

  see(event: TraceEvent, contact: number, queue: number): void {
    switch (event) {
      case "redials":
        this.announced.set(contact, { by: "redial", from: queue });
        break;
      case "repeats":
        this.announced.set(contact, { by: "repeat", from: queue });
        break;
      case "transfers":
        this.announced.set(contact, { by: "transfer", from: queue });
        break;
      case "escalates":
        this.announced.set(contact, { by: "escalation", from: queue });
        break;
      case "complains":
        this.announced.set(contact, { by: "complaint", from: queue });
        break;
      case "handsOver":
        this.announced.set(contact, { by: "handover", from: queue });
        break;
      case "routed":
        this.announced.set(contact, { by: "split", from: queue, nth: this.counts.get(`${queue}`)! });
        break;
      case "solved":
        this.complaints.delete(contact);
        break;
      case "backlog":
        this.announced.set(contact, { by: "backlog", from: queue });
        this.arrives(contact, queue);
        break;
      case "selfServes":
        this.servesItself(contact, queue);
        break;
      case "contained":
        this.inside.delete(contact);
        break;
      case "arrives":
        this.arrives(contact, queue);
        break;
    }
  }

  /** What is drawn of it is drawn now, not when it comes to the queue. */
  private servesItself(contact: number, queue: number): void {
    this.inside.set(contact, this.callerNow(contact, queue));
  }

  private arrives(contact: number, queue: number): void {
    const served = this.inside.get(contact);
    if (served) {
      this.inside.delete(contact);
      if (contact === this.contact) this.caller = served;
      return;
    }
    const caller = this.callerNow(contact, queue);
    if (contact === this.contact) this.caller = caller;
  }

  private callerNow(contact: number, queue: number): Caller {
    const { by, from, nth } = this.announced.get(contact) ?? { by: "first" as const, from: queue };
    this.announced.delete(contact);
    if (nth !== undefined) return this.splitCaller(contact, queue, from, nth);
    return this.callerOf(contact, queue, by, from);
  }

  private callerOf(contact: number, queue: number, by: Coming, from: number): Caller {
    const { queues, outcomes } = this.model;
    if (by === "first" || by === "redial" || by === "backlog") {
      const prefix = by === "first" ? "" : `${by}-`;
      const nth = this.count(`${prefix}${queue}`);
      if (by !== "redial") this.comesBy(contact, prefix, nth);
      return { queue, by, nth, prefix, suffix: "", pass: undefined };
    }
    const complaint = this.complaints.get(contact);
    if (by === "repeat" && complaint) {
      const suffix = `/${queues[complaint.from].name}`;
      const nth = this.count(`again-${complaint.index}`);
      return { queue, by, nth, prefix: "again-complaint-", suffix, pass: complaint };
    }
    if (by === "repeat") {
      const nth = this.count(`repeat-${queue}`);
      this.comesBy(contact, "repeat-", nth);
      return { queue, by, nth, prefix: "repeat-", suffix: "", pass: undefined };
    }
    const pass = allPassesOf(outcomes![from]!).find(({ kind, to }) => kind === by && to === queue)!;
    const { way, nth } = this.origin;
    if (by === "complaint") this.complaints.set(contact, pass);
    else this.comesBy(contact, "passed-", this.count(`passed-${queue}`));
    return { queue, by, nth, prefix: `${way}${by}-`, suffix: `/${queues[from].name}`, pass };
  }

  private splitCaller(contact: number, queue: number, from: number, nth: number): Caller {
    const prefix = `split/${this.model.queues[from].name}-`;
    this.comesBy(contact, prefix, nth);
    return { queue, by: "split", nth, prefix, suffix: "", pass: undefined };
  }

  private count(of: string): number {
    const count = (this.counts.get(of) ?? 0) + 1;
    this.counts.set(of, count);
    return count;
  }

  private comesBy(contact: number, way: string, nth: number): void {
    if (contact === this.contact) this.origin = { way, nth };
  }
}
