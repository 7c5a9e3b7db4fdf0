import { payAnHour } from "../../scenario/money.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { ServingTeams } from "./margins.js";

/** How many agents more or fewer, by team. */
export type Trade = readonly number[];

/** More trades than these are not tried: each costs some simulations. */
const MOST_TRADES = 30;

/**
 * Exchanges that lower the number of agents, or at the same number their pay, where taking one away does not:
 * one who can do the work of two comes for both, and one who is cheaper for one who is dearer.
 */
export function tradesOf({ teams }: Scenario, serving: readonly ServingTeams[]): Trade[] {
  const served = teams.map((_, team) =>
    serving.flatMap(({ bySkill, byOverflow }, queue) =>
      bySkill.includes(team) || byOverflow.includes(team) ? [queue] : [],
    ),
  );
  const covers = (team: number, other: number) =>
    served[other].every((queue) => served[team].includes(queue));
  const trades: Trade[] = [];
  const add = (comes: number, goes: readonly number[]) => {
    const change = teams.map(() => 0);
    change[comes]++;
    for (const team of goes) change[team]--;
    trades.push(change);
  };
  for (const comes of teams.keys()) {
    const coveredBy = [...teams.keys()].filter((team) => team !== comes && covers(comes, team));
    for (const one of coveredBy) {
      for (const other of coveredBy) {
        if (other > one || (other === one && served[comes].length > served[one].length))
          add(comes, [one, other]);
      }
    }
  }
  for (const comes of teams.keys()) {
    for (const goes of teams.keys()) {
      const shared = served[comes].some((queue) => served[goes].includes(queue));
      if (shared && payAnHour(teams[comes]) < payAnHour(teams[goes])) add(comes, [goes]);
    }
  }
  return trades.slice(0, MOST_TRADES);
}

/**
 * The trade that saves most pay among those that can be made; without pay an agent is worth an agent.
 * `changeOf`: what it changes, or undefined where it cannot be made or promises nothing.
 */
export function dearestSaving(
  trades: readonly Trade[],
  pays: readonly number[],
  changeOf: (trade: Trade, index: number) => readonly number[] | undefined,
): { readonly trade: number; readonly change: readonly number[] } | undefined {
  let best: { readonly trade: number; readonly change: readonly number[] } | undefined;
  let most = 0;
  for (const [index, trade] of trades.entries()) {
    const change = changeOf(trade, index);
    if (!change) continue;
    const saved = -change.reduce((sum, some, team) => sum + some * (pays[team] || 1), 0);
    if (saved <= most) continue;
    most = saved;
    best = { trade: index, change };
  }
  return best;
}
