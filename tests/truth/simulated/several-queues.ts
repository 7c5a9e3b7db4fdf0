import type { OracleCase } from "../oracle-cases.js";
import { type Claim, claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { delayed, offered, steadyFigures, times } from "./steady-figures.js";
import { exponential, type SteadyQueue, steadyScenario } from "./steady-scenario.js";

const byPriority = { agent: "longest-idle", contact: "priority", overflow: [] } as const;

/** Classes served in the order given, a contact in hand never broken off. */
const priorities: Simulated = ({ id, input, expected }, stretch) => {
  const unitSeconds = input.lams ? 60 : 1;
  const rates: number[] = input.lams ?? input.calls_per_hour.map((calls: number) => calls / 3600);
  const handleSeconds: number = input.aht_s ?? unitSeconds / input.mu;
  const queues = rates.map(
    (rate, index): SteadyQueue => ({
      ratePerSecond: rate / unitSeconds,
      talk: exponential(handleSeconds * stretch),
      priority: index + 1,
    }),
  );
  const simulation = new Simulation(
    steadyScenario(queues, {
      warmupSeconds: 86_400,
      teams: [{ agents: input.agents }],
      routing: byPriority,
      seed: id,
    }),
  );
  const { total } = simulation.summary;
  const { classes, ...whole } = expected;
  const all = (of: Parameters<typeof added>[1]) => (totals: Parameters<typeof added>[0]) => added(totals, of);
  return [
    ...claimsOf(whole, {
      ...simulation,
      figures: {
        p_wait: simulation.ratio(all(delayed), all(offered)),
        wq_aggregate: times(total.asa, 1 / unitSeconds),
        wq_fcfs: times(total.asa, 1 / unitSeconds),
        sl_vip_20s: simulation.summary.queues[0].serviceLevels["abandoned-miss"],
      },
    }),
    ...classes.flatMap((one: Record<string, number>, index: number) =>
      claimsOf(one, {
        ...simulation,
        figures: steadyFigures(simulation, index, unitSeconds),
        unseen: ["cls"],
      }),
    ),
  ];
};

function added(
  { queues }: Simulation["samples"][number],
  of: (queue: Simulation["samples"][number]["queues"][number]) => number,
): number {
  return queues.reduce((sum, queue) => sum + of(queue), 0);
}

/** The answers about queue 1 or 2 have its number behind their name. */
function ofEach(
  simulation: Simulation,
  unitSeconds: number,
  names: Readonly<Record<string, string>>,
): Record<string, ReturnType<typeof times>> {
  const entries = [0, 1].flatMap((queue) => {
    const figures = steadyFigures(simulation, queue, unitSeconds);
    return Object.entries(names).map(([name, figure]) => [`${name}${queue + 1}`, figures[figure]]);
  });
  return Object.fromEntries(entries);
}

const prioritiesWithHangUps = ({ id, input, expected }: OracleCase, stretch: number): Claim[] => {
  const unitSeconds = 60;
  const queues = [0, 1].map(
    (index): SteadyQueue => ({
      ratePerSecond: input.lam[index] / unitSeconds,
      talk: exponential((unitSeconds / input.mu) * stretch),
      patience: exponential(unitSeconds / input.theta[index]),
      priority: index + 1,
    }),
  );
  const simulation = new Simulation(
    steadyScenario(queues, {
      warmupSeconds: 50 * unitSeconds,
      teams: [{ agents: input.agents }],
      routing: byPriority,
      seed: id,
    }),
  );
  return claimsOf(expected, {
    ...simulation,
    figures: {
      ...ofEach(simulation, unitSeconds, {
        lq: "lq",
        p_abandon_: "p_abandon",
        mean_wait_: "mean_wait_all",
      }),
      p_wait: simulation.ratio(
        (totals) => added(totals, delayed),
        (totals) => added(totals, offered),
      ),
      occupancy: simulation.summary.total.occupancy,
    },
    unseen: ["truncation_mass"],
  });
};

/** A team for the first class alone, and one that prefers the second and helps the first. */
const sharedTeam = ({ id, input, expected }: OracleCase, stretch: number): Claim[] => {
  const unitSeconds = 60;
  const queues = [0, 1].map(
    (index): SteadyQueue => ({
      ratePerSecond: input.lam[index] / unitSeconds,
      talk: exponential(unitSeconds * stretch),
      patience: exponential(unitSeconds / input.theta[index]),
    }),
  );
  const simulation = new Simulation(
    steadyScenario(queues, {
      warmupSeconds: 50 * unitSeconds,
      teams: [
        { agents: input.group1, skills: ["q0"] },
        { agents: input.group2, skills: ["q1", "q0"] },
      ],
      seed: id,
      contacts: 1e6,
    }),
  );
  const [first, second] = simulation.summary.teams;
  const onFirst = simulation.ratio(
    ({ queues: [queue], teams: [own] }) => queue.talkSeconds - own.busySeconds,
    ({ seconds }) => input.group2 * seconds,
  );
  const onSecond = simulation.ratio(
    ({ queues: [, queue] }) => queue.talkSeconds,
    ({ seconds }) => input.group2 * seconds,
  );
  return claimsOf(expected, {
    ...simulation,
    figures: {
      ...ofEach(simulation, unitSeconds, {
        lq: "lq",
        p_delay_: "p_wait",
        p_abandon_: "p_abandon",
        mean_wait_: "mean_wait_all",
      }),
      occupancy_g1: first.figures.occupancy,
      occupancy_g2: second.figures.occupancy,
      g2_time_on_class1: onFirst,
      g2_time_on_class2: onSecond,
    },
    unseen: ["states", "truncation_mass"],
  });
};

/** Several queues, by priority or with teams of different skills. */
export const severalQueueCases: Readonly<Record<string, Simulated>> = {
  "CF:PRIO-HL-s1": priorities,
  "CF:PRIO-HL-s2": priorities,
  "CF:PRIO-CC-12": priorities,
  "CF:PRIO-ABAND": prioritiesWithHangUps,
  "CF:NMODEL-A": sharedTeam,
};
