import { expect } from "vitest";
import type { Distribution } from "../../src/random/distribution.js";
import { survivalOf } from "../../src/statistics/survival.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangB } from "../../src/statistics/theory/erlang-b.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { finiteLines } from "../../src/statistics/theory/finite-lines.js";
import { generalPatience } from "../../src/statistics/theory/general-patience.js";
import { leastAgents } from "../../src/statistics/theory/least-agents.js";
import { type SteadyState, steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";
import { agree, type Body, hourly, level, plain } from "./agree.js";
import { constantHandle } from "./formulas/constant-handle.js";
import { meanBusy } from "./formulas/endless-agents.js";
import { garnett, halfinWhittDelay } from "./formulas/heavy-traffic.js";
import { preemptiveTimesInSystem, priorityQueue } from "./formulas/priority-queue.js";
import { moments, singleAgent, singleAgentRetrials } from "./formulas/single-agent.js";
import type { OracleCase } from "./oracle-cases.js";

const blocking: Body = ({ input, expected }) => {
  const blocked = erlangB(input.offered_load, input.servers);
  agree(expected, { p_block: blocked, carried: input.offered_load * (1 - blocked) });
};

const delay: Body = ({ input, expected }) => {
  const state = erlangC(hourly(input.calls_per_hour, input.aht_s), input.agents);
  agree(expected, {
    offered_load: state.loadErlangs,
    occupancy: state.occupancyShare,
    p_wait: state.delayedShare,
    asa: state.asaSeconds,
    asa_given_wait: state.asaSeconds / state.delayedShare,
    lq: state.queueLength,
    l: state.queueLength + state.loadErlangs,
    sl: level(state, "ignore-short", input.T_s),
    w_p95: state.waitPercentileSeconds(0.95),
  });
};

const staffing: Body = ({ input, expected }) => {
  const workload = hourly(input.calls_per_hour, input.aht_s);
  const solve = (agents: number) => erlangC(workload, agents);
  const serviceLevel = { counting: "ignore-short", withinSeconds: input.T_s, underSeconds: 5 } as const;
  const target = { answeredShare: input.target, serviceLevel };
  const agents = leastAgents(solve(0).loadErlangs, target, solve) as number;
  agree(expected, {
    min_agents: agents,
    sl: steadyServiceLevel(solve(agents), serviceLevel),
    sl_one_less: steadyServiceLevel(solve(agents - 1), serviceLevel),
    occupancy: solve(agents).occupancyShare,
  });
};

function agreeWithHangUps(
  state: SteadyState,
  patience: Distribution,
  seconds: number,
  expected: OracleCase["expected"],
) {
  const late = 1 - state.answeredWithin(seconds) - state.abandonedWithin(seconds);
  const waitOfAbandoned = state.meanWaitSeconds - state.answeredShare * state.asaSeconds;
  agree(expected, {
    offered_load: state.loadErlangs,
    p_wait: state.delayedShare,
    p_abandon: state.abandonedShare,
    mean_wait_all: state.meanWaitSeconds,
    mean_wait_served: state.asaSeconds,
    mean_wait_abandoned: waitOfAbandoned / state.abandonedShare,
    asa_answered: state.asaSeconds,
    occupancy: state.occupancyShare,
    lq: state.queueLength,
    p_abandon_given_wait: state.abandonedShare / state.delayedShare,
    p_virtual_gt_T: late / survivalOf(patience).above(seconds),
    p_wait_gt_T: late,
    sl_offered: level(state, "abandoned-miss", seconds),
    sl_answered: level(state, "answered-only", seconds),
    sl_excl_short: level(state, "ignore-short", seconds),
    sl_abn_good: level(state, "abandoned-hit", seconds),
    p_abandon_within_T: state.abandonedWithin(seconds),
  });
}

const exponentialPatience: Body = ({ input, expected }) => {
  const workload = hourly(input.calls_per_hour, input.aht_s);
  const patience = { kind: "exponential", meanSeconds: input.patience_s } as const;
  agreeWithHangUps(erlangA(workload, input.agents, input.patience_s), patience, input.T_s, expected);
  const plenty = finiteLines(workload, input.agents, 4 * input.agents + 200, input.patience_s);
  agreeWithHangUps(plenty, patience, input.T_s, expected);
};

const otherPatience =
  (patience: Distribution): Body =>
  ({ input, expected }) => {
    const workload =
      input.lam === undefined ? hourly(input.calls_per_hour, input.aht_s) : plain(input.lam, input.mu);
    const state = generalPatience(workload, input.agents, patience);
    agreeWithHangUps(state, patience, input.T ?? input.T_s, expected);
  };

const fullLines: Body = ({ input, expected }) => {
  const { lam, mu, theta, agents, K, T } = input;
  const state = finiteLines(
    plain(lam, mu),
    agents,
    K,
    theta === undefined ? Number.POSITIVE_INFINITY : 1 / theta,
  );
  const admitted = 1 - state.blockedShare;
  agree(expected, {
    p_block: state.blockedShare,
    lq: state.queueLength,
    p_wait_offered: state.delayedShare * admitted,
    p_wait_accepted: state.delayedShare,
    mean_wait_accepted: state.meanWaitSeconds,
    p_abandon_offered: state.abandonedShare * admitted,
    occupancy: state.occupancyShare,
  });
  if (T === undefined) return;
  const rule = { counting: "abandoned-miss", withinSeconds: T, underSeconds: 5 } as const;
  agree(expected, {
    sl_accepted: steadyServiceLevel(state, rule),
    sl_offered: steadyServiceLevel(state, rule, true),
  });
};

const balking: Body = ({ input, expected }) => {
  const patience: Distribution = {
    kind: "mixture",
    parts: [
      { weight: 1 - input.join_prob, of: { kind: "constant", seconds: 0 } },
      { weight: input.join_prob, of: { kind: "constant", seconds: 1e6 } },
    ],
  };
  const state = generalPatience(plain(input.lam, input.mu), input.agents, patience);
  agree(expected, {
    p_all_busy: state.delayedShare,
    p_balk: state.abandonedShare,
    lq: state.queueLength,
    mean_wait_joined: state.asaSeconds,
    mean_wait_given_wait: (state.asaSeconds * state.answeredShare) / (state.delayedShare * input.join_prob),
    occupancy: state.occupancyShare,
  });
};

const oneAgent =
  (of: readonly [number, number, number]): Body =>
  ({ input, expected }) => {
    const queue = singleAgent(input.lam, of);
    agree(expected, {
      rho: queue.occupancy,
      wq: queue.wait,
      lq: queue.queueLength,
      w_system: queue.timeInSystem,
      wq_second_moment: queue.waitSquare,
      wq_sd: queue.waitDeviation,
    });
  };

const constantHandles: Body = ({ input, expected }) => {
  const queue = constantHandle(input.lam, input.D, input.agents);
  agree(expected, {
    occupancy: queue.occupancy,
    p_wait: queue.delayedShare,
    lq: queue.queueLength,
    asa: queue.wait,
    sl: queue.within(input.T),
  });
};

const priorities: Body = ({ input, expected }) => {
  const rates: number[] = input.lams ?? input.calls_per_hour.map((calls: number) => calls / 3600);
  const serviceRate = input.mu ?? 1 / input.aht_s;
  const { delayedShare, classes, firstWithin } = priorityQueue(rates, serviceRate, input.agents);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  agree(expected, {
    p_wait: delayedShare,
    wq_aggregate: classes.reduce((sum, { wait }, k) => sum + wait * rates[k], 0) / total,
    wq_fcfs: erlangC(plain(total, serviceRate), input.agents).asaSeconds,
  });
  if (input.T_s !== undefined) agree(expected, { sl_vip_20s: firstWithin(input.T_s) });
  expect(classes.length).toBe(expected.classes.length);
  for (const [k, { wait, waitIfDelayed }] of classes.entries()) {
    agree(expected.classes[k], { wq: wait, wq_given_wait: waitIfDelayed });
  }
};

const heavyTraffic: Body = ({ input, expected }) => {
  const load = 10_000 - input.beta * 100;
  agree(expected, {
    alpha: halfinWhittDelay(input.beta),
    erlang_c_10000: erlangC(plain(load, 1), 10_000).delayedShare,
  });
};

const heavyTrafficWithHangUps: Body = ({ input, expected }) => {
  const { delayedShare, abandonedTimesRootAgents } = garnett(input.beta, input.mu_over_theta);
  const exact = (agents: number) =>
    erlangA(plain(agents - input.beta * Math.sqrt(agents), 1), agents, input.mu_over_theta);
  agree(expected, {
    p_wait: delayedShare,
    exact_erlang_a_n10000: exact(10_000).delayedShare,
    p_abandon_n100: abandonedTimesRootAgents / 10,
    exact_p_abandon_n100: exact(100).abandonedShare,
  });
};

/** The exactly computed cases, by id. */
export const closedFormCases: Readonly<Record<string, Body>> = {
  "CF:EB-1-2": blocking,
  "CF:EB-10-17": blocking,
  "CF:EB-123-132": blocking,
  "CF:EC-200-180-13": delay,
  "CF:EC-200-180-14": delay,
  "CF:EC-1000-120-40": delay,
  "CF:EC-1000-120-35": delay,
  "CF:EC-2880-60-50": delay,
  "CF:EC-4000-240-280": delay,
  "CF:ECN-200-180-20-0.8": staffing,
  "CF:ECN-1000-120-20-0.8": staffing,
  "CF:ECN-360-240-20-0.8": staffing,
  "CF:EA-2880-60-120-50": exponentialPatience,
  "CF:EA-200-180-300-14": exponentialPatience,
  "CF:EA-200-180-300-11": exponentialPatience,
  "CF:EA-200-180-60-10": exponentialPatience,
  "CF:EA-1000-120-90-36": exponentialPatience,
  "CF:EA-6120-60-60-100": exponentialPatience,
  "CF:MMNG-102-100-E2": otherPatience({ kind: "erlang", meanSeconds: 1, stages: 2 }),
  "CF:MMNG-102-100-U(0,2)": otherPatience({ kind: "uniform", minSeconds: 0, maxSeconds: 2 }),
  "CF:MMNG-det30": otherPatience({ kind: "constant", seconds: 30 }),
  "CF:MMNG-balk-exp": otherPatience({
    kind: "mixture",
    parts: [
      { weight: 0.1, of: { kind: "constant", seconds: 0 } },
      { weight: 0.9, of: { kind: "exponential", meanSeconds: 1000 } },
    ],
  }),
  "CF:MMCK-12-17": fullLines,
  "CF:MMCKM-10-25": fullLines,
  "CF:BALK-8": balking,
  "CF:MG1-exp": oneAgent(moments.gamma(1, 1)),
  "CF:MD1-0.9": (given) => {
    oneAgent(moments.constant(given.input.D))(given);
    const { within } = constantHandle(given.input.lam, given.input.D, 1);
    agree(given.expected, { p_wait_le_1: within(1), p_wait_le_5: within(5) });
  },
  "CF:MG1-lognormal": oneAgent(moments.lognormal(1, 1)),
  "CF:MG1-gamma": oneAgent(moments.gamma(1, 2)),
  "CF:MDC-4.5-5": constantHandles,
  "CF:MDC-18-20": constantHandles,
  "CF:PRIO-HL-s1": priorities,
  "CF:PRIO-HL-s2": priorities,
  "CF:PRIO-CC-12": priorities,
  "CF:PREEMPT-HL-s1": ({ input, expected }) => {
    const times = preemptiveTimesInSystem(input.lams, input.mu);
    expect(times.length).toBe(expected.classes.length);
    for (const [k, time] of times.entries()) {
      agree(expected.classes[k], { w_system: time, delay_excl_service: time - 1 / input.mu });
    }
  },
  "CF:HW-0.1": heavyTraffic,
  "CF:HW-1": heavyTraffic,
  "CF:HW-2": heavyTraffic,
  "CF:GMR--1": heavyTrafficWithHangUps,
  "CF:GMR-0": heavyTrafficWithHangUps,
  "CF:MTMINF": ({ input, expected }) => {
    const times: number[] = input.times;
    const busy = times.map((time) => meanBusy(input.segments_min_rate, input.mean_service, time));
    for (const [k, mean] of busy.entries()) agree(expected.mean_busy, { [k]: mean });
  },
  "CF:RETRIAL-1": ({ input, expected }) => {
    const { occupancy, orbit } = singleAgentRetrials(input.lam, input.mu, input.nu);
    agree(expected, { p_blocked: occupancy, mean_orbit: orbit, mean_busy: occupancy });
  },
};
