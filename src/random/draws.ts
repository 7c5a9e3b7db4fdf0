import { compileSampler } from "./compile-sampler.js";
import type { Distribution } from "./distribution.js";
import { exponentialSampler } from "./exponential-sampler.js";
import type { Stream } from "./stream.js";

/** Fills an array with the next draws of a stream. */
type Fill = (into: Float64Array) => void;

const DRAWN_AT_ONCE = 64;

/**
 * The draws of one purpose and subject, one after the other, drawn by the handful: a loop over one kind of
 * distribution compiles to better code than a call that may be to any kind, and makes no garbage. The stream
 * must belong to this purpose alone, for it runs ahead.
 */
export class Draws {
  private readonly ahead = new Float64Array(DRAWN_AT_ONCE);
  private at = DRAWN_AT_ONCE;

  private constructor(private readonly fill: Fill) {}

  /** Draws of the distribution, in seconds. */
  static of(distribution: Distribution, stream: Stream): Draws {
    return new Draws(compileFill(distribution, stream));
  }

  /** Exponential draws with mean 1. */
  static unitExponential(stream: Stream): Draws {
    const draw = exponentialSampler(stream);
    return new Draws((into) => {
      for (let at = 0; at < into.length; at++) into[at] = draw();
    });
  }

  /** Uniform draws in [0, 1). */
  static uniform(stream: Stream): Draws {
    return new Draws((into) => {
      for (let at = 0; at < into.length; at++) into[at] = stream();
    });
  }

  next(): number {
    if (this.at === DRAWN_AT_ONCE) {
      this.fill(this.ahead);
      this.at = 0;
    }
    return this.ahead[this.at++];
  }
}

/** A loop for each kind, alike as they are: one shared loop would forget which kind it calls. */
function compileFill(distribution: Distribution, stream: Stream): Fill {
  const draw = compileSampler(distribution, stream);
  switch (distribution.kind) {
    case "constant":
      return (into) => into.fill(distribution.seconds);
    case "exponential":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "lognormal":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "gamma":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "weibull":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "erlang":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "uniform":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "triangular":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "empirical":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
    case "mixture":
      return (into) => {
        for (let at = 0; at < into.length; at++) into[at] = draw();
      };
  }
}
