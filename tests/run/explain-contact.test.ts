import { describe, expect, test } from "vitest";
import { compile } from "../../src/model/model.js";
import type { ContactStory, ContactTry, TeamView } from "../../src/run/explain/contact-story.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import { longestWait } from "../../src/run/explain/longest-wait.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import {
  breakOf,
  calendarOf,
  queueOf,
  routingOf,
  scenarioOf,
  shiftOf,
  teamOf,
} from "../engine/plain-scenario.js";
import type { NaiveRecord } from "../naive/naive-record.js";
import { simulateNaively } from "../naive/naive-simulator.js";
import { randomScenario } from "../naive/random-scenario.js";

const HOUR = 3600;

function lastTry(scenario: Scenario, contact: number): ContactTry {
  return explainContact(scenario, { contact }).tries.at(-1)!;
}

describe("the story of a contact", () => {
  const line = scenarioOf({
    queues: [
      queueOf("calls", { at: [0, 10, 20, 30], handles: [60, 60, 60, 60], patiences: [900, 900, 25, 900] }),
    ],
  });

  test("tells who waited before it, how the line moved, and who took it after whom", () => {
    const { came, ahead, teams, wait, waitSeconds, outcome, at, answer } = lastTry(line, 4);
    expect([came.seconds, came.date, came.clockSeconds, ahead]).toEqual([30, "2026-03-02", 30, 2]);
    expect(teams).toMatchObject([{ team: "team", by: "skill", due: 1, busy: 1, idle: 0, absent: 0 }]);
    expect(teams[0]!.busyWith).toEqual([{ queue: "calls", contacts: 1 }]);
    expect(wait).toMatchObject({ aheadAnswered: 1, aheadHungUp: 1, aheadUnserved: 0, overtaken: 0 });
    expect([waitSeconds, outcome, at.seconds]).toEqual([90, "answered", 120]);
    expect(answer).toMatchObject({
      team: "team",
      agent: 1,
      by: "skill",
      before: { kind: "contact", contact: 2, queue: "calls" },
      handling: { handleSeconds: 60, talkSeconds: 60, holdSeconds: 0, wrapSeconds: 0 },
    });
    expect(answer!.handling!.ended.seconds).toBe(180);
  });

  test("of one who hung up has its patience, and no answer", () => {
    const { outcome, waitSeconds, patienceSeconds, answer, service } = lastTry(line, 3);
    expect([outcome, waitSeconds, patienceSeconds, answer]).toEqual(["abandoned", 25, 25, undefined]);
    expect(service).toMatchObject({ verdict: "missed", withinSeconds: 20, counted: true });
  });

  test("of one who found an agent free has no wait, and how long the agent had been idle", () => {
    const { wait, waitSeconds, answer, teams } = lastTry(
      scenarioOf({ queues: [queueOf("calls", { at: [100, 250] })] }),
      2,
    );
    expect([wait, waitSeconds]).toEqual([undefined, 0]);
    expect(answer!.before).toEqual({ kind: "idle", seconds: 90 });
    expect(teams[0]).toMatchObject({ due: 1, idle: 1, busy: 0 });
  });

  test("tells breaks from blocks off the phone, and the absent from the late", () => {
    const shift = (breaks: Parameters<typeof shiftOf>[3]) => shiftOf("day", 9 * HOUR, 8 * HOUR, breaks);
    const rested = scenarioOf({
      queues: [queueOf("calls", { at: [11 * HOUR + 60] })],
      teams: [teamOf("team", { roster: { day: 3 } })],
      shifts: [shift({ breaks: [breakOf(2 * HOUR, 600)] })],
    });
    expect(lastTry(rested, 1).teams[0]).toMatchObject({ due: 3, onBreak: 3, offPhone: 0, absent: 0 });
    const away = scenarioOf({
      queues: [queueOf("calls", { at: [9 * HOUR + 60] })],
      teams: [
        teamOf("ill", { roster: { day: 2 }, absenceShare: 1 }),
        teamOf("slow", { roster: { day: 2 }, lateness: 300 }),
        teamOf("slow and ill", { roster: { day: 2 }, lateness: 300, absenceShare: 1 }),
      ],
      shifts: [shift({})],
    });
    expect(lastTry(away, 1).teams).toMatchObject([
      { team: "ill", due: 2, absent: 2, late: 0 },
      { team: "slow", due: 2, absent: 0, late: 2 },
      { team: "slow and ill", due: 2, absent: 2, late: 0 },
    ]);
    expect(lastTry(away, 1)).toMatchObject({ outcome: "answered", waitSeconds: 240 });
    expect(lastTry(away, 1).answer).toMatchObject({ team: "slow", before: { kind: "logsOn" }, shift: "day" });
  });

  test("tells when the next agents were due where there was none", () => {
    const early = scenarioOf({
      queues: [queueOf("calls", { at: [8 * HOUR] })],
      teams: [teamOf("team", { roster: { day: 3 } })],
      shifts: [shiftOf("day", 9 * HOUR, 8 * HOUR)],
    });
    const [view] = lastTry(early, 1).teams;
    expect([view!.due, view!.next!.agents, view!.next!.at.clockSeconds]).toEqual([0, 3, 9 * HOUR]);
  });

  test("tells what overflow opened, and who was free there", () => {
    const overflowing = scenarioOf({
      queues: [queueOf("calls", { at: [0, 10], handle: 100 }), queueOf("mail", { at: [5] })],
      teams: [teamOf("own"), teamOf("other", { skills: ["mail"], agents: 2 })],
      routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 30, to: ["other"] }] }),
    });
    const story = explainContact(overflowing, { contact: 3 });
    const [only] = story.tries;
    expect(only!.teams.map(({ team, by, afterSeconds }) => [team, by, afterSeconds])).toEqual([
      ["own", "skill", 0],
      ["other", "overflow", 30],
    ]);
    expect(only!.teams[1]).toMatchObject({ busy: 1, idle: 1, busyWith: [{ queue: "mail", contacts: 1 }] });
    expect(only!.overflows).toMatchObject([{ afterSeconds: 30, teams: [{ team: "other", idle: 1 }] }]);
    expect(only!.waitSeconds).toBe(30);
    expect(only!.answer).toMatchObject({ team: "other", by: "overflow" });
  });

  test("goes on through busy signals and redials to the end", () => {
    const redial = { chance: 1, after: { kind: "constant", seconds: 100 } as const, attempts: 2 };
    const full = scenarioOf({ queues: [queueOf("calls", { at: [0, 10], handle: 150, lines: 1, redial })] });
    const { tries, mostRedials } = explainContact(full, { contact: 2 });
    expect(tries.map(({ outcome }) => outcome)).toEqual(["blocked", "blocked", "answered"]);
    expect(tries.map(({ came }) => came.seconds)).toEqual([10, 110, 210]);
    expect(tries[0]!.lines.queue).toEqual({ taken: 1, of: 1 });
    expect(tries[0]!.redial).toMatchObject({ afterSeconds: 100, at: { seconds: 110 } });
    expect([tries[2]!.redial, mostRedials]).toEqual([undefined, 2]);
  });

  test("ends where the centre is closed, was left, or the simulation is over", () => {
    const hours = calendarOf({
      days: 2,
      open: [
        [0, HOUR],
        [2 * HOUR, 3 * HOUR],
      ],
    });
    const closing = scenarioOf({
      calendar: hours,
      queues: [queueOf("calls", { at: [HOUR - 100, HOUR - 50, HOUR + 10], handle: 2000 })],
    });
    expect(lastTry(closing, 3)).toMatchObject({ outcome: "closed", opens: { seconds: 2 * HOUR } });
    expect(lastTry(closing, 2)).toMatchObject({ outcome: "unserved", waitSeconds: 50, ahead: 0 });
    const late = scenarioOf({ queues: [queueOf("calls", { at: [86_300, 86_350], handle: 200 })] });
    expect(lastTry(late, 2)).toMatchObject({ outcome: "waiting", waitSeconds: 50, ahead: 0 });
    expect(lastTry(late, 1).answer!.handling).toBeUndefined();
  });

  test("of the warm-up counts in no figure", () => {
    const warm = scenarioOf({
      calendar: calendarOf({ warmupSeconds: HOUR }),
      queues: [queueOf("calls", { at: [HOUR - 600] })],
    });
    const { came, interval, service } = lastTry(warm, 1);
    expect([came.seconds, came.date, came.clockSeconds]).toEqual([-600, "2026-03-01", 86_400 - 600]);
    expect([interval, service.counted]).toEqual([undefined, false]);
  });

  test("of a number that does not exist says how many there were", () => {
    expect(() => explainContact(line, { contact: 5 })).toThrow(
      "there is no contact 5 in replication 1: 4 contacts came, numbered from 1",
    );
  });

  test.each([
    ["ignore-short", 10, "left out"],
    ["ignore-short", 25, "missed"],
    ["abandoned-miss", 10, "missed"],
    ["abandoned-hit", 10, "met"],
    ["abandoned-hit", 25, "missed"],
    ["answered-only", 25, "left out"],
    ["ignore-under", 4, "left out"],
    ["ignore-under", 10, "missed"],
    ["credit-under", 4, "met"],
    ["credit-under", 10, "missed"],
  ] as const)("counts in %s a hang-up after %d s as %s", (counting, patience, verdict) => {
    const serviceLevel = { withinSeconds: 20, counting, underSeconds: 5 };
    const queue = queueOf("calls", {
      at: [0, 1],
      handles: [90, 90],
      patiences: [900, patience],
      serviceLevel,
    });
    expect(lastTry(scenarioOf({ queues: [queue] }), 2).service.verdict).toBe(verdict);
  });

  test("counts a blocked contact as missed only where the queue counts it", () => {
    const verdict = (countBlocked: boolean) =>
      lastTry(scenarioOf({ queues: [queueOf("calls", { at: [0, 1], lines: 1, countBlocked })] }), 2).service
        .verdict;
    expect([verdict(true), verdict(false)]).toEqual(["missed", "left out"]);
  });
});

