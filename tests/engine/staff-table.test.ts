import { describe, expect, it } from "vitest";
import { calendarOf, crewTotals, linesOf, queueOf, scenarioOf, teamOf, traced } from "./plain-scenario.js";

const DAY = 86_400;

describe("agents by table", () => {
  it("come when the number rises, and take the contacts that wait", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [10, 20, 30], handle: 1000 })],
        teams: [
          teamOf("team", {
            table: [
              [0, 100, 1],
              [100, 5000, 3],
            ],
          }),
        ],
      }),
    );
    expect(linesOf(run, "logsOn", "answered")).toEqual([
      "0 logsOn team/0",
      "10 answered #1 calls team/0",
      "100 logsOn team/1",
      "100 answered #2 calls team/1",
      "100 logsOn team/2",
      "100 answered #3 calls team/2",
    ]);
    expect(crewTotals(run)).toMatchObject({ paidSeconds: 100 + 3 * 4900, plannedSeconds: 100 + 3 * 4900 });
  });

  it("leave when the number falls: idle ones at once, the one idle last first", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [50], handle: 10 })],
        teams: [
          teamOf("team", {
            table: [
              [0, 100, 3],
              [100, 200, 1],
            ],
          }),
        ],
      }),
    );
    expect(linesOf(run, "logsOff")).toEqual([
      "100 logsOff team/0",
      "100 logsOff team/2",
      "200 logsOff team/1",
    ]);
  });

  it("who are busy when the number falls finish their contact, in paid overtime, whoever is done first", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [10, 20, 30], handles: [300, 130, 400] })],
        teams: [
          teamOf("team", {
            table: [
              [0, 100, 2],
              [100, 1000, 1],
            ],
          }),
        ],
      }),
    );
    expect(linesOf(run, "answered", "ends", "logsOff")).toEqual([
      "10 answered #1 calls team/0",
      "20 answered #2 calls team/1",
      "150 ends #2 calls team/1",
      "150 logsOff team/1",
      "310 ends #1 calls team/0",
      "310 answered #3 calls team/0",
      "710 ends #3 calls team/0",
      "1000 logsOff team/0",
    ]);
    expect(crewTotals(run)).toMatchObject({
      overtimeSeconds: 50,
      paidSeconds: 1150,
      plannedSeconds: 1100,
      busySeconds: 300 + 130 + 400,
      idleSeconds: 1150 - 830,
    });
  });

  it("who are still there above the number stay when it rises again", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [10, 20, 290], handles: [300, 300, 50] })],
        teams: [
          teamOf("team", {
            table: [
              [0, 100, 2],
              [100, 200, 0],
              [200, 1000, 2],
            ],
          }),
        ],
      }),
    );
    expect(linesOf(run, "logsOn", "answered", "logsOff")).toEqual([
      "0 logsOn team/0",
      "0 logsOn team/1",
      "10 answered #1 calls team/0",
      "20 answered #2 calls team/1",
      "310 answered #3 calls team/0",
      "1000 logsOff team/0",
      "1000 logsOff team/1",
    ]);
    expect(crewTotals(run)).toMatchObject({ overtimeSeconds: 200, paidSeconds: 200 + 1600 + 200 });
  });

  it("off the phone when the number falls leave before those with a contact in hand", () => {
    const offPhone = { share: 1, blockSeconds: DAY };
    const run = traced(
      scenarioOf({
        teams: [
          teamOf("team", {
            table: [
              [0, 100, 2],
              [100, 1000, 1],
            ],
            offPhone,
          }),
        ],
      }),
    );
    expect(linesOf(run, "breakStarts", "logsOff")).toEqual([
      "0 breakStarts team/0",
      "0 breakStarts team/1",
      "100 logsOff team/0",
      "1000 logsOff team/1",
    ]);
  });

  it("miss whole days, each with its chance; the number that comes is that much smaller", () => {
    const days = 30;
    const agents = 50;
    const share = 0.1;
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ days, intervalSeconds: 3600 }),
        teams: [teamOf("team", { table: [[0, days * DAY, agents]], absenceShare: share })],
      }),
    );
    const { absentSeconds, idleSeconds, paidSeconds } = crewTotals(run);
    expect(paidSeconds).toBe(days * agents * DAY);
    expect(absentSeconds + idleSeconds).toBe(paidSeconds);
    expect(absentSeconds % DAY).toBe(0);
    const error = Math.sqrt((share * (1 - share)) / (days * agents));
    expect(Math.abs(absentSeconds / paidSeconds - share)).toBeLessThan(4 * error);
    expect(linesOf(run, "logsOn").length).toBeGreaterThan(agents);
  });

  it("are nobody where the table says nothing", () => {
    const run = traced(scenarioOf({ teams: [teamOf("team", { table: [[100, 200, 1]] })] }));
    expect(run.lines).toEqual(["100 logsOn team/0", "200 logsOff team/0"]);
  });
});
