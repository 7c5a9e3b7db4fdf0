import type { Scenario } from "../scenario/scenario.js";
import { usesRules } from "./routing-rules.js";

/** Who may serve what, as flat lists: entry k of team t lies at `start[t] + k`. */
export interface RoutingTables {
  /** For each queue, the teams with the skill, best preference first, among equals in file order. */
  readonly teamsOf: Lists;
  /**
   * For each team, the queues it may serve in the order in which a freed agent looks at them: by priority
   * where contacts are routed so, then by preference, overflow behind all that the team has the skill for.
   */
  readonly queuesOf: Lists;
  /**
   * By queue the one team with the skill, by team the one queue it may ever serve; -1 for several, and where
   * rules of routing are to be asked.
   */
  readonly onlyTeam: Int32Array;
  readonly onlyQueue: Int32Array;
  /** Whether any queue has a rule of overflow. */
  readonly overflows: boolean;
  /** Whether anything hangs on who joins or leaves a line: overflow, or how many wait. */
  readonly watchesLines: boolean;
  /** For each queue, its overflow rules, soonest first: after how long, and to which teams. */
  readonly overflowAfterSeconds: readonly Float64Array[];
  readonly overflowTeams: readonly (readonly Int32Array[])[];
  /** Handle time of queue q by team t is divided by `speeds[q * teams + t]`. */
  readonly speeds: Float64Array;
  /** Laid out as `speeds`: 1 where the team has the skill, 0 where only overflow leads there. */
  readonly skilled: Uint8Array;
  readonly teams: number;
  /** For each queue, every team that may ever serve it. */
  readonly everServing: readonly Int32Array[];
}

/** Lists one behind the other in flat arrays: list `i` holds the items from `start[i]` to `start[i + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly item: Int32Array;
  /** Entries of one list with the same level are equals, between which waiting or idling longest decides. */
  readonly level: Int32Array;
  /**
   * For an overflow entry of a team, how many of the queue's overflow rules must have passed; 0 for a skill.
   */
  readonly needs: Int32Array;
}

interface Entry {
  readonly item: number;
  readonly priority: number;
  readonly preference: number;
  readonly needs: number;
}

/** Preference of work that came by overflow: behind all a team has the skill for. */
const OVERFLOW_PREFERENCE = 1_073_741_824;

/** The scenario's skills and routing as index tables. */
export function compileRouting(scenario: Scenario): RoutingTables {
  const { queues, teams, routing } = scenario;
  const queueIndex = new Map(queues.map((queue, index) => [queue.name, index]));
  const teamIndex = new Map(teams.map((team, index) => [team.name, index]));
  const priorities = queues.map((queue) => (routing.contact === "priority" ? queue.priority : 1));
  const speeds = new Float64Array(queues.length * teams.length).fill(1);
  const skilled = new Uint8Array(queues.length * teams.length);
  const teamsOf: Entry[][] = queues.map(() => []);
  const queuesOf: Entry[][] = teams.map(() => []);
  const everServing = queues.map(() => new Set<number>());
  for (const [team, { skills }] of teams.entries()) {
    for (const { queue: name, preference, speed } of skills) {
      const queue = queueIndex.get(name)!;
      teamsOf[queue].push({ item: team, priority: 1, preference, needs: 0 });
      queuesOf[team].push({ item: queue, priority: priorities[queue], preference, needs: 0 });
      everServing[queue].add(team);
      speeds[queue * teams.length + team] = speed;
      skilled[queue * teams.length + team] = 1;
    }
  }
  const overflowAfterSeconds: Float64Array[] = [];
  const overflowTeams: Int32Array[][] = [];
  for (const [index, queue] of queues.entries()) {
    const rules = routing.overflow
      .filter((rule) => rule.queue === queue.name)
      .sort((a, b) => a.afterSeconds - b.afterSeconds);
    overflowAfterSeconds.push(Float64Array.from(rules, (rule) => rule.afterSeconds));
    overflowTeams.push(rules.map((rule) => Int32Array.from(rule.to, (name) => teamIndex.get(name)!)));
    for (const [level, rule] of rules.entries()) {
      for (const name of rule.to) {
        const team = teamIndex.get(name)!;
        queuesOf[team].push({
          item: index,
          priority: priorities[index],
          preference: OVERFLOW_PREFERENCE,
          needs: level + 1,
        });
        everServing[index].add(team);
      }
    }
  }
  const ruled = usesRules(scenario);
  return {
    teamsOf: asLists(teamsOf),
    queuesOf: asLists(queuesOf),
    onlyTeam: Int32Array.from(teamsOf, ruled ? () => -1 : only),
    onlyQueue: Int32Array.from(queuesOf, ruled ? () => -1 : only),
    overflows: routing.overflow.length > 0,
    watchesLines:
      routing.overflow.length > 0 ||
      routing.contact === "ratio" ||
      queues.some(({ announce, callback, seats }) => (announce ?? callback ?? seats) !== undefined) ||
      queues.some(({ split }) => split?.by === "shortest-expected-delay"),
    overflowAfterSeconds,
    overflowTeams,
    speeds,
    skilled,
    teams: teams.length,
    everServing: everServing.map((set) => Int32Array.from([...set].sort((a, b) => a - b))),
  };
}

function only(entries: readonly Entry[]): number {
  return entries.length === 1 && entries[0].needs === 0 ? entries[0].item : -1;
}

function asLists(entries: Entry[][]): Lists {
  const sorted = entries.map((list) =>
    [...list].sort((a, b) => a.priority - b.priority || a.preference - b.preference),
  );
  const flat = sorted.flat();
  const start = new Int32Array(entries.length + 1);
  for (const [index, list] of sorted.entries()) start[index + 1] = start[index] + list.length;
  return {
    start,
    item: Int32Array.from(flat, (entry) => entry.item),
    level: Int32Array.from(sorted.flatMap(levels)),
    needs: Int32Array.from(flat, (entry) => entry.needs),
  };
}

function levels(sorted: readonly Entry[]): number[] {
  let level = 0;
  return sorted.map((entry, at) => {
    const before = sorted[at - 1];
    if (before && (before.priority !== entry.priority || before.preference !== entry.preference)) level++;
    return level;
  });
}
