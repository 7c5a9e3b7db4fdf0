import type { CREW_FIELDS, QUEUE_FIELDS } from "../../src/engine/observations.js";
import type { Muster } from "../../src/model/crews.js";
import type { Model } from "../../src/model/model.js";
import { countsSince } from "./naive-channels.js";
import type { Contact } from "./naive-contact.js";
import type { Agent, Crew, Doing } from "./naive-staff.js";

/** How a call may end. */
export type Ending =
  | "answered"
  | "abandoned"
  | "blocked"
  | "closed"
  | "unserved"
  | "waiting"
  | "balked"
  | "calledBack"
  | "unreached";

/** What became of one call. */
export interface Attempt {
  readonly queue: number;
  readonly arrivedAt: number;
  /** From when its wait counts. */
  readonly waitsSince: number;
  readonly outcome: Ending;
  readonly endedAt: number;
  readonly redialled: boolean;
  readonly service?: Service;
}

export interface Service {
  readonly talk: number;
  readonly hold: number;
  readonly wrap: number;
  readonly agent: Agent;
  readonly overflowed: boolean;
}

/** What a cell of a queue holds, and what a cell of a crew. */
export type QueueField = (typeof QUEUE_FIELDS)[number];
export type CrewField = (typeof CREW_FIELDS)[number];

/** So much to be added to a figure, in the interval of a moment. */
export interface Addition<Field extends string> {
  /** The queue or the crew. */
  readonly to: number;
  readonly field: Field;
  readonly at: number;
  readonly amount: number;
}

/** So many agents of a crew were doing something from one moment to another. */
export interface Stretch {
  readonly crew: number;
  readonly what: Doing | "overtime" | "absent" | "training" | "licensed" | "beside" | "held";
  readonly agents: number;
  readonly from: number;
  readonly to: number;
}

/** All that the naive simulator saw, call by call and stretch by stretch. */
export class NaiveRecord {
  /** `seconds event contact queue team agent`, as the engine's trace has them. */
  readonly rows: string[] = [];
  /** Contacts that came for the first time, and leads that were taken in hand. */
  contacts = 0;
  readonly attempts: Attempt[] = [];
  /** Every contact taken: by whom, when, and how long it takes its agent alone. */
  readonly work: { crew: number; queue: number; at: number; seconds: number }[] = [];
  readonly stretches: Stretch[] = [];
  /** Contacts handled in each measured agent-shift, and those of them within the quota's time. */
  readonly shifts: { readonly crew: number; readonly handled: number; readonly within: number }[] = [];
  readonly queueAdditions: Addition<QueueField>[] = [];
  readonly crewAdditions: Addition<CrewField>[] = [];

  constructor(readonly model: Model) {}

  attempt(
    contact: Pick<Contact, "queue" | "arrivedAt" | "waitsSince" | "redialling">,
    outcome: Ending,
    endedAt: number,
    service?: Service,
  ): void {
    const { queue, arrivedAt, waitsSince, redialling } = contact;
    this.attempts.push({
      queue,
      arrivedAt,
      waitsSince: countsSince(this.model, queue, waitsSince, endedAt),
      outcome,
      endedAt,
      redialled: redialling,
      ...(service && { service }),
    });
  }

  /** Adds to a queue's figure; what is told of a contact is booked when it arrived. */
  addToQueue(queue: number, field: QueueField, at: number, amount = 1): void {
    this.queueAdditions.push({ to: queue, field, at, amount });
  }

  /** Adds to a crew's figure. */
  addToCrew(crew: number, field: CrewField, at: number, amount = 1): void {
    this.crewAdditions.push({ to: crew, field, at, amount });
  }

  /** The agent does something else from now on. */
  begins(agent: Agent, doing: Doing, now: number): void {
    this.stretches.push({ crew: agent.crew, what: agent.doing, agents: 1, from: agent.since, to: now });
    agent.doing = doing;
    agent.since = now;
  }

  /** The agent is in overtime from now on, or no more. */
  leaves(agent: Agent, leaving: boolean, now: number): void {
    if (agent.leaving) {
      this.stretches.push({
        crew: agent.crew,
        what: "overtime",
        agents: 1,
        from: agent.leavingSince,
        to: now,
      });
    }
    agent.leaving = leaving;
    agent.leavingSince = now;
  }

  /** So many busy agents are above the table's number from now on. */
  surplus(crew: Crew, surplus: number, now: number): void {
    this.stretches.push({
      crew: crew.index,
      what: "overtime",
      agents: crew.surplus,
      from: crew.surplusSince,
      to: now,
    });
    crew.surplus = surplus;
    crew.surplusSince = now;
  }

  /** So many agents of the table's number do not come, from now on. */
  absentOfTable(crew: Crew, absent: number, now: number): void {
    this.stretches.push({
      crew: crew.index,
      what: "absent",
      agents: crew.absent,
      from: crew.absentSince,
      to: now,
    });
    crew.absent = absent;
    crew.absentSince = now;
  }

  /** One agent misses the shift: all of it but its unpaid breaks. */
  missed(muster: Muster, what: "absent" | "training" = "absent"): void {
    const { crew, startSeconds, endSeconds } = muster;
    this.stretches.push({ crew, what, agents: 1, from: startSeconds, to: endSeconds });
    for (const pause of muster.breaks.filter((one) => !one.paid)) {
      const to = Math.min(pause.dueSeconds + pause.lengthSeconds, endSeconds);
      this.stretches.push({ crew, what, agents: -1, from: pause.dueSeconds, to });
    }
  }

  /** The agent has worked the shift from end to end. */
  shiftDone(agent: Agent): void {
    const { crew, handled, handledWithin: within } = agent;
    if (agent.muster?.measured) this.shifts.push({ crew, handled, within });
  }

  /**
   * The agent begins a break so much later than planned: as long it worked in the break's time, and will rest
   * in the time of work, but no longer than the break is.
   */
  breakMoved(agent: Agent, at: number, lateSeconds: number, lengthSeconds: number): void {
    const moved = Math.min(lateSeconds, lengthSeconds);
    this.addToCrew(agent.crew, "offPlanSeconds", at, moved + moved);
  }

  /** Closes what is still going on at the end. */
  close(agents: readonly Agent[], crews: readonly Crew[], now: number): void {
    for (const agent of agents) {
      if (agent.muster?.endSeconds === now && agent.doing !== "late") this.shiftDone(agent);
      this.leaves(agent, false, now);
      this.begins(agent, "away", now);
    }
    for (const crew of crews) {
      this.surplus(crew, 0, now);
      this.absentOfTable(crew, 0, now);
    }
  }
}
