import { explore, inTheLongRun } from "./chain.js";

/** Queues and teams, all times exponential; small enough that every state can be written down. */
export interface Design {
  readonly queues: readonly {
    readonly perHour: number;
    readonly handleSeconds: number;
    readonly patienceSeconds?: number;
    /** Contacts of this queue waiting or in service. */
    readonly lines?: number;
    readonly priority?: number;
    readonly redial?: { readonly chance: number; readonly afterSeconds: number };
  }[];
  readonly teams: readonly {
    readonly agents: number;
    readonly skills: readonly {
      readonly queue: number;
      readonly preference: number;
      readonly speed: number;
      /** Not a skill of the team, but opened to those who wait, as soon as they wait. */
      readonly overflow?: boolean;
    }[];
  }[];
  readonly contact: "longest-waiting" | "priority";
  /** Contacts of all queues together, waiting or in service. */
  readonly lines?: number;
  /** Where nothing bounds who waits or tries again: so many, which are never reached in earnest. */
  readonly most?: number;
}

interface State {
  /** By team and queue, contacts in service. */
  readonly busy: readonly (readonly number[])[];
  /** Queues of those who wait, longest first; sorted where nobody asks who waits longest. */
  readonly waiting: readonly number[];
  /** Teams of idle agents, longest idle first; sorted where nobody asks who idles longest. */
  readonly idle: readonly number[];
  /** By queue, those who will try again. */
  readonly orbit: readonly number[];
}

/**
 * The design in the long run: its states with all that routing looks at, written down and solved. The rules
 * are the scenario format's: an arriving contact takes a free agent of the team that prefers it most, among
 * equals the longest idle; a freed agent takes the smallest priority, then what the team prefers most, among
 * equals the longest waiting.
 */
export function designInTheLongRun(design: Design) {
  const { queues, teams, most = Number.POSITIVE_INFINITY } = design;
  const rules = rulesOf(design);
  const start: State = {
    busy: teams.map(() => queues.map(() => 0)),
    waiting: [],
    idle: teams.flatMap(({ agents }, team) => new Array<number>(agents).fill(team)),
    orbit: queues.map(() => 0),
  };
  const chain = explore([start], (state) => {
    const moves: [number, State][] = [];
    for (const [queue, { perHour, patienceSeconds, redial }] of queues.entries()) {
      const { to, fate } = rules.arrives(state, queue);
      const again = redial && fate === "blocked" ? redial.chance : 0;
      moves.push([(perHour / 3600) * (1 - again), to]);
      if (again > 0) moves.push([(perHour / 3600) * again, orbiting(to, queue, 1, most)]);
      if (redial && state.orbit[queue] > 0) {
        const rate = state.orbit[queue] / redial.afterSeconds;
        moves.push([rate * (1 - again), orbiting(to, queue, -1, most)]);
      }
      if (patienceSeconds === undefined) continue;
      const chance = redial?.chance ?? 0;
      for (const [place, one] of state.waiting.entries()) {
        if (one !== queue) continue;
        const gone = { ...state, waiting: state.waiting.filter((_, at) => at !== place) };
        moves.push([(1 - chance) / patienceSeconds, gone]);
        if (chance > 0) moves.push([chance / patienceSeconds, orbiting(gone, queue, 1, most)]);
      }
    }
    for (const [team, { skills }] of teams.entries()) {
      for (const { queue, speed } of skills) {
        const count = state.busy[team][queue];
        if (count === 0) continue;
        moves.push([(count * speed) / queues[queue].handleSeconds, rules.ends(state, team, queue)]);
      }
    }
    return moves;
  });
  const shares = inTheLongRun(chain);
  const rate = { arrived: 0, blocked: 0, delayed: 0, waiting: 0, redialled: 0, overflowed: 0 };
  const sums = queues.map(() => ({ ...rate }));
  const busy = teams.map(() => 0);
  for (const [place, state] of chain.states.entries()) {
    const share = shares[place];
    for (const [queue, { perHour, redial }] of queues.entries()) {
      const again = redial ? state.orbit[queue] / redial.afterSeconds : 0;
      const coming = share * (perHour / 3600 + again);
      const { fate } = rules.arrives(state, queue);
      sums[queue].arrived += coming;
      sums[queue].redialled += share * again;
      if (fate === "blocked") sums[queue].blocked += coming;
      if (fate === "waits") sums[queue].delayed += coming;
      if (fate === "overflows") sums[queue].overflowed += coming;
      sums[queue].waiting += share * state.waiting.filter((one) => one === queue).length;
    }
    for (const [team, counts] of state.busy.entries()) {
      busy[team] += share * counts.reduce((sum, count) => sum + count, 0);
      for (const { queue, speed } of teams[team].skills) {
        const rate = (counts[queue] * speed) / queues[queue].handleSeconds;
        const next = rules.takes(state, team);
        if (next?.overflow) sums[next.queue].overflowed += share * rate;
      }
    }
  }
  const figures: Record<string, number> = {};
  for (const [queue, { patienceSeconds }] of queues.entries()) {
    const { arrived, blocked, delayed, waiting, redialled, overflowed } = sums[queue];
    const abandoned = patienceSeconds === undefined ? 0 : waiting / patienceSeconds;
    const name = (figure: string) => `${figure}, q${queue}`;
    if (delayed > 0) figures[name("p_wait_offered")] = delayed / arrived;
    if (delayed > 0) figures[name("mean_wait_all")] = waiting / (arrived - blocked);
    // Rarer than one in a thousand is seen too seldom to have a spread.
    if (blocked / arrived > 1e-3) figures[name("p_block")] = blocked / arrived;
    if (abandoned > 0) figures[name("p_abandon_offered")] = abandoned / arrived;
    if (redialled > 0) figures[name("redial_share")] = redialled / arrived;
    if (overflowed > 0) figures[name("overflowed")] = overflowed / arrived;
  }
  for (const [team, { agents }] of teams.entries()) figures[`occupancy, t${team}`] = busy[team] / agents;
  return { figures, states: chain.states.length };
}

