import type { Learning, Licence, Pressure, Tenure, Training } from "../scenario/people.js";
import type { Scenario } from "../scenario/scenario.js";

/** What is asked and known of agents one by one. */
export interface People {
  /** By team; undefined where all agents are alike. */
  readonly teams: readonly (TeamPeople | undefined)[];
  /** Whether any team supervises another. */
  readonly supervises: boolean;
  /** By route, `queue * teams + team`: a bit for the licence asked for, of those of the team. */
  readonly licenceBits: Int32Array;
  /** By team, how long a block is in which one of its agents supervises; 0 where none does. */
  readonly supervisingBlocks: Float64Array;
}

/** The people of one team. */
export interface TeamPeople {
  /** Absent: all have been there for ever. */
  readonly tenure: Tenure | undefined;
  readonly learning: Learning | undefined;
  /** Of the quota of contacts a shift. */
  readonly pressure: (Pressure & { readonly contacts: number }) | undefined;
  readonly training: Training | undefined;
  /** In the order of the team's skills. */
  readonly licences: readonly (Licence & { readonly queue: number })[];
}

/** The people of a scenario; undefined where every agent of a team is like every other. */
export function compilePeople({ teams, queues }: Scenario): People | undefined {
  const queueIndex = new Map(queues.map(({ name }, index) => [name, index]));
  const each = teams.map(({ tenure, learning, training, skills, quota }): TeamPeople | undefined => {
    const licences = skills.flatMap(({ queue, licence }) =>
      licence ? [{ ...licence, queue: queueIndex.get(queue)! }] : [],
    );
    const { contacts, pressure: asked } = quota ?? {};
    const pressure = asked && { ...asked, contacts: contacts! };
    if (!learning && !training && !pressure && licences.length === 0) return undefined;
    return { tenure, learning, training, pressure, licences };
  });
  if (each.every((people) => people === undefined)) return undefined;
  const supervisions = each.flatMap((people) => people?.training?.supervision ?? []);
  const blockOf = (name: string) => supervisions.find(({ team }) => team === name)?.blockSeconds ?? 0;
  const licenceBits = new Int32Array(queues.length * teams.length);
  for (const [team, people] of each.entries()) {
    for (const [place, { queue }] of (people?.licences ?? []).entries()) {
      licenceBits[queue * teams.length + team] = 1 << place;
    }
  }
  return {
    teams: each,
    licenceBits,
    supervises: supervisions.length > 0,
    supervisingBlocks: Float64Array.from(teams, ({ name }) => blockOf(name)),
  };
}
