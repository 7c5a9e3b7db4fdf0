import { describe, expect, it } from "vitest";
import {
  breakOf,
  crewTotals,
  linesOf,
  queueOf,
  routingOf,
  scenarioOf,
  shiftOf,
  type Traced,
  teamOf,
  traced,
} from "./plain-scenario.js";

/** Start and end of service by contact, `abandoned` with its moment for those who hung up, from the trace. */
function outcomes(run: Traced): Record<number, readonly (number | string)[]> {
  const result: Record<number, (number | string)[]> = {};
  for (const line of linesOf(run, "answered", "ends", "abandons")) {
    const [seconds, event, contact] = line.split(" ");
    const number = Number(contact.slice(1));
    if (event === "abandons") result[number] = ["abandoned", Number(seconds)];
    else if (event === "answered") result[number] = [Number(seconds)];
    else result[number].push(Number(seconds));
  }
  return result;
}

describe("traces worked elsewhere, by hand or by other simulators", () => {
  it("Able and Baker: the one who is preferred takes a call when both are idle (Banks, Carson, Nelson)", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 2, 6, 10, 12, 14], handles: [5, 3, 3, 5, 6, 3] })],
        teams: [
          teamOf("able", { skills: [{ queue: "calls", preference: 1 }] }),
          teamOf("baker", { skills: [{ queue: "calls", preference: 2 }] }),
        ],
      }),
    );
    expect(outcomes(run)).toEqual({
      1: [0, 5],
      2: [2, 5],
      3: [6, 9],
      4: [10, 15],
      5: [12, 18],
      6: [15, 18],
    });
    expect(linesOf(run, "answered").map((line) => line.split(" ")[4].split("/")[0])).toEqual([
      "able",
      "baker",
      "able",
      "able",
      "baker",
      "able",
    ]);
  });

  it("two agents and important callers before others, first come first served within a class", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("regular", { at: [0, 5, 11, 31, 58], handles: [70, 90, 40, 60, 20], priority: 2 }),
          queueOf("important", { at: [23, 44, 163], handles: [50, 30, 15], priority: 1 }),
        ],
        teams: [teamOf("team", { agents: 2, skills: ["regular", "important"] })],
        routing: routingOf({ contact: "priority" }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 regular team/0",
      "5 answered #2 regular team/1",
      "70 answered #4 important team/0",
      "95 answered #6 important team/1",
      "120 answered #3 regular team/0",
      "125 answered #5 regular team/1",
      "160 answered #7 regular team/0",
      "180 answered #8 important team/0",
    ]);
    expect(outcomes(run)[8]).toEqual([180, 195]);
    expect(outcomes(run)[5]).toEqual([125, 185]);
  });

  it("three agents on different shifts: the contact in hand at a shift's end is finished, no other taken", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [3, 9, 17, 29, 41, 66, 104],
            handles: [50, 80, 30, 40, 20, 25, 35],
            patiences: [NaN, NaN, NaN, 35, NaN, NaN, NaN],
          }),
        ],
        teams: [
          teamOf("A1", { roster: { one: 1 } }),
          teamOf("A2", { roster: { two: 1 } }),
          teamOf("A3", { roster: { three: 1 } }),
        ],
        shifts: [shiftOf("one", 0, 60), shiftOf("two", 0, 45), shiftOf("three", 55, 945)],
      }),
    );
    expect(
      linesOf(run, "answered").map((line) => line.replace(" answered", "").replace(" calls", "")),
    ).toEqual([
      "3 #1 A1/0",
      "9 #2 A2/1",
      "53 #3 A1/0",
      "55 #4 A3/2",
      "95 #5 A3/2",
      "115 #6 A3/2",
      "140 #7 A3/2",
    ]);
    expect(outcomes(run)).toMatchObject({ 1: [3, 53], 2: [9, 89], 3: [53, 83], 4: [55, 95], 7: [140, 175] });
  });

  it("one agent, service longer than the gaps, short patience: every second call hangs up (Ciw)", () => {
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [7, 14, 21, 28], handle: 11, patience: 3 })] }),
    );
    expect(outcomes(run)).toEqual({
      1: [7, 18],
      2: ["abandoned", 17],
      3: [21, 32],
      4: ["abandoned", 31],
    });
  });

  it("two calls hang up at the same instant (Ciw)", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [3, 4, 5, 20], handle: 20, patiences: [100, 7, 6, 100] })],
      }),
    );
    expect(outcomes(run)).toEqual({
      1: [3, 23],
      2: ["abandoned", 11],
      3: ["abandoned", 11],
      4: [23, 43],
    });
  });

  it("utilisation with a step in the staffing (Ciw)", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [2, 6, 10, 10, 17], handles: [4, 2, 6, 6, 3] })],
        teams: [
          teamOf("team", {
            table: [
              [0, 9, 1],
              [9, 23, 2],
            ],
          }),
        ],
      }),
    );
    const { busySeconds, idleSeconds, paidSeconds } = crewTotals(run);
    expect([busySeconds, busySeconds + idleSeconds, paidSeconds]).toEqual([21, 37, 37]);
  });

  it("a lunch of half an hour under steady load: what waits is served in order when it ends", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 400, 800, 1200], handle: 500 })],
        teams: [teamOf("team", { roster: { day: 1 } })],
        shifts: [shiftOf("day", 0, 8000, { breaks: [breakOf(600, 1800)] })],
      }),
    );
    expect(outcomes(run)).toEqual({ 1: [0, 500], 2: [500, 1000], 3: [2800, 3300], 4: [3300, 3800] });
  });
});
