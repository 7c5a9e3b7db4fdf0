import { readdirSync, readFileSync } from "node:fs";
import { version } from "../../../src/kit/version.js";
import {
  againstLonger,
  type Compared,
  compare,
  foreseeing,
  kindOf,
  LIMIT,
  longerPatience,
  lookAgain,
  type Pooled,
  pool,
} from "../computed/comparison.js";
import { casesOf } from "../computed/computed-cases.js";
import { families } from "../computed/families.js";
import type { Family } from "../computed/family.js";
import { percentTold } from "../computed/hold-family.js";
import { notYetExpressible } from "../not-simulated.js";
import { oracleCases } from "../oracle-cases.js";
import { type DayCurve, followDayOfCharts } from "./day-curve.js";
import { followWaits, type WaitCurve } from "./wait-curve.js";

/** What the charts and the page are made of; docs/charts/figures.json. */
export interface ChartData {
  readonly version: string;
  readonly published: number;
  /** Of the published cases, those that no scenario says. */
  readonly notExpressible: number;
  readonly families: readonly FamilyData[];
  readonly waits: WaitCurve;
  readonly day: DayCurve;
  readonly proofs: Proofs;
}

/** A family in figures. */
export interface FamilyData {
  readonly name: string;
  readonly truth: string;
  readonly cases: number;
  readonly byFormula: number;
  /** Of every simulated figure, how many standard errors it is off. */
  readonly scores: readonly number[];
  /** Of every case with a mean wait: seconds by theory, simulated, and one standard error. */
  readonly waits: readonly (readonly [truth: number, reached: number, standardError: number])[];
  /** Cases that were looked at again, with the worst score of both looks. */
  readonly again: readonly { readonly id: string; readonly first: number; readonly second: number }[];
  readonly pooled: readonly Omit<Pooled, "spread">[];
  /** Handling longer by so many per cent is four standard errors of all cases together. */
  readonly longerPercent: number;
  /** Patience longer by so many per cent is four standard errors of all cases together; of one family. */
  readonly patiencePercent?: number;
  /** Handling longer by so many per cent is told apart in a test. */
  readonly toldPercent: number;
}

/** How much else is held, counted in the tests. */
export interface Proofs {
  readonly laws: number;
  readonly falseLaws: number;
  readonly naiveScenarios: number;
  readonly badInputs: number;
}

const short = (value: number) => Number(value.toPrecision(6));
const worst = (compared: readonly Compared[]) => Math.max(...compared.map(({ score }) => Math.abs(score)));

function familyData(family: Family): FamilyData {
  const cases = casesOf(family);
  const looks = cases.map((given) => ({ given, first: compare(family, given) }));
  const all = looks.flatMap(({ first }) => first);
  const again = looks.filter(({ first }) => worst(first) >= LIMIT);
  return {
    name: family.name,
    truth: family.truth,
    cases: cases.length,
    byFormula: family.formula ? cases.length : 0,
    scores: all.map(({ score }) => Number(score.toFixed(3))),
    waits: looks.flatMap(({ first }) => {
      const wait = first.find(({ name }) => kindOf(name) === "wait");
      return wait ? [[short(wait.truth), short(wait.reached), short(wait.standardError)] as const] : [];
    }),
    again: again.map(({ given, first }) => ({
      id: given.id,
      first: short(worst(first)),
      second: short(worst(lookAgain(family, given))),
    })),
    pooled: pool(all).map(({ spread: _, ...one }) => ({
      ...one,
      score: short(one.score),
      detectable: short(one.detectable),
      median: short(one.median),
      worst: short(one.worst),
    })),
    longerPercent: short(LIMIT / againstLonger(all).power),
    ...(family.morePatient && {
      patiencePercent: short(
        LIMIT / againstLonger(foreseeing(family, cases, all, longerPatience(family, 1.01))).power,
      ),
    }),
    toldPercent: percentTold(family),
  };
}

function countProofs(): Proofs {
  const tests = new URL("../../", import.meta.url);
  const text = (path: string) => readFileSync(new URL(path, tests), "utf8");
  const count = (path: string) => text(path).match(/^ {2}it\(/gm)?.length ?? 0;
  const laws = readdirSync(new URL("laws/", tests)).filter((name) => name.endsWith(".test.ts"));
  return {
    laws: laws
      .filter((name) => !name.startsWith("false"))
      .reduce((sum, name) => sum + count(`laws/${name}`), 0),
    falseLaws: count("laws/false-laws.test.ts"),
    naiveScenarios: Number(/NAIVE_SCENARIOS \?\? (\d+)/.exec(text("naive/agree-on-scenarios.ts"))?.[1]),
    badInputs: ["bad", "bad-tables"].reduce((sum, folder) => sum + messagesIn(new URL(folder, tests)), 0),
  };
}

/** Every bad input has its message in a text file beside it. */
function messagesIn(folder: URL): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".txt"))
    .length;
}

/** Simulates everything that the charts show; some forty seconds. */
export function gather(): ChartData {
  return {
    version,
    published: oracleCases.length,
    notExpressible: Object.keys(notYetExpressible).length,
    families: families.map(familyData),
    waits: followWaits(),
    day: followDayOfCharts(),
    proofs: countProofs(),
  };
}
