import type { Model } from "../../model/model.js";
import type { People } from "../../model/people.js";

/** By team, and by date of the shift's start, the share of their time that its agents supervise. */
export type SupervisingShares = readonly ReadonlyMap<string, number>[];

/**
 * What teams give to supervising others: of the rostered time of every agent who is supervised on a day the
 * share asked for, spread evenly over the rostered time of those who supervise that day, if there are any.
 */
export function supervisingShares(model: Model, people: People, tenures: Float64Array): SupervisingShares {
  const { teams } = model.scenario;
  return teams.map(({ name }, team) => {
    const asked = new Map<string, number>();
    for (const [trainees, some] of people.teams.entries()) {
      if (some?.training?.supervision?.team !== name) continue;
      const { lengthSeconds, nestingSeconds, supervision } = some.training;
      const isNesting = (tenure: number) =>
        tenure >= lengthSeconds && tenure < lengthSeconds + nestingSeconds;
      addRostered(model, trainees, tenures, (tenure) => (isNesting(tenure) ? supervision.share : 0), asked);
    }
    if (asked.size === 0) return asked;
    const there = new Map<string, number>();
    addRostered(model, team, tenures, () => 1, there);
    return new Map(
      [...asked].flatMap(([date, seconds]) => {
        const of = there.get(date) ?? 0;
        return seconds > 0 && of > 0 ? [[date, Math.min(1, seconds / of)] as const] : [];
      }),
    );
  });
}

/** Adds the rostered seconds of a team's agents, each weighted by its tenure on that shift, date by date. */
function addRostered(
  { crews, warmupSeconds }: Model,
  team: number,
  tenures: Float64Array,
  weight: (tenure: number) => number,
  sums: Map<string, number>,
): void {
  for (const { crew, date, startSeconds, endSeconds } of crews.musters) {
    if (crews.teams[crew] !== team) continue;
    let sum = 0;
    for (let agent = crews.firstAgents[crew]; agent < crews.firstAgents[crew + 1]; agent++) {
      sum += weight(tenures[agent] + startSeconds - warmupSeconds);
    }
    sums.set(date, (sums.get(date) ?? 0) + sum * (endSeconds - startSeconds));
  }
}
