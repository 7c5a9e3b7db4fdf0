import { settled } from "../computed/settled.js";
import { standardError } from "../simulated/claims.js";
import { steadyFigures } from "../simulated/steady-figures.js";
import { exponential } from "../simulated/steady-scenario.js";
import { lineInTheLongRun } from "../theory/birth-death.js";

const LINE = { agents: 20, perHour: 400, handleSeconds: 180, patienceSeconds: 120 };
const TO_SECONDS = 120;
const POINTS = [0, 2, 5, 10, 15, 20, 30, 40, 50, 60, 75, 90, 105, 120];

/** Shares answered and gone within a time. */
export interface WaitCurve extends Readonly<typeof LINE> {
  readonly exact: readonly (readonly [seconds: number, answered: number, gone: number])[];
  readonly simulated: readonly {
    readonly seconds: number;
    readonly answered: readonly [reached: number, standardError: number];
    readonly gone: readonly [reached: number, standardError: number];
  }[];
  /** Greatest distance from theory, in standard errors. */
  readonly worstScore: number;
}

const short = (value: number) => Number(value.toPrecision(6));

/** M/M/20+M: how soon callers are answered or hang up, by theory and simulated, each point by itself. */
export function followWaits(): WaitCurve {
  const { agents, perHour, handleSeconds, patienceSeconds } = LINE;
  const line = {
    rate: perHour / 3600,
    serviceRate: 1 / handleSeconds,
    agents,
    hangUpRate: 1 / patienceSeconds,
  };
  const at = (seconds: number) => {
    const { sl, p_abandon_within_T } = lineInTheLongRun(line, seconds);
    return [sl, p_abandon_within_T] as const;
  };
  const exact = Array.from({ length: TO_SECONDS + 1 }, (_, seconds) => {
    const [answered, gone] = at(seconds);
    return [seconds, short(answered), short(gone)] as const;
  });
  let worst = 0;
  const simulated = POINTS.map((seconds) => {
    const simulation = settled(
      [
        {
          ...{ perHour, talk: exponential(handleSeconds), patience: exponential(patienceSeconds) },
          withinSeconds: seconds,
        },
      ],
      { seed: `wait curve ${seconds}`, teams: [{ agents }], warmupSeconds: 3600 },
    );
    const figures = steadyFigures(simulation);
    const [answered, gone] = [figures["sl"], figures["p_abandon_within_T"]].map((figure, which) => {
      const error = standardError(figure, simulation.samples.length);
      if (error > 0) worst = Math.max(worst, Math.abs(figure.mean - at(seconds)[which]) / error);
      return [short(figure.mean), short(error)] as const;
    });
    return { seconds, answered, gone };
  });
  return { ...LINE, exact, simulated, worstScore: short(worst) };
}