describe("the longest wait", () => {
  const scenario = scenarioOf({
    queues: [
      queueOf("calls", { at: [0, 10, 20], handles: [100, 100, 100], patiences: [900, 900, 70] }),
      queueOf("mail", { at: [15], handles: [5], patiences: [900] }),
    ],
    teams: [teamOf("team", { skills: ["calls", { queue: "mail", preference: 2 }] })],
  });

  test("is found whatever became of it, by queue, and among those who hung up", () => {
    expect(longestWait(scenario)).toEqual({ contact: 3, queue: "mail", waitSeconds: 185 });
    expect(longestWait(scenario, { queue: "calls" })).toEqual({
      contact: 2,
      queue: "calls",
      waitSeconds: 90,
    });
    expect(longestWait(scenario, { hungUp: true })).toEqual({ contact: 4, queue: "calls", waitSeconds: 70 });
    expect(longestWait(scenario, { queue: "mail", hungUp: true })).toBeUndefined();
  });

  test("is that of the engine's own figure, where nobody is left or hangs up", () => {
    const busy = scenarioOf({
      queues: [queueOf("calls", { at: Array.from({ length: 50 }, (_, at) => at * 40), handle: 60 })],
    });
    expect(longestWait(busy)!.waitSeconds).toBe(49 * 20);
  });
});

