import { openStream, type Stream } from "../../random/stream.js";
import { worksOn } from "./days-off.js";
import type { AgentWeek, WeekCover } from "./week-cover.js";

/** What looking for a good week is told. */
export interface AnnealRequest {
  readonly cover: WeekCover;
  readonly seed: string;
  /** Changes tried; the same number gives the same week everywhere. */
  readonly moves: number;
}

/** Candidates of which the first agents are the best. */
const CANDIDATES = 40;
/** Of a shift's cost, the temperature at the beginning; and at the end. */
const HOT = 0.08;
const COLD = 0.0007;
/** Moves between one temperature and the next; then the best is kept, for copying it takes time. */
const STEP = 500;

/**
 * A good week by simulated annealing (Kirkpatrick et al. 1983): agents come, go, change their days, starts
 * and breaks; what costs more is kept ever less often. It knows no bound: the integer programme, which
 * begins at it, tells how far it is from the least cost.
 */
export function annealWeek({ cover, seed, moves }: AnnealRequest): AgentWeek[] {
  if (cover.kinds.every(({ patterns }) => patterns.length === 0)) return [];
  const week = new AnnealedWeek(cover, openStream(seed, 0, "schedule", "week"));
  week.addWhileBetter();
  const shiftCost = week.typicalCost();
  for (let move = 0; move < moves; move++) {
    if (move % STEP === 0) {
      week.keepIfBest();
      week.temperature = shiftCost * cooled(move / moves);
    }
    week.tryMove();
  }
  week.keepIfBest();
  return week.best();
}

/** From HOT to COLD; a power by multiplication has the same bytes everywhere. */
function cooled(part: number): number {
  const left = 1 - part;
  return COLD + (HOT - COLD) * left * left * left;
}

class AnnealedWeek {
  temperature = 0;
  private readonly agents: AgentWeek[] = [];
  private readonly onShift: Int32Array;
  private readonly wanted: Float64Array;
  private readonly usable: readonly number[];
  private readonly headsOfKind: Int32Array;
  private weekendHeads = 0;
  private readonly penalty: number;
  private cost = 0;
  private bestCost = Number.POSITIVE_INFINITY;
  private bestAgents: AgentWeek[] = [];

  constructor(
    private readonly cover: WeekCover,
    private readonly stream: Stream,
  ) {
    const { slots, need, given, kinds, underCosts } = cover;
    this.onShift = new Int32Array(slots);
    this.wanted = need.map((some, slot) => some - given[slot]);
    this.usable = [...kinds.keys()].filter((kind) => kinds[kind].patterns.length > 0);
    this.headsOfKind = new Int32Array(kinds.length);
    const underCost = underCosts.reduce((sum, one) => sum + one, 0);
    this.penalty = 4 * this.typicalCost() + 0.05 * underCost;
  }

  /** What a week of an agent costs, about. */
  typicalCost(): number {
    const costs = this.usable.map((kind) => this.weekCost(this.draw(kind)));
    return Math.max(1e-6, costs.reduce((sum, one) => sum + one, 0) / costs.length);
  }

  best(): AgentWeek[] {
    return this.bestAgents;
  }

  /** Adds the best of some candidates as long as that makes the week cheaper. */
  addWhileBetter(): void {
    for (;;) {
      let best: AgentWeek | undefined;
      let least = -1e-9;
      for (let candidate = 0; candidate < CANDIDATES; candidate++) {
        const agent = this.draw(this.anyOf(this.usable));
        const change = this.put(agent);
        this.take(agent);
        if (change < least) {
          least = change;
          best = agent;
        }
      }
      if (!best) break;
      this.cost += this.put(best);
      this.agents.push(best);
    }
  }

  tryMove(): void {
    const chance = this.stream();
    const index = Math.floor(this.stream() * this.agents.length);
    const agent = this.agents[index];
    if (agent === undefined || chance < 0.03) this.tryReplace(-1, this.draw(this.anyOf(this.usable)));
    else if (chance < 0.06) this.tryReplace(index, undefined);
    else if (chance < 0.1) this.tryReplace(index, this.draw(this.anyOf(this.usable)));
    else if (chance < 0.25) this.tryReplace(index, this.withOtherDays(agent));
    else if (chance < 0.4) this.tryReplace(index, this.withOtherStarts(agent));
    else this.tryBreak(agent);
  }

  private tryReplace(index: number, next: AgentWeek | undefined): void {
    let change = 0;
    if (index >= 0) change += this.take(this.agents[index]);
    if (next) change += this.put(next);
    if (!this.accepts(change)) {
      if (next) this.take(next);
      if (index >= 0) this.put(this.agents[index], true);
      return;
    }
    this.cost += change;
    if (index < 0) this.agents.push(next!);
    else if (next) this.agents[index] = next;
    else {
      this.agents[index] = this.agents[this.agents.length - 1];
      this.agents.pop();
    }
  }

  private tryBreak(agent: AgentWeek): void {
    const { breaks } = this.cover.kinds[agent.kind];
    if (breaks.length === 0) return;
    const days = agent.days.filter((day) => day !== undefined);
    const day = days[Math.floor(this.stream() * days.length)];
    const rest = Math.floor(this.stream() * breaks.length);
    const { from, to, slots } = breaks[rest];
    const before = day.breaks[rest];
    const after = from + Math.floor(this.stream() * (to - from - slots + 1));
    if (after === before) return;
    const change = this.book(day.slot + before, slots, 1) + this.book(day.slot + after, slots, -1);
    if (this.accepts(change)) {
      day.breaks[rest] = after;
      this.cost += change;
    } else {
      this.book(day.slot + after, slots, 1);
      this.book(day.slot + before, slots, -1);
    }
  }

