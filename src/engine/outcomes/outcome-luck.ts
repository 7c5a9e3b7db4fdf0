import type { Model } from "../../model/model.js";
import type { ModelPass, QueueOutcomes } from "../../model/outcomes.js";
import type { Distribution } from "../../random/distribution.js";
import { Draws } from "../../random/draws.js";
import { openStream } from "../../random/stream.js";
import type { Deal } from "../../scenario/outcomes.js";

/** In which way contacts came to the queue: each draws from streams of its own. */
export type Way = "" | "backlog-" | "passed-" | "repeat-" | "again-" | SplitWay;

/** By the split of the queue that is named. */
export type SplitWay = `split/${string}-`;

/** The luck, in the queue that it is passed on to, of a contact that goes there; of the last one drawn. */
export class PassLuck {
  talkSeconds = 0;
  holdSeconds = 0;
  wrapSeconds = 0;
  patienceSeconds = Number.POSITIVE_INFINITY;
  /** -1 for a caller who will not try again. */
  redialAfterSeconds = -1;
  /** How long both agents talk with the caller. */
  warmSeconds = 0;
  isSolved = 0;
  againSeconds = 0;
  private readonly parts: readonly (Draws | undefined)[];
  private readonly redial: Draws | undefined;
  private readonly redialChance: number;
  private readonly solved: Draws | undefined;

  constructor(
    private readonly pass: ModelPass,
    { queues }: Model,
    seed: string,
    replication: number,
    way: Way,
  ) {
    const { name, talk, hold, wrap, patience, redial } = queues[pass.to];
    const from = queues[pass.from].name;
    const stream = (purpose: string) =>
      openStream(seed, replication, `${way}${pass.kind}-${purpose}/${from}`, name);
    const draws = (purpose: string, distribution: Distribution | undefined) =>
      distribution && Draws.of(distribution, stream(purpose));
    // Who takes too long brings along what is left of it.
    const drawsHandle = pass.kind !== "handover";
    this.parts = [
      draws("talk", drawsHandle ? talk : undefined),
      draws("hold", drawsHandle ? hold : undefined),
      draws("wrap", drawsHandle ? wrap : undefined),
      draws("patience", patience),
      draws("redial-after", redial?.after),
      draws("warm", pass.warm),
      draws("again", pass.again),
    ];
    this.redialChance = redial ? redial.chance : 0;
    this.redial = redial && Draws.uniform(stream("redial"));
    this.solved = pass.again && Draws.uniform(stream("solved"));
  }

  /** As many draws whatever they bring. */
  draw(): void {
    const [talk, hold, wrap, patience, redialAfter, warm, again] = this.parts;
    this.talkSeconds = talk === undefined ? 0 : talk.next();
    this.holdSeconds = hold === undefined ? 0 : hold.next();
    this.wrapSeconds = wrap === undefined ? 0 : wrap.next();
    this.patienceSeconds = patience === undefined ? Number.POSITIVE_INFINITY : patience.next();
    this.warmSeconds = warm === undefined ? 0 : warm.next();
    if (this.redial !== undefined) {
      const isWilling = this.redial.next() < this.redialChance;
      const afterSeconds = redialAfter!.next();
      this.redialAfterSeconds = isWilling ? afterSeconds : -1;
    }
    if (this.solved !== undefined) {
      this.isSolved = this.solved.next() < this.pass.solved ? 1 : 0;
      this.againSeconds = again!.next();
    }
  }
}

/** Draws what comes of contacts when they come to a queue; the fields are those of the last one drawn. */
export class OutcomeLuck {
  /** How the contact goes on, and with which luck; undefined for one that is not passed on. */
  pass: PassLuck | undefined;
  /** Place of that pass among all passes, -1 for none. */
  passIndex = -1;
  /** Its luck if it takes too long; undefined where none does. */
  readonly handover: PassLuck | undefined;
  /** -1 for one that is resolved. */
  repeatAfterSeconds = -1;
  /** What that comes of, for agents with whom the chance is another. */
  repeatUniform = 1;
  repeatDelaySeconds = -1;
  /** Worth of the sale and of the customer kept, -1 for none. */
  saleValue = -1;
  saveValue = -1;
  private readonly passLuck: readonly PassLuck[];
  private readonly fate: Draws | undefined;
  private readonly repeat: Draws | undefined;
  private readonly repeatAfter: Draws | undefined;
  private readonly sale: DealLuck | undefined;
  private readonly save: DealLuck | undefined;

  constructor(
    private readonly outcomes: QueueOutcomes,
    model: Model,
    name: string,
    seed: string,
    replication: number,
    way: Way,
  ) {
    const stream = (purpose: string) => openStream(seed, replication, way + purpose, name);
    const { passes, handover, repeat, sale, save } = outcomes;
    this.handover = handover && new PassLuck(handover.pass, model, seed, replication, way);
    this.passLuck = passes.map((pass) => new PassLuck(pass, model, seed, replication, way));
    this.fate = passes.length > 0 ? Draws.uniform(stream("outcome")) : undefined;
    this.repeat = repeat && Draws.uniform(stream("repeat"));
    this.repeatAfter = repeat && Draws.of(repeat.after, stream("repeat-after"));
    this.sale = sale && new DealLuck(sale, stream("sale"), stream("sale-value"));
    this.save = save && new DealLuck(save, stream("save"), stream("save-value"));
  }

  /** As many draws whatever they bring. */
  draw(): void {
    const { passes, repeat } = this.outcomes;
    this.pass = undefined;
    this.passIndex = -1;
    if (this.fate !== undefined) {
      const fate = this.fate.next();
      for (const luck of this.passLuck) luck.draw();
      const chosen = passes.findIndex(({ below }) => fate < below);
      if (chosen >= 0) {
        this.pass = this.passLuck[chosen];
        this.passIndex = passes[chosen].index;
      }
    }
    if (this.handover !== undefined) this.handover.draw();
    if (repeat !== undefined) {
      this.repeatUniform = this.repeat!.next();
      this.repeatDelaySeconds = this.repeatAfter!.next();
      this.repeatAfterSeconds = this.repeatUniform < repeat.chance ? this.repeatDelaySeconds : -1;
    }
    if (this.sale !== undefined) this.saleValue = this.sale.next();
    if (this.save !== undefined) this.saveValue = this.save.next();
  }
}

/** Draws whether there is a sale, and its worth. */
class DealLuck {
  private readonly isMade: Draws;
  private readonly value: Draws;

  constructor(
    private readonly deal: Deal,
    made: () => number,
    value: () => number,
  ) {
    this.isMade = Draws.uniform(made);
    this.value = Draws.of(deal.value, value);
  }

  /** The worth, -1 for none. */
  next(): number {
    const isMade = this.isMade.next() < this.deal.chance;
    const value = this.value.next();
    return isMade ? value : -1;
  }
}
