import type { Check } from "./checks.js";
import { Coverage } from "./coverage.js";
import { type Engine, type EngineBuild, MOST_AT_ONCE } from "./engine-build.js";
import type { Mutant } from "./mutants.js";

/** A loop of a mutant may take so many times the turns of the engine's own, and some. */
const TURNS_FACTOR = 20;
const MORE_TURNS = 100_000;

/** From so many mutants on it is worth the while to see which checks reach which of them. */
const WORTH_COVERAGE = 20;

interface Expected {
  readonly values: readonly (number | string)[];
  readonly turns: number;
  /** The most storage at once that the check may ask for. */
  readonly most: number;
}

interface Asked {
  readonly check: Check;
  /** What the engine as it is does, once somebody has asked. */
  expected: Expected | undefined;
  /** How many mutants it has told. */
  told: number;
}

class ToldApart extends Error {}

/** Tells mutants from the engine: does everything with both, and looks for the first difference. */
export class Hunt {
  private readonly asked: readonly Asked[];
  /** By the mutant's name, what reaches its place, where that is known. */
  private readonly reaching = new Map<string, Asked[]>();

  /** A hunt for these mutants: where they are many, each is tried only on checks that reach its place. */
  constructor(
    private readonly build: EngineBuild,
    checks: readonly Check[],
    mutants: readonly Mutant[],
  ) {
    this.asked = checks.map((check) => ({ check, expected: undefined, told: 0 }));
    if (mutants.length < WORTH_COVERAGE) return;
    const coverage = new Coverage(build, mutants);
    for (const { id } of mutants) this.reaching.set(id, []);
    for (const one of this.asked) {
      build.turns.most = this.expectedOf(one).most;
      // A copy, so that nothing is kept of what another check did with it.
      const reached = coverage.reachedBy(() => one.check.run({ ...coverage.engine }, () => {}));
      for (const place of reached) this.reaching.get(mutants[place].id)!.push(one);
    }
  }

  /** The check that told the mutant apart, or what became of it; undefined where nothing did. */
  find(mutant: Mutant): string | undefined {
    let engine: Engine;
    this.build.turns.left = MORE_TURNS;
    try {
      engine = this.build.mutant(mutant);
    } catch (error) {
      return `does not load: ${String(error)}`;
    }
    return this.firstToTell(engine, this.reaching.get(mutant.id) ?? this.asked);
  }

  /** What all checks say of any engine. */
  compare(engine: Engine): string | undefined {
    return this.firstToTell(engine, this.asked);
  }

  /** Those first that have told many, and of these those that are quickly done. */
  private firstToTell(engine: Engine, asked: readonly Asked[]): string | undefined {
    const effort = ({ expected, told }: Asked) =>
      expected ? (expected.turns + expected.values.length + 100) / (told + 1) : 0;
    for (const one of [...asked].sort((a, b) => effort(a) - effort(b))) {
      const found = this.difference(engine, one);
      if (found === undefined) continue;
      one.told++;
      return found;
    }
    return undefined;
  }

  private expectedOf(asked: Asked): Expected {
    asked.expected ??= this.recorded(asked.check);
    return asked.expected;
  }

  private recorded(check: Check): Expected {
    const { turns } = this.build;
    const values: (number | string)[] = [];
    turns.left = Number.MAX_SAFE_INTEGER;
    turns.most = Number.POSITIVE_INFINITY;
    turns.largest = 0;
    check.run({ ...this.build.engine() }, (value) => values.push(value));
    const most = Math.max(MOST_AT_ONCE, turns.largest);
    return { values, turns: Number.MAX_SAFE_INTEGER - turns.left, most };
  }

  private difference(engine: Engine, asked: Asked): string | undefined {
    const { check } = asked;
    const { values, turns, most } = this.expectedOf(asked);
    this.build.turns.left = TURNS_FACTOR * turns + MORE_TURNS;
    this.build.turns.most = most;
    let at = 0;
    try {
      check.run(engine, (value) => {
        if (!Object.is(value, values[at++])) throw new ToldApart();
      });
    } catch (error) {
      return error instanceof ToldApart ? check.name : `${check.name}: ${String(error).split("\n")[0]}`;
    }
    return at === values.length ? undefined : check.name;
  }
}
