import { ImpatientLoop } from "./reference/impatient.mjs";
import { PatientLoop } from "./reference/patient.mjs";
import { runLoop } from "./reference/run-loop.mjs";
import { TwoQueuesLoop } from "./reference/two-queues.mjs";
import { erlangA, erlangC } from "./truth.mjs";

/**
 * The four workloads. The same figures stand in scenarios/w1.yaml to w4.yaml for the engine, which checks
 * that they agree. Handle times of three minutes and loads of 95, 105 and 110 erlang make whole days of
 * about a million contacts. `goal` is the bar for processor time as a multiple of the reference; `first`
 * the bar for a first version.
 */
export const WORKLOADS = [
  {
    id: "w1",
    title: "M/M/100, 95 % load",
    goal: 1.9,
    first: 3,
    pairs: 9,
    contacts: 1_003_200,
    teams: [100],
    queues: [{ perDay: 45_600, handleSeconds: 180 }],
    reference: (size, seed) => runLoop(new PatientLoop(oneQueue(size), seed), size.contacts),
    truth: (size) => erlangC(oneQueue(size)),
  },
  {
    id: "w2",
    title: "M/M/100+M, 105 erlang",
    goal: 2.1,
    first: 3,
    pairs: 9,
    contacts: 1_008_000,
    teams: [100],
    queues: [{ perDay: 50_400, handleSeconds: 180, patienceSeconds: 180 }],
    reference: (size, seed) => runLoop(new ImpatientLoop(oneQueue(size), seed), size.contacts),
    truth: (size) => erlangA(oneQueue(size)),
  },
  {
    id: "w3",
    title: "two queues, three teams",
    goal: 1.3,
    first: 3,
    pairs: 9,
    contacts: 1_003_200,
    teams: [40, 40, 30],
    queues: [
      { perDay: 21_600, handleSeconds: 240, handleCv: 0.9, patienceSeconds: 180 },
      { perDay: 24_000, handleSeconds: 180, handleCv: 1.2, patienceSeconds: 120 },
    ],
    reference: (size, seed) => runLoop(new TwoQueuesLoop(size, seed), size.contacts),
    // No closed form: the engine and SimPy are held to the reference.
    truth: () => undefined,
  },
  {
    id: "w4",
    title: "M/M/100,000+M, 105,000 erlang",
    goal: 1.3,
    first: 3,
    pairs: 3,
    contacts: 20_160_000,
    teams: [100_000],
    queues: [{ perDay: 20_160_000, handleSeconds: 450, patienceSeconds: 450 }],
    reference: (size, seed) => runLoop(new ImpatientLoop(oneQueue(size), seed), size.contacts),
    truth: (size) => erlangA(oneQueue(size)),
  },
];

/**
 * A workload's numbers with contacts, agents and times multiplied, and rates by the second. Equal factors
 * of contacts and agents keep the load; so does a factor of contacts with its inverse for times.
 */
export function resize({ contacts, teams, queues }, { contacts: more = 1, agents = 1, times = 1 } = {}) {
  return {
    contacts: Math.round(contacts * more),
    teams: teams.map((count) => Math.round(count * agents)),
    queues: queues.map(({ perDay, handleSeconds, patienceSeconds, handleCv }) => ({
      ratePerSecond: (perDay * more) / 86_400,
      handleSeconds: handleSeconds * times,
      patienceSeconds: patienceSeconds === undefined ? undefined : patienceSeconds * times,
      handleCv,
    })),
  };
}

function oneQueue({ contacts, teams, queues }) {
  return { contacts, agents: teams[0], ...queues[0] };
}