describe("every story", () => {
  /** Scenarios with odd numbers have no two events at one instant but those that belong together. */
  const numbers = Array.from({ length: 80 }, (_, index) => 2 * index + 1);

  test("agrees with what the naive simulator saw, on random scenarios", () => {
    let compared = 0;
    let pauses = 0;
    for (const number of numbers) {
      const scenario = randomScenario(number);
      const record = simulateNaively(compile(scenario), "story", 1);
      const arrivals = record.rows.filter((row) => row.split(" ")[1] === "arrives");
      const last = Math.max(0, ...arrivals.map((row) => Number(row.split(" ")[2])));
      for (const share of [0.1, 0.35, 0.6, 0.85, 1]) {
        const contact = Math.ceil(last * share);
        if (contact < 1) continue;
        const story = explainContact(scenario, { contact, seed: "story" });
        const own = arrivals.filter((row) => row.split(" ")[2] === String(contact));
        expect(story.tries).toHaveLength(own.length);
        for (const [index, one] of story.tries.entries()) {
          compared++;
          pauses += compareTry(story, one, Number(own[index]!.split(" ")[0]), record);
        }
      }
    }
    // Enough was compared, and it was not all idleness.
    expect(compared).toBeGreaterThan(300);
    expect(pauses).toBeGreaterThan(30);
  });
});

