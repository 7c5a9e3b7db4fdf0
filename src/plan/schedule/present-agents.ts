import { spread } from "../../model/intervals.js";
import { compile } from "../../model/model.js";
import type { Scenario } from "../../scenario/scenario.js";
import { countsAbsence } from "../requirement/agents-by-interval.js";

/**
 * By team and interval: agents at work by the roster, without those at a break, ill or off the phone; with
 * the ill where the agents needed are those planned, see `countsAbsence`.
 */
export function presentAgents(scenario: Scenario): number[][] {
  const { crews, intervals } = compile(scenario);
  const withAbsent = countsAbsence(scenario);
  const present = scenario.teams.map(() => new Array<number>(intervals.count).fill(0));
  const book = (crew: number, from: number, to: number, sign: 1 | -1) => {
    const team = crews.teams[crew];
    const { absenceShare, offPhone } = scenario.teams[team];
    const agents = crews.firstAgents[crew + 1] - crews.firstAgents[crew];
    const there = agents * (withAbsent ? 1 : 1 - absenceShare) * (1 - (offPhone?.share ?? 0));
    spread(intervals, from, to, (interval, seconds) => {
      const { lengthSeconds } = scenario.calendar.intervals[interval];
      present[team][interval] += (sign * there * seconds) / lengthSeconds;
    });
  };
  for (const { crew, startSeconds, endSeconds, breaks } of crews.musters) {
    book(crew, startSeconds, endSeconds, 1);
    for (const { dueSeconds, lengthSeconds } of breaks) {
      book(crew, dueSeconds, Math.min(endSeconds, dueSeconds + lengthSeconds), -1);
    }
  }
  return present;
}