function orbiting(state: State, queue: number, by: number, most: number): State {
  const orbit = state.orbit.map((count, at) => (at === queue ? Math.min(most, count + by) : count));
  return { ...state, orbit };
}

type Fate = "served" | "overflows" | "waits" | "blocked";

function rulesOf({ queues, teams, contact, lines, most = Number.POSITIVE_INFINITY }: Design) {
  const urgency = (queue: number) => (contact === "priority" ? (queues[queue].priority ?? 1) : 1);
  const skill = (team: number, queue: number) => teams[team].skills.find((one) => one.queue === queue);
  const liking = (team: number, queue: number) => {
    const found = skill(team, queue);
    return found === undefined ? Number.NaN : found.overflow ? 1e6 : found.preference;
  };
  const isTied = (values: readonly number[]) => new Set(values).size < values.length;
  const asksWhoWaits = teams.some(({ skills }, team) =>
    isTied(skills.map(({ queue }) => urgency(queue) * 1e7 + liking(team, queue))),
  );
  const able = (queue: number) => [...teams.keys()].filter((team) => skill(team, queue));
  const asksWhoIdles = [...queues.keys()].some((queue) =>
    isTied(able(queue).map((team) => liking(team, queue))),
  );
  const tidy = (state: State): State => ({
    ...state,
    waiting: asksWhoWaits ? state.waiting : [...state.waiting].sort((a, b) => a - b),
    idle: asksWhoIdles ? state.idle : [...state.idle].sort((a, b) => a - b),
  });
  const without = <T>(items: readonly T[], place: number) => items.filter((_, at) => at !== place);
  const withBusy = (state: State, team: number, queue: number, by: number): State["busy"] =>
    state.busy.map((counts, t) => counts.map((count, q) => count + (t === team && q === queue ? by : 0)));
  const arrives = (state: State, queue: number): { to: State; fate: Fate } => {
    const inSystem = (one: number) =>
      state.busy.reduce((sum, counts) => sum + counts[one], 0) +
      state.waiting.filter((other) => other === one).length;
    const all = [...queues.keys()].reduce((sum, one) => sum + inSystem(one), 0);
    const isFull =
      inSystem(queue) >= (queues[queue].lines ?? Number.POSITIVE_INFINITY) ||
      all >= (lines ?? Number.POSITIVE_INFINITY);
    if (isFull) return { to: state, fate: "blocked" };
    let best = -1;
    for (const [place, team] of state.idle.entries()) {
      if (!skill(team, queue)) continue;
      if (best < 0 || liking(team, queue) < liking(state.idle[best], queue)) best = place;
    }
    if (best < 0) {
      if (state.waiting.length >= most) return { to: state, fate: "waits" };
      return { to: tidy({ ...state, waiting: [...state.waiting, queue] }), fate: "waits" };
    }
    const team = state.idle[best];
    const to = { ...state, busy: withBusy(state, team, queue, 1), idle: without(state.idle, best) };
    return { to: tidy(to), fate: skill(team, queue)!.overflow ? "overflows" : "served" };
  };
  const nextFor = (state: State, team: number): number => {
    let best = -1;
    for (const [place, one] of state.waiting.entries()) {
      if (!skill(team, one)) continue;
      const other = state.waiting[best];
      const isBetter =
        best < 0 ||
        urgency(one) < urgency(other) ||
        (urgency(one) === urgency(other) && liking(team, one) < liking(team, other));
      if (isBetter) best = place;
    }
    return best;
  };
  /** What an agent of the team would take if free, and whether it is not the team's own work. */
  const takes = (state: State, team: number) => {
    const best = nextFor(state, team);
    return best < 0 ? undefined : skill(team, state.waiting[best]);
  };
  const ends = (state: State, team: number, queue: number): State => {
    const freed = { ...state, busy: withBusy(state, team, queue, -1) };
    const best = nextFor(state, team);
    if (best < 0) return tidy({ ...freed, idle: [...state.idle, team] });
    const next = state.waiting[best];
    return tidy({
      ...freed,
      busy: withBusy(freed, team, next, 1),
      waiting: without(state.waiting, best),
    });
  };
  return { arrives, takes, ends };
}