/** Holds a try against the record; returns how many pauses were in it. */
function compareTry(story: ContactStory, one: ContactTry, cameSeconds: number, record: NaiveRecord): number {
  const { model, attempts, stretches } = record;
  const { scenario } = model;
  const queue = scenario.queues.findIndex(({ name }) => name === story.queue);
  const attempt = attempts.find((other) => other.queue === queue && other.arrivedAt === cameSeconds)!;
  expect(one.outcome).toBe(attempt.outcome);
  expect(one.waitSeconds).toBeCloseTo(attempt.endedAt - attempt.arrivedAt, 6);
  const others = attempts.filter((other) => other.outcome !== "closed" && other.outcome !== "blocked");
  const waits = others.filter(
    (other) => other.queue === queue && other.arrivedAt < cameSeconds && cameSeconds < other.endedAt,
  );
  expect(one.ahead).toBe(waits.length);
  if (one.wait) {
    const gone = (outcome: string) =>
      waits.filter((other) => other.outcome === outcome && other.endedAt <= attempt.endedAt).length;
    expect(one.wait.aheadAnswered).toBe(gone("answered"));
    expect(one.wait.aheadHungUp).toBe(gone("abandoned"));
  }
  if (one.outcome === "abandoned") expect(one.patienceSeconds).toBeCloseTo(one.waitSeconds, 6);
  const { service } = attempt;
  if (service && one.answer!.handling) {
    const { talkSeconds, holdSeconds, wrapSeconds } = one.answer!.handling;
    expect(talkSeconds).toBeCloseTo(service.talk, 6);
    expect(holdSeconds).toBeCloseTo(service.hold, 6);
    expect(wrapSeconds).toBeCloseTo(service.wrap, 6);
  }
  if (service) expect(one.answer!.by === "overflow").toBe(service.overflowed);
  let pauses = 0;
  for (const view of one.teams) {
    const team = scenario.teams.findIndex(({ name }) => name === view.team);
    const count = (what: string) =>
      stretches
        .filter((stretch) => stretch.what === what && model.crews.teams[stretch.crew] === team)
        .filter(({ from, to, agents }) => from < cameSeconds && cameSeconds <= to && agents > 0)
        .reduce((sum, { agents }) => sum + agents, 0);
    expect(countsIn(view)).toEqual({
      busy: count("busy"),
      idle: count("idle"),
      onBreak: count("break") + count("unpaidBreak"),
      offPhone: count("offPhone"),
    });
    pauses += view.onBreak + view.offPhone;
    const isTable = scenario.teams[team]!.staffing.kind === "table";
    // Of a table's agents the trace does not tell whether one is absent while another stays longer.
    if (isTable && view.overtime > 0) continue;
    expect(view.late + view.absent).toBe(count("late") + count("absent"));
    expect(view.overtime).toBe(count("overtime"));
    const doing = view.busy + view.idle + view.onBreak + view.offPhone + view.late + view.absent;
    expect(view.due + view.overtime).toBe(doing);
  }
  return pauses;
}

function countsIn({ busy, idle, onBreak, offPhone }: TeamView) {
  return { busy, idle, onBreak, offPhone };
}