  private accepts(change: number): boolean {
    if (change <= 0) return true;
    // Threshold accepting (Dueck and Scheuer 1990): a uniform draw in place of an exponential function.
    return change < this.temperature * this.stream() * this.stream();
  }

  keepIfBest(): void {
    if (this.cost >= this.bestCost - 1e-9) return;
    this.bestCost = this.cost;
    this.bestAgents = this.agents.map(copyOf);
  }

  private draw(kind: number): AgentWeek {
    const { bands, patterns } = this.cover.kinds[kind];
    return this.made(kind, Math.floor(this.stream() * bands.length), this.anyOf(patterns));
  }

  private withOtherDays({ kind, band }: AgentWeek): AgentWeek {
    return this.made(kind, band, this.anyOf(this.cover.kinds[kind].patterns));
  }

  private withOtherStarts({ kind, band, pattern }: AgentWeek): AgentWeek {
    const { bands } = this.cover.kinds[kind];
    const step = 1 + Math.floor(this.stream() * 3);
    const other = this.stream() < 0.5 ? band - step : band + step;
    return this.made(kind, Math.max(0, Math.min(bands.length - 1, other)), pattern);
  }

  private made(kind: number, band: number, pattern: number): AgentWeek {
    const { bands, starts, breaks } = this.cover.kinds[kind];
    const { first, last } = bands[band];
    const days = starts.map((some, day) => {
      if (!some || !worksOn(pattern, day)) return undefined;
      const start = first + Math.floor(this.stream() * (last - first + 1));
      // Placed when the agent is put in, where agents are needed least.
      return { start, slot: some[start], breaks: breaks.map(({ from }) => from) };
    });
    return { kind, band, pattern, days };
  }

  private weekCost({ kind, days }: AgentWeek): number {
    const { costs } = this.cover.kinds[kind];
    return days.reduce((sum, day, index) => sum + (day ? costs[index]![day.start] : 0), 0);
  }

  /** Puts an agent in; the change of the cost. Breaks are placed anew unless `asItIs`. */
  private put(agent: AgentWeek, asItIs = false): number {
    const kind = this.cover.kinds[agent.kind];
    let change = this.weekCost(agent) + this.count(agent, 1);
    for (const day of agent.days) {
      if (!day) continue;
      change += this.book(day.slot, kind.slots, 1);
      for (const [rest, { from, to, slots }] of kind.breaks.entries()) {
        if (!asItIs) day.breaks[rest] = this.leastNeeded(day.slot, from, to - slots, slots);
        change += this.book(day.slot + day.breaks[rest], slots, -1);
      }
    }
    return change;
  }

  private take(agent: AgentWeek): number {
    const kind = this.cover.kinds[agent.kind];
    let change = -this.weekCost(agent) + this.count(agent, -1);
    for (const day of agent.days) {
      if (!day) continue;
      change += this.book(day.slot, kind.slots, -1);
      for (const [rest, { slots }] of kind.breaks.entries()) {
        change += this.book(day.slot + day.breaks[rest], slots, 1);
      }
    }
    return change;
  }

  private leastNeeded(start: number, first: number, last: number, slots: number): number {
    let best = first;
    let least = Number.POSITIVE_INFINITY;
    for (let at = first; at <= last; at++) {
      const change = this.book(start + at, slots, -1);
      this.book(start + at, slots, 1);
      if (change < least) {
        least = change;
        best = at;
      }
    }
    return best;
  }

  /** Heads of the kind and of the weekend; the change of what breaking the rules about heads costs. */
  private count({ kind, pattern }: AgentWeek, sign: 1 | -1): number {
    const before = this.violations();
    this.headsOfKind[kind] += sign;
    const { weekend } = this.cover;
    if (weekend && (pattern & weekend.days) !== 0) this.weekendHeads += sign;
    return (this.violations() - before) * this.penalty;
  }

  private violations(): number {
    const { most, shares, weekend } = this.cover;
    const all = this.headsOfKind.reduce((sum, one) => sum + one, 0);
    let sum = Math.max(0, all - most);
    for (const share of shares) {
      const heads = share.kinds.reduce((some, kind) => some + this.headsOfKind[kind], 0);
      sum += Math.max(0, heads - share.most * all - 1e-9) + Math.max(0, share.least * all - heads - 1e-9);
    }
    return sum + (weekend ? Math.max(0, this.weekendHeads - weekend.mostShare * all - 1e-9) : 0);
  }

  /** So many agents more in slots; the change of the cost of those missing and those too many. */
  private book(from: number, slots: number, sign: 1 | -1): number {
    const { onShift, wanted, cover } = this;
    const { underCosts, overCost, wraps } = cover;
    let change = 0;
    for (let slot = from; slot < from + slots; slot++) {
      const at = slot < cover.slots ? slot : wraps ? slot % cover.slots : -1;
      if (at < 0) continue;
      const short = wanted[at] - onShift[at];
      const after = short - sign;
      onShift[at] += sign;
      const underCost = underCosts[at];
      change += after > 0 ? after * underCost : -after * overCost;
      change -= short > 0 ? short * underCost : -short * overCost;
    }
    return change;
  }

  private anyOf(some: readonly number[]): number {
    return some[Math.floor(this.stream() * some.length)];
  }
}

function copyOf(agent: AgentWeek): AgentWeek {
  return { ...agent, days: agent.days.map((day) => day && { ...day, breaks: [...day.breaks] }) };
}
