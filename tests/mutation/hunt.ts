import type { Check } from "./checks.js";
import type { Engine, EngineBuild } from "./engine-build.js";
import type { Mutant } from "./mutants.js";

/** A loop of a mutant may take so many times the turns of the engine's own, and some. */
const TURNS_FACTOR = 20;
const MORE_TURNS = 100_000;

interface Expected {
  readonly check: Check;
  readonly values: readonly (number | string)[];
  readonly turns: number;
}

class ToldApart extends Error {}

/** Tells mutants from the engine: does everything with both, and looks for the first difference. */
export class Hunt {
  private readonly expected: Expected[];

  constructor(
    private readonly build: EngineBuild,
    checks: readonly Check[],
  ) {
    this.expected = checks.map((check) => this.recorded(check));
  }

  /** The check that told the mutant apart, or what became of it; undefined where nothing did. */
  find(mutant: Mutant): string | undefined {
    let engine: Engine;
    try {
      engine = this.build.mutant(mutant);
    } catch (error) {
      return `does not load: ${String(error)}`;
    }
    return this.compare(engine);
  }

  /** The same for any engine. */
  compare(engine: Engine): string | undefined {
    for (const [place, one] of this.expected.entries()) {
      const found = this.difference(engine, one);
      if (found === undefined) continue;
      // What told this one is likely to tell the next.
      this.expected.splice(place, 1);
      this.expected.unshift(one);
      return found;
    }
    return undefined;
  }

  private recorded(check: Check): Expected {
    const { turns } = this.build;
    const values: (number | string)[] = [];
    turns.left = Number.MAX_SAFE_INTEGER;
    check.run(this.build.engine(), (value) => values.push(value));
    return { check, values, turns: Number.MAX_SAFE_INTEGER - turns.left };
  }

  private difference(engine: Engine, { check, values, turns }: Expected): string | undefined {
    this.build.turns.left = TURNS_FACTOR * turns + MORE_TURNS;
    let at = 0;
    try {
      check.run(engine, (value) => {
        if (!Object.is(value, values[at++])) throw new ToldApart();
      });
    } catch (error) {
      return error instanceof ToldApart ? check.name : `${check.name}: ${String(error)}`;
    }
    return at === values.length ? undefined : check.name;
  }
}
