import { type Distribution, lognormalFromMean } from "../../../src/random/distribution.js";
import type { HandleTime } from "../theory/handle-times.js";
import type { Patience } from "../theory/impatience.js";

/** A handle time as the product draws it, with all its times multiplied. */
export function drawn(time: HandleTime, factor = 1): Distribution {
  if (time.kind === "two-kinds") return twoKinds(time.share, time.meansSeconds, factor);
  const meanSeconds = time.meanSeconds * factor;
  switch (time.kind) {
    case "exponential":
      return { kind: "exponential", meanSeconds };
    case "constant":
      return { kind: "constant", seconds: meanSeconds };
    case "erlang":
      return { kind: "erlang", meanSeconds, stages: time.stages };
    case "lognormal":
      return lognormalFromMean(meanSeconds, time.cv);
    case "gamma":
      return { kind: "gamma", meanSeconds, cv: time.cv };
    case "uniform": {
      const half = meanSeconds * time.halfWidth;
      return { kind: "uniform", minSeconds: meanSeconds - half, maxSeconds: meanSeconds + half };
    }
  }
}

/** Patience as the product draws it; `exponential-until` is no one distribution. */
export function drawnPatience(patience: Patience): Distribution {
  switch (patience.kind) {
    case "two-kinds":
      return twoKinds(patience.share, patience.meansSeconds, 1);
    case "exponential-until":
      throw new Error("an end of patience by a rule is not drawn");
    default:
      return patience;
  }
}

function twoKinds(share: number, means: readonly [number, number], factor: number): Distribution {
  const of = (meanSeconds: number): Distribution => ({
    kind: "exponential",
    meanSeconds: meanSeconds * factor,
  });
  return {
    kind: "mixture",
    parts: [
      { weight: share, of: of(means[0]) },
      { weight: 1 - share, of: of(means[1]) },
    ],
  };
}
