import { expect } from "vitest";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangB } from "../../src/statistics/theory/erlang-b.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { leastAgents, positionsFor } from "../../src/statistics/theory/least-agents.js";
import { steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";
import { agree, agreeAsPrinted, type Body, hourly, level, plain } from "./agree.js";

/** Cases whose answer was printed by others, to so many digits, or printed wrongly. */
export const publishedCases: Readonly<Record<string, Body>> = {
  "UT:PYWF-C1": ({ input, expected }) => {
    const workload = {
      ratePerSecond: input.calls / (60 * input.interval_min),
      handleSeconds: 60 * input.aht_min,
    };
    const serviceLevel = {
      counting: "abandoned-miss",
      withinSeconds: 60 * input.T_min,
      underSeconds: 5,
    } as const;
    const target = { answeredShare: input.sl, occupancyShare: input.max_occ, serviceLevel };
    const agents = leastAgents(10, target, (count) => erlangC(workload, count)) as number;
    expect(agents).toBe(expected.raw_positions);
    expect(positionsFor(agents, input.shrinkage)).toBe(expected.positions);
    const state = erlangC(workload, agents);
    agreeAsPrinted(steadyServiceLevel(state, serviceLevel), expected.service_level, 3);
    agreeAsPrinted(state.occupancyShare, expected.occupancy, 3);
    agreeAsPrinted(state.delayedShare, expected.p_wait, 3);
  },
  "UT:PYWF-A": ({ input, expected }) => {
    const workload = {
      ratePerSecond: input.calls / (60 * input.interval_min),
      handleSeconds: 60 * input.aht_min,
    };
    const solve = (agents: number) => erlangA(workload, agents, 60 * input.patience_min);
    const serviceLevel = { counting: "abandoned-miss", withinSeconds: 20, underSeconds: 5 } as const;
    const at14 = solve(14);
    agreeAsPrinted(at14.delayedShare, expected.at14.p_wait, 5);
    agreeAsPrinted(at14.abandonedShare, expected.at14.p_abandon, 6);
    agreeAsPrinted(at14.occupancyShare, expected.at14.occupancy, 6);
    agreeAsPrinted(at14.meanWaitSeconds / 60, expected.at14.mean_wait_all_min, 6);
    agreeAsPrinted(steadyServiceLevel(at14, serviceLevel), expected.at14.sl_offered, 6);
    const { required } = expected;
    const target = { answeredShare: 0.8, occupancyShare: 0.85, abandonedShare: 0.05, serviceLevel };
    const agents = leastAgents(at14.loadErlangs, target, solve) as number;
    expect(agents).toBe(required.raw);
    expect(positionsFor(agents, 0.3)).toBe(required.positions_at_shrink_0_3);
    agreeAsPrinted(steadyServiceLevel(solve(agents), serviceLevel), required.sl, 7);
    agreeAsPrinted(solve(agents).abandonedShare, required.p_abandon, 7);
    agreeAsPrinted(solve(agents).occupancyShare, required.occupancy, 7);
    agreeAsPrinted(solve(agents).meanWaitSeconds / 60, required.mean_wait_all_min, 7);
    agreeAsPrinted(solve(agents).asaSeconds / 60, 0.1152328, 7);
  },
  "UT:PEREHINIK": ({ input, expected }) => {
    const workload = hourly(input.calls_per_hour, input.aht_s);
    const solve = (agents: number) => erlangC(workload, agents);
    const serviceLevel = { counting: "abandoned-miss", withinSeconds: input.T_s, underSeconds: 5 } as const;
    const { loadErlangs } = solve(0);
    const target = { answeredShare: input.sl, serviceLevel };
    expect(leastAgents(loadErlangs, target, solve)).toBe(38);
    const agents = leastAgents(loadErlangs, { ...target, occupancyShare: input.max_occ }, solve) as number;
    expect(agents).toBe(expected.agents);
    expect(positionsFor(agents, input.shrinkage)).toBe(expected.with_shrinkage);
    agreeAsPrinted(solve(agents).delayedShare, expected.p_wait, 2);
    agreeAsPrinted(steadyServiceLevel(solve(agents), serviceLevel), expected.sl, 2);
    agreeAsPrinted(solve(agents).asaSeconds, expected.asa_s, 1);
    agreeAsPrinted(solve(agents).occupancyShare, expected.occupancy, 2);
    const { at35 } = expected;
    agreeAsPrinted(solve(35).delayedShare, at35.p_wait, 4);
    agreeAsPrinted(steadyServiceLevel(solve(35), serviceLevel), at35.sl, 4);
    agreeAsPrinted(solve(35).asaSeconds, at35.asa_s, 2);
    agreeAsPrinted(solve(35).occupancyShare, at35.occ, 4);
    expect(positionsFor(35, input.shrinkage)).toBe(at35.with_shrinkage);
    agreeAsPrinted(erlangC(plain(123, 1), 132).delayedShare, expected.C_123_132, 4);
    agreeAsPrinted(erlangC(plain(12345, 1), 12421).delayedShare, expected.C_12345_12421, 4);
    agreeAsPrinted(erlangB(123, 132), expected.B_123_132, 4);
    const slow = erlangC({ ratePerSecond: 123 / 300, handleSeconds: 300 }, 130);
    agreeAsPrinted(steadyServiceLevel(slow, serviceLevel), expected.SL_123_130_20_300, 4);
    agreeAsPrinted(slow.asaSeconds, expected.ASA_123_130_300, 2);
  },
  "TRAP:FIXTURE": ({ expected }) => {
    for (const row of expected) {
      const state = erlangC({ ratePerSecond: row.A / row.aht, handleSeconds: row.aht }, row.N);
      agreeAsPrinted(state.answeredWithin(row.T), row.true, 6);
      expect(Math.abs(state.answeredWithin(row.T) - row.claimed)).toBeGreaterThan(0.004);
    }
  },
  "TRAP:SL-DEFINITIONS": ({ input, expected }) => {
    const state = erlangA(hourly(input.calls_per_hour, input.aht_s), input.agents, input.patience_s);
    agree(expected, {
      sl_offered: level(state, "abandoned-miss", input.T_s),
      sl_answered: level(state, "answered-only", input.T_s),
      sl_excl_short: level(state, "ignore-short", input.T_s),
      sl_abn_good: level(state, "abandoned-hit", input.T_s),
    });
    agreeAsPrinted(state.asaSeconds, expected.asa_answered_s, 6);
    agreeAsPrinted(state.meanWaitSeconds, expected.mean_wait_all_s, 6);
    const waitOfAbandoned = state.meanWaitSeconds - state.answeredShare * state.asaSeconds;
    agreeAsPrinted(waitOfAbandoned / state.abandonedShare, expected.mean_wait_abandoned_s, 6);
  },
  "PUB:GKM-50": ({ input, expected }) => {
    const workload = hourly(input.calls_per_hour, input.aht_s);
    const patient = erlangC(workload, input.agents);
    agreeAsPrinted(patient.delayedShare, expected.erlang_c.p_wait, 7);
    agreeAsPrinted(patient.asaSeconds, expected.erlang_c.asa_s, 7);
    agreeAsPrinted(patient.queueLength, expected.erlang_c.lq, 7);
    agreeAsPrinted(patient.occupancyShare, expected.erlang_c.occupancy, 7);
    agreeAsPrinted(patient.answeredWithin(input.T_s), expected.erlang_c.sl20, 7);
    const leaving = erlangA(workload, input.agents, input.patience_s);
    agreeAsPrinted(leaving.delayedShare, expected.erlang_a.p_wait, 7);
    agreeAsPrinted(leaving.abandonedShare, expected.erlang_a.p_abandon, 7);
    agreeAsPrinted(leaving.meanWaitSeconds, expected.erlang_a.mean_wait_all_s, 7);
    agreeAsPrinted(leaving.queueLength, expected.erlang_a.lq, 7);
    agreeAsPrinted(leaving.occupancyShare, expected.erlang_a.occupancy, 7);
    agreeAsPrinted(leaving.answeredWithin(input.T_s), expected.erlang_a.sl_offered20, 7);
  },
};
