import type { Model } from "../../model/model.js";
import { allPassesOf, type ModelPass, type QueueOutcomes } from "../../model/outcomes.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";
import { Luck } from "../contacts/luck.js";
import { OutcomeLuck, PassLuck, type SplitWay, type Way } from "./outcome-luck.js";
import { TimeLimits } from "./time-limit.js";

const NONE = -1;

/** Ways of coming to any queue, each with its luck at hand. */
type DrawnWay = Exclude<Way, "again-" | SplitWay>;

type Doubles = SlotNumbers<Float64Array>;
type Ints = SlotNumbers<Int32Array>;

/** What will come of each contact, what has come of it so far, and the draws of all this. */
export class Outcomes {
  /** The contact that comes from another queue at this very moment: no door stops it. */
  inside = NONE;
  /** 1 for a contact that is neither passed on nor a repeat. */
  readonly isFirst: Ints;
  /** How often the contact has come again, unresolved or as a complaint unsolved. */
  readonly repeats: Ints;
  /** How it will go on, as a place in `passes`, -1 for not at all; and its luck there. */
  readonly pass: Ints;
  readonly nextTalk: Doubles;
  readonly nextHold: Doubles;
  readonly nextWrap: Doubles;
  readonly nextPatience: Doubles;
  readonly nextRedialAfter: Doubles;
  readonly nextWarm: Doubles;
  /** Of contacts that are not passed on; -1 for none. */
  readonly repeatAfter: Doubles;
  readonly repeatUniform: Doubles;
  readonly repeatDelay: Doubles;
  readonly saleValue: Doubles;
  readonly saveValue: Doubles;
  /** Of a complaint, how it came to be one, as a place in `passes`, else -1; where and since when. */
  readonly complaint: Ints;
  readonly complaintCell: Ints;
  readonly complaintSince: Doubles;
  /** Whether those in charge solve it this time, and if not, how much later it comes again. */
  readonly isSolved: Ints;
  readonly againAfter: Doubles;
  /** The agent who stays with the caller until another answers, -1 for none; where and since when. */
  readonly beside: Ints;
  readonly besideCell: Ints;
  readonly besideSince: Doubles;
  readonly warm: Doubles;
  /** By agent: after-call work that waits until a caller is handed over. */
  readonly wrapSeconds: Float64Array;
  readonly passes: readonly ModelPass[];
  /** Absent where no agent has a contact for too long. */
  readonly limits: TimeLimits | undefined;
  /** By queue. */
  readonly repeatLuck: readonly (Luck | undefined)[];
  /** By place in `passes`, of complaints. */
  readonly againLuck: readonly (PassLuck | undefined)[];
  private readonly luck: Readonly<Record<DrawnWay, readonly (OutcomeLuck | undefined)[]>>;

  /** Undefined where nothing comes of any contact. */
  static of(model: Model, contacts: Contacts, seed: string, replication: number): Outcomes | undefined {
    return model.outcomes && new Outcomes(model, model.outcomes, contacts, seed, replication);
  }

  private constructor(
    model: Model,
    readonly queues: readonly (QueueOutcomes | undefined)[],
    contacts: Contacts,
    seed: string,
    replication: number,
  ) {
    this.isFirst = contacts.addInts();
    this.repeats = contacts.addInts();
    this.pass = contacts.addInts();
    this.nextTalk = contacts.addDoubles();
    this.nextHold = contacts.addDoubles();
    this.nextWrap = contacts.addDoubles();
    this.nextPatience = contacts.addDoubles();
    this.nextRedialAfter = contacts.addDoubles();
    this.nextWarm = contacts.addDoubles();
    this.repeatAfter = contacts.addDoubles();
    this.repeatUniform = contacts.addDoubles();
    this.repeatDelay = contacts.addDoubles();
    this.saleValue = contacts.addDoubles();
    this.saveValue = contacts.addDoubles();
    this.complaint = contacts.addInts();
    this.complaintCell = contacts.addInts();
    this.complaintSince = contacts.addDoubles();
    this.isSolved = contacts.addInts();
    this.againAfter = contacts.addDoubles();
    this.beside = contacts.addInts();
    this.besideCell = contacts.addInts();
    this.besideSince = contacts.addDoubles();
    this.warm = contacts.addDoubles();
    this.wrapSeconds = new Float64Array(model.crews.agents);
    this.passes = queues.flatMap((one) => (one ? allPassesOf(one) : []));
    this.limits = TimeLimits.of(queues, contacts);
    const luckOf = (way: Way) => queues.map((_, queue) => this.luckOf(model, queue, seed, replication, way));
    this.luck = {
      "": luckOf(""),
      "backlog-": luckOf("backlog-"),
      "passed-": luckOf("passed-"),
      "repeat-": luckOf("repeat-"),
    };
    this.repeatLuck = queues.map(
      (one, queue) => one?.repeat && new Luck(model.queues[queue], seed, replication, "repeat"),
    );
    this.againLuck = this.passes.map((pass) =>
      pass.again ? new PassLuck({ ...pass, warm: undefined }, model, seed, replication, "again-") : undefined,
    );
  }

