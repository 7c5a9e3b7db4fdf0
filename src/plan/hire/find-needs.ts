import { WrongUsage } from "../../kit/problem.js";
import { sharedOut, teamAgents } from "../changed-scenario.js";
import { leastWhole } from "../requirement/halving.js";
import { nearestOf, type Simulations } from "./simulations.js";
import type { TeamTerms } from "./team-terms.js";
import type { Volume } from "./volumes.js";

/** Volumes that are looked into; those between are on the line between their neighbours. */
const MOST_VOLUMES = 6;
/** A staff more than so many times the one expected is not looked for; in a small centre so many agents. */
const MOST_TIMES = 8;
const MOST_AGENTS = 1000;
/** Agents of all teams are told to one part in so many. */
const FINEST_PART = 2000;
/** Of the last agent at least so much, and so much more than just enough, so that rounding misses nothing. */
const LEAST_PART = 0.03;
const PART_MORE = 0.005;

/**
 * Agents needed, by period, then by team of the plan: of those who have learned all, overtime none. Of a last
 * agent part of the weeks may be enough.
 */
export type Needs = readonly (readonly number[])[];

/** How far the search is: volumes looked into, and of how many. */
export type NeedProgress = (done: number, of: number) => void;

/**
 * The fewest agents of the plan's teams that keep the targets in each period, by simulation at a few volumes
 * from the smallest to the largest, and between them on straight lines; never fewer at a larger volume. Teams
 * grow together, each keeping its part of today's agents; then each by itself, the dearest first, is
 * made as small as the targets let it. WrongUsage where no number of them does.
 */
export async function findNeeds(
  simulations: Simulations,
  terms: readonly TeamTerms[],
  volumes: readonly Volume[],
  /** What comes of work in each period, as factors on the scenario's. */
  loads: readonly number[],
  onProgress: NeedProgress = () => undefined,
): Promise<Needs> {
  const knots = knotsOf(loads);
  const found: { load: number; agents: readonly number[] }[] = [];
  const all = sumOf(terms.map(({ team }) => teamAgents(team)));
  for (const [done, period] of knots.entries()) {
    onProgress(done, knots.length);
    const last = found.at(-1);
    const start = last ? (sumOf(last.agents) * loads[period]) / last.load : all * loads[period];
    const agents = await leastAgents(simulations, terms, volumes[period], Math.max(1, Math.round(start)));
    if (!agents) {
      throw new WrongUsage(
        `no number of agents of ${terms.map(({ hired }) => hired.team).join(", ")} meets every target ` +
          `with ${Math.round(loads[period] * 1000) / 10} % of the scenario's work; see callsim staff`,
      );
    }
    const least = agents.map((number, team) => Math.max(number, last?.agents[team] ?? 0));
    found.push({ load: loads[period], agents: least });
  }
  onProgress(knots.length, knots.length);
  return loads.map((load) => between(found, load));
}

/** Periods whose work is spread from the least to the most, ascending; every one where there are few. */
function knotsOf(loads: readonly number[]): number[] {
  const distinct = [...new Set(loads)].sort((a, b) => a - b);
  const least = distinct[0];
  const most = distinct.at(-1)!;
  const chosen =
    distinct.length <= MOST_VOLUMES
      ? distinct
      : Array.from({ length: MOST_VOLUMES }, (_, index) =>
          nearestTo(distinct, least + ((most - least) * index) / (MOST_VOLUMES - 1)),
        );
  return [...new Set(chosen)].map((load) => loads.indexOf(load));
}

function nearestTo(values: readonly number[], value: number): number {
  return values.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
}

async function leastAgents(
  simulations: Simulations,
  terms: readonly TeamTerms[],
  volume: Volume,
  start: number,
): Promise<number[] | undefined> {
  const parts = terms.map(({ team }) => teamAgents(team));
  const marginOf = async (agents: readonly number[]) => {
    const staff = agents.map((number) => ({ agents: number, tenures: undefined }));
    return nearestOf(await simulations.period(volume, terms, staff)).margin;
  };
  const meets = async (agents: readonly number[]) => (await marginOf(agents)) >= 0;
  const most = Math.max(MOST_AGENTS, start * MOST_TIMES);
  // No forecast tells the last agent of thousands.
  const step = Math.max(1, Math.floor(start / FINEST_PART));
  const steps = await leastWhole(
    (some) => meets(sharedOut(some * step, parts)),
    Math.ceil(start / step),
    Math.ceil(most / step),
  );
  if (steps === undefined) return undefined;
  const together = steps * step;
  const agents = sharedOut(together, parts);
  const dearestFirst = [...terms.keys()].sort((a, b) => terms[b].rosterPay - terms[a].rosterPay || a - b);
  for (const team of terms.length > 1 ? dearestFirst : []) {
    const least = await leastWhole((number) => meets(agents.with(team, number)), agents[team], agents[team]);
    agents[team] = least ?? agents[team];
  }
  const [dearest] = dearestFirst;
  return step > 1 ? agents : agents.with(dearest, await partOfLast(marginOf, agents, dearest));
}

/**
 * How much of a team's last agent is needed: with one fewer a target is missed, with all of them it is met by
 * more than is asked, and some weeks of either keep it on average.
 */
async function partOfLast(
  marginOf: (agents: readonly number[]) => Promise<number>,
  agents: readonly number[],
  team: number,
): Promise<number> {
  const all = agents[team];
  if (all === 0) return all;
  const enough = await marginOf(agents);
  const short = await marginOf(agents.with(team, all - 1));
  if (!(short < 0) || !Number.isFinite(enough - short)) return all;
  return Math.min(all, all - 1 + Math.max(LEAST_PART, -short / (enough - short) + PART_MORE));
}

function between(found: readonly { load: number; agents: readonly number[] }[], load: number): number[] {
  const above = found.findIndex((one) => one.load >= load);
  const high = found[above];
  if (above === 0 || high.load === load) return [...high.agents];
  const low = found[above - 1];
  const part = (load - low.load) / (high.load - low.load);
  return high.agents.map((agents, team) => low.agents[team] + part * (agents - low.agents[team]));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
