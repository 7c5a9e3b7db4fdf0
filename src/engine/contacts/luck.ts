import type { ModelQueue } from "../../model/model.js";
import type { Distribution } from "../../random/distribution.js";
import { Draws } from "../../random/draws.js";
import { openStream } from "../../random/stream.js";
import type { Contacts } from "./contacts.js";

/**
 * Draws a contact's luck when it arrives, each part from a stream of its own, so that the nth caller of a
 * queue is the same person in every variant of the scenario. Redials draw from streams of their own, or they
 * would shift those of the callers behind them.
 */
export class Luck {
  /** Drawn handle times are multiplied by this. */
  handleFactor = 1;
  private readonly talk: Draws | undefined;
  private readonly hold: Draws | undefined;
  private readonly wrap: Draws | undefined;
  private readonly hasParts: boolean;
  private readonly patience: Draws | undefined;
  private readonly redialDraw: Draws | undefined;
  private readonly redialAfter: Draws | undefined;
  private readonly redialChance: number;

  /** Of contacts that come for the first time, or again, or by a split, or wait when counted time starts. */
  constructor(
    queue: ModelQueue,
    seed: string,
    replication: number,
    attempt: "first" | "redial" | "repeat" | "backlog" | `split/${string}`,
  ) {
    const prefix = attempt === "first" ? "" : `${attempt}-`;
    const stream = (purpose: string) => openStream(seed, replication, prefix + purpose, queue.name);
    const draws = (purpose: string, distribution: Distribution | undefined) =>
      distribution && Draws.of(distribution, stream(purpose));
    this.talk = draws("talk", queue.talk);
    this.hold = draws("hold", queue.hold);
    this.wrap = draws("wrap", queue.wrap);
    this.hasParts = queue.hasParts;
    this.patience = draws("patience", queue.patience);
    this.redialChance = queue.redial ? queue.redial.chance : 0;
    this.redialDraw = queue.redial && Draws.uniform(stream("redial"));
    this.redialAfter = draws("redial-after", queue.redial?.after);
  }

  /** Draws everything about the contact in `slot`. */
  draw(contacts: Contacts, slot: number): void {
    const { talk, patience } = this;
    contacts.setTalkSeconds(slot, talk === undefined ? 0 : talk.next() * this.handleFactor);
    if (this.hasParts) this.drawParts(contacts, slot);
    contacts.patienceSeconds = patience === undefined ? Number.POSITIVE_INFINITY : patience.next();
    if (this.redialDraw !== undefined) this.drawRedial(contacts, slot);
  }

  // Apart, so that what most contacts go through stays small enough to be compiled into its caller.
  private drawParts(contacts: Contacts, slot: number): void {
    const { hold, wrap, handleFactor } = this;
    contacts.setHoldSeconds(slot, hold === undefined ? 0 : hold.next() * handleFactor);
    contacts.setWrapSeconds(slot, wrap === undefined ? 0 : wrap.next() * handleFactor);
  }

  private drawRedial(contacts: Contacts, slot: number): void {
    const isWilling = this.redialDraw!.next() < this.redialChance;
    const afterSeconds = this.redialAfter!.next();
    contacts.setRedialAfterSeconds(slot, isWilling ? afterSeconds : -1);
  }
}