  /** A contact comes to a queue for the first time, or waits there when counted time starts. */
  begins(contact: number, queue: number, way: "" | "backlog-" = ""): void {
    this.isFirst.values[contact] = 1;
    this.repeats.values[contact] = 0;
    this.beside.values[contact] = NONE;
    this.draw(contact, queue, way);
  }

  /** Luck of its own for those who come to a queue in this way; undefined where nothing comes of them. */
  luckOf(model: Model, queue: number, seed: string, replication: number, way: Way): OutcomeLuck | undefined {
    const one = this.queues[queue];
    return one && new OutcomeLuck(one, model, model.queues[queue].name, seed, replication, way);
  }

  /** Draws what comes of the contact in a queue to which it has come in this way; it is no complaint. */
  draw(contact: number, queue: number, way: DrawnWay): void {
    this.take(contact, this.luck[way][queue]);
  }

  /** Draws what comes of the contact from this luck; it is no complaint. */
  take(contact: number, luck: OutcomeLuck | undefined): void {
    this.complaint.values[contact] = NONE;
    if (luck === undefined) {
      this.nothingComes(contact);
      return;
    }
    luck.draw();
    this.pass.values[contact] = luck.passIndex;
    this.repeatAfter.values[contact] = luck.repeatAfterSeconds;
    this.repeatUniform.values[contact] = luck.repeatUniform;
    this.repeatDelay.values[contact] = luck.repeatDelaySeconds;
    this.saleValue.values[contact] = luck.saleValue;
    this.saveValue.values[contact] = luck.saveValue;
    if (luck.handover !== undefined) this.limits!.take(contact, luck.handover);
    if (luck.pass === undefined) return;
    this.nextTalk.values[contact] = luck.pass.talkSeconds;
    this.nextHold.values[contact] = luck.pass.holdSeconds;
    this.nextWrap.values[contact] = luck.pass.wrapSeconds;
    this.nextPatience.values[contact] = luck.pass.patienceSeconds;
    this.nextRedialAfter.values[contact] = luck.pass.redialAfterSeconds;
    this.nextWarm.values[contact] = luck.pass.warmSeconds;
    this.isSolved.values[contact] = luck.pass.isSolved;
    this.againAfter.values[contact] = luck.pass.againSeconds;
  }

  /** The contact is a complaint from now on; what its new queue says of others does not come of it. */
  becomesComplaint(contact: number, pass: number, cell: number, now: number): void {
    this.nothingComes(contact);
    this.complaint.values[contact] = pass;
    this.complaintCell.values[contact] = cell;
    this.complaintSince.values[contact] = now;
  }

  /** The contact is with an agent with whom the chance of a repeat is another. */
  changeRepeat(contact: number, chance: number): void {
    const isOpen = this.repeatUniform.values[contact] < chance;
    this.repeatAfter.values[contact] = isOpen ? this.repeatDelay.values[contact] : NONE;
  }

  private nothingComes(contact: number): void {
    this.pass.values[contact] = NONE;
    this.repeatAfter.values[contact] = NONE;
    this.repeatDelay.values[contact] = NONE;
    this.saleValue.values[contact] = NONE;
    this.saveValue.values[contact] = NONE;
  }
}
