import { compileSampler } from "../../random/compile-sampler.js";
import { openStream } from "../../random/stream.js";
import type { Team } from "../../scenario/team.js";
import { teamAgents } from "../changed-scenario.js";

/** Draws from a distribution of tenures, and groups of alike ones made of them. */
const DRAWS = 4_000;
const GROUPS = 100;
/** Whoever has been there for ever has been there for so long: no curve and no exam knows more. */
export const EVER_SECONDS = 100 * 365.25 * 86_400;

/** Some of the heads there are at the start. */
export interface FirstHeads {
  /** Of all heads. */
  readonly share: number;
  readonly tenureSeconds: number;
}

/**
 * How long those have been there with whom the plan begins: by the team's `tenure` (the same draws whatever
 * the seed, in groups of alike ones), by its `hired` in proportion to its agents, else for ever.
 */
export function firstHeads(team: Team): FirstHeads[] {
  const { tenure } = team;
  if (!tenure) return [{ share: 1, tenureSeconds: EVER_SECONDS }];
  if (tenure.kind === "hired") {
    const agents = teamAgents(team);
    const lately = tenure.groups.map((group) => ({
      share: group.agents / agents,
      tenureSeconds: group.tenureSeconds,
    }));
    const others = 1 - lately.reduce((sum, one) => sum + one.share, 0);
    return [...lately, { share: Math.max(0, others), tenureSeconds: EVER_SECONDS }];
  }
  const draw = compileSampler(tenure.of, openStream("hiring", 0, "tenure", team.name));
  const drawn = Float64Array.from({ length: DRAWS }, () => draw()).sort();
  const each = DRAWS / GROUPS;
  return Array.from({ length: GROUPS }, (_, group) => {
    const alike = drawn.subarray(group * each, (group + 1) * each);
    const tenureSeconds = alike.reduce((sum, one) => sum + one, 0) / each;
    return { share: 1 / GROUPS, tenureSeconds: Math.min(tenureSeconds, EVER_SECONDS) };
  });
}
