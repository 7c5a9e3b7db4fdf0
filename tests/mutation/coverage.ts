import type { Engine, EngineBuild } from "./engine-build.js";
import type { Mutant } from "./mutants.js";
import { type Stretch, stretchAt, watched } from "./stretches.js";

/**
 * Says of which mutants a piece of work reaches the changed place. What it does not reach it cannot tell
 * apart.
 */
export class Coverage {
  readonly engine: Engine;
  /** By mutant, the stretch of the engine's text in which it is; -1 for what is done when it is loaded. */
  private readonly stretchOf: readonly number[];

  constructor(
    private readonly build: EngineBuild,
    mutants: readonly Mutant[],
  ) {
    const texts = new Map<string, string>();
    const found = new Map<string, { readonly first: number; readonly stretches: readonly Stretch[] }>();
    let first = 0;
    for (const file of new Set(mutants.map((mutant) => mutant.file))) {
      const { text, stretches } = watched(build.text({ file }), first);
      texts.set(file, text);
      found.set(file, { first, stretches });
      first += stretches.length;
    }
    this.stretchOf = mutants.map(({ file, from }) => {
      const place = stretchAt(found.get(file)!.stretches, from);
      return place < 0 ? -1 : found.get(file)!.first + place;
    });
    build.turns.reached = new Uint8Array(first);
    this.engine = build.withTexts(texts);
  }

  /** The places in `mutants` of those that `work` reaches. */
  reachedBy(work: () => void): number[] {
    const { reached } = this.build.turns;
    reached.fill(0);
    work();
    return this.stretchOf.flatMap((stretch, place) => (stretch < 0 || reached[stretch] === 1 ? [place] : []));
  }
}
