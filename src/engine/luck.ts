import type { ModelQueue } from "../model/model.js";
import { compileSampler } from "../random/compile-sampler.js";
import type { Distribution } from "../random/distribution.js";
import { openStream } from "../random/stream.js";
import type { Contacts } from "./contacts.js";

type Sampler = (() => number) | undefined;

/**
 * Draws a contact's luck when it arrives, each part from a stream of its own, so that the nth caller of a queue is the
 * same person in every variant of the scenario. Redials draw from streams of their own, or they would shift those of
 * the callers behind them.
 */
export class Luck {
  private readonly talk: Sampler;
  private readonly hold: Sampler;
  private readonly wrap: Sampler;
  private readonly patience: Sampler;
  private readonly redialDraw: Sampler;
  private readonly redialAfter: Sampler;
  private readonly redialChance: number;

  /** `attempt` is `first` or `redial`. */
  constructor(queue: ModelQueue, seed: string, replication: number, attempt: "first" | "redial") {
    const prefix = attempt === "first" ? "" : "redial-";
    const stream = (purpose: string) => openStream(seed, replication, prefix + purpose, queue.name);
    const sampler = (purpose: string, distribution: Distribution | undefined) =>
      distribution && compileSampler(distribution, stream(purpose));
    this.talk = sampler("talk", queue.talk);
    this.hold = sampler("hold", queue.hold);
    this.wrap = sampler("wrap", queue.wrap);
    this.patience = sampler("patience", queue.patience);
    this.redialChance = queue.redial ? queue.redial.chance : 0;
    this.redialDraw = queue.redial && stream("redial");
    this.redialAfter = sampler("redial-after", queue.redial?.after);
  }

  /** Draws everything about the contact in `slot`; handle times are multiplied by `handleFactor`. */
  draw(contacts: Contacts, slot: number, handleFactor: number): void {
    const { talk, hold, wrap, patience, redialDraw, redialAfter } = this;
    contacts.talkSeconds[slot] = talk === undefined ? 0 : talk() * handleFactor;
    contacts.holdSeconds[slot] = hold === undefined ? 0 : hold() * handleFactor;
    contacts.wrapSeconds[slot] = wrap === undefined ? 0 : wrap() * handleFactor;
    contacts.patienceSeconds[slot] = patience === undefined ? Number.POSITIVE_INFINITY : patience();
    if (redialDraw !== undefined && redialAfter !== undefined) {
      const willing = redialDraw() < this.redialChance;
      const afterSeconds = redialAfter();
      contacts.redialAfterSeconds[slot] = willing ? afterSeconds : -1;
    } else {
      contacts.redialAfterSeconds[slot] = -1;
    }
  }
}
