import type { ArrivalRates } from "../../src/model/arrival-rates.js";
import type { Model, ModelQueue } from "../../src/model/model.js";
import { compileSampler } from "../../src/random/compile-sampler.js";
import type { Distribution } from "../../src/random/distribution.js";
import { exponentialSampler } from "../../src/random/exponential-sampler.js";
import { gammaFactorSampler } from "../../src/random/gamma-sampler.js";
import { openStream } from "../../src/random/stream.js";

/** What chance decides about one call. */
export interface Fate {
  readonly talk: number;
  readonly hold: number;
  readonly wrap: number;
  readonly patience: number;
  /** How long after a failed try it tries again; undefined for never. */
  readonly redialAfter: number | undefined;
}

/** A contact's first call: when, and how it will go. */
export interface FirstCall {
  readonly at: number;
  readonly fate: Fate;
}

/** In which way callers came, before the purposes of their streams. */
type Way = "" | "redial-" | "repeat-" | "backlog-" | `split/${string}-`;

/** Draws the fates of a queue's calls of one way one after the other. */
export function fatesOf(queue: ModelQueue, seed: string, replication: number, prefix: Way) {
  const open = (purpose: string) => openStream(seed, replication, prefix + purpose, queue.name);
  const drawer = (purpose: string, distribution: Distribution | undefined, without: number) =>
    distribution ? compileSampler(distribution, open(purpose)) : () => without;
  const talk = drawer("talk", queue.talk, 0);
  const hold = drawer("hold", queue.hold, 0);
  const wrap = drawer("wrap", queue.wrap, 0);
  const patience = drawer("patience", queue.patience, Number.POSITIVE_INFINITY);
  const uniform = open("redial");
  const after = drawer("redial-after", queue.redial?.after, 0);
  return (factor: number): Fate => {
    const chance = queue.redial ? queue.redial.chance : 0;
    const willing = uniform() < chance;
    const redialAfter = after();
    return {
      talk: talk() * factor,
      hold: hold() * factor,
      wrap: wrap() * factor,
      patience: patience(),
      redialAfter: willing ? redialAfter : undefined,
    };
  };
}

/** All first calls of a queue until the horizon. */
export function firstCallsOf(model: Model, index: number, seed: string, replication: number): FirstCall[] {
  const queue = model.queues[index];
  const fate = fatesOf(queue, seed, replication, "");
  const { arrivals } = queue;
  if (arrivals.kind === "replay") {
    return Array.from(arrivals.atSeconds, (at, row) => {
      const drawn = fate(1);
      const handle = arrivals.handleSeconds?.[row] ?? Number.NaN;
      const patience = arrivals.patienceSeconds?.[row] ?? Number.NaN;
      return {
        at,
        fate: {
          ...drawn,
          ...(Number.isNaN(handle) ? {} : { talk: handle, hold: 0, wrap: 0 }),
          ...(Number.isNaN(patience) ? {} : { patience }),
        },
      };
    }).filter(({ at }) => at < model.horizonSeconds);
  }
  const factors = dayFactorsOf(model, index, seed, replication);
  const step = exponentialSampler(openStream(seed, replication, "arrivals", queue.name));
  const calls: FirstCall[] = [];
  let from = 0;
  let left = step();
  for (const piece of piecesOf(arrivals)) {
    const rate = piece.rate * factors[piece.day];
    let at = from + left / rate;
    while (at < piece.end) {
      calls.push({ at, fate: fate(piece.handleFactor) });
      from = at;
      left = step();
      at = from + left / rate;
    }
    left = Math.max(0, left - rate * (piece.end - from));
    from = piece.end;
  }
  return calls;
}

/** The table's factor on handle times at a moment; 1 where it has none. */
export function handleFactorAt(queue: ModelQueue, seconds: number): number {
  if (queue.arrivals.kind === "replay") return 1;
  return piecesOf(queue.arrivals).find((piece) => seconds < piece.end)!.handleFactor;
}

function piecesOf(rates: ArrivalRates) {
  return Array.from(rates.endsSeconds, (end, piece) => ({
    end,
    rate: rates.ratesPerSecond[piece],
    day: rates.days[piece],
    handleFactor: rates.handleFactors[piece],
  }));
}

function dayFactorsOf(model: Model, index: number, seed: string, replication: number): number[] {
  const { days } = model.scenario.calendar;
  const drawn = (cv: number, purpose: string, subject: string) => {
    const sample = cv > 0 ? gammaFactorSampler(cv, openStream(seed, replication, purpose, subject)) : () => 1;
    return days.map(() => sample());
  };
  const common = drawn(model.busynessCv, "busyness", "");
  const own = drawn(model.queues[index].busynessCv, "queue-busyness", model.queues[index].name);
  return common.map((factor, day) => factor * own[day]);
}
