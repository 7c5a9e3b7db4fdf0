import { describe, expect, it } from "vitest";
import type { Outcomes } from "../../src/scenario/outcomes.js";
import {
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  shiftTotals,
  teamOf,
  timeOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const handover = { to: "seniors", afterSeconds: 100 };

interface Parts {
  readonly at?: readonly number[];
  readonly handle?: { readonly talk?: number; readonly hold?: number; readonly wrap?: number };
  readonly after?: Outcomes;
  readonly calls?: object;
  readonly seniors?: object;
  readonly front?: object;
  readonly back?: object;
}

/** Calls of 300 s of talk and 30 s of wrap, of which an agent does 100 s; seniors' own take 200 and 10. */
function centre(parts: Parts = {}) {
  const { at = [100], handle = { talk: 300, wrap: 30 } } = parts;
  const times = Object.entries(handle).map(([part, seconds]) => [part, timeOf(seconds)]);
  return scenarioOf({
    queues: [
      {
        ...queueOf("calls", { at, after: { handover, ...parts.after } }),
        handle: Object.fromEntries(times),
        ...parts.calls,
      },
      { ...queueOf("seniors"), handle: { talk: timeOf(200), wrap: timeOf(10) }, ...parts.seniors },
    ],
    teams: [teamOf("front", parts.front), teamOf("back", { skills: ["seniors"], ...parts.back })],
    shifts: [shiftOf("day", 0, 10 * HOUR)],
  });
}

const EVENTS = ["answered", "handsOver", "transfers", "arrives", "ends", "abandons", "redials", "sells"];
const told = (scenario: ReturnType<typeof centre>) => linesOf(traced(scenario), ...EVENTS);

describe("a contact that takes too long", () => {
  it("ends for its agent at the limit, without wrap, and goes on in the other queue", () => {
    // Talk from 100 to 200, the limit; 300 - 100 = 200 are left: to 400, and the wrap of 30 to 430.
    const run = traced(centre());
    expect(run.lines.slice(2)).toEqual([
      "100 arrives #1 calls",
      "100 answered #1 calls front/0",
      "200 handsOver #1 calls front/0",
      "200 ends #1 calls front/0",
      "200 arrives #1 seniors",
      "200 answered #1 seniors back/1",
      "430 ends #1 seniors back/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({
      arrived: 1,
      answered: 1,
      handedOver: 1,
      transferredOut: 0,
      transferredIn: 0,
      firstContacts: 1,
      resolvedFirst: 0,
      talkSeconds: 100,
      holdSeconds: 0,
      wrapSeconds: 0,
      handoverSeconds: 0,
    });
    expect(queueTotals(run, 1)).toMatchObject({
      arrived: 1,
      answered: 1,
      handedOver: 0,
      transferredIn: 1,
      firstContacts: 0,
      talkSeconds: 200,
      wrapSeconds: 30,
    });
    expect(crewTotals(run, 0).busySeconds).toBe(100);
    expect(crewTotals(run, 1).busySeconds).toBe(230);
  });

  it("is one of more than the limit of talk and hold: not of just so much, and wrap does not count", () => {
    const run = traced(centre({ handle: { talk: 60, hold: 40, wrap: 500 } }));
    expect(linesOf(run, "ends")).toEqual(["700 ends #1 calls front/0"]);
    expect(queueTotals(run, 0)).toMatchObject({ handedOver: 0, firstContacts: 1, resolvedFirst: 1 });
  });

  it("has its talk first and then its hold, of which the rest goes along", () => {
    // Talk 60 and 40 of 100 s of hold are done at 200; 60 of hold and 30 of wrap are left.
    const run = traced(centre({ handle: { talk: 60, hold: 100, wrap: 30 } }));
    expect(linesOf(run, "handsOver", "ends").slice(1)).toEqual([
      "200 ends #1 calls front/0",
      "290 ends #1 seniors back/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ talkSeconds: 60, holdSeconds: 40, wrapSeconds: 0 });
    expect(queueTotals(run, 1)).toMatchObject({ talkSeconds: 0, holdSeconds: 60, wrapSeconds: 30 });
  });

  it("may be all on hold, and go to a queue that has neither hold nor wrap of its own", () => {
    const seniors = { handle: { talk: timeOf(200) } };
    const run = traced(centre({ handle: { hold: 130, wrap: 30 }, seniors }));
    expect(linesOf(run, "ends").at(-1)).toBe("260 ends #1 seniors back/1");
    expect(queueTotals(run, 1)).toMatchObject({ talkSeconds: 0, holdSeconds: 30, wrapSeconds: 30 });
  });

  it("frees its agent for the next before it comes to the other queue", () => {
    expect(told(centre({ at: [100, 110] })).slice(2, 8)).toEqual([
      "110 arrives #2 calls",
      "200 handsOver #1 calls front/0",
      "200 ends #1 calls front/0",
      "200 answered #2 calls front/0",
      "200 arrives #1 seniors",
      "200 answered #1 seniors back/1",
    ]);
  });

  it("counts as handled within the time of the quota if the agent's part of it is", () => {
    const front = { roster: { day: 1 }, quota: { handled: { share: 0.9, withinSeconds: 100 } } };
    expect(shiftTotals(traced(centre({ front })), 0)).toMatchObject({ handled: 1, handledWithin: 1 });
  });
});

describe("the limit is of the agent's own time, what is left of nobody's", () => {
  it("by speed", () => {
    // At speed 2 it takes 150 s, of which 50 are left, 100 at speed 1; with the wrap they take 260 s at 1/2.
    const front = { skills: [{ queue: "calls", speed: 2 }] };
    const back = { skills: [{ queue: "seniors", speed: 0.5 }] };
    expect(told(centre({ front, back })).at(-1)).toBe("460 ends #1 seniors back/1");
    const slower = { skills: [{ queue: "calls", speed: 0.5 }] };
    // Of 600 s at half the speed 500 are left, 250 at speed 1.
    expect(told(centre({ front: slower })).at(-1)).toBe("480 ends #1 seniors back/1");
  });

  it("by what an agent has yet to learn", () => {
    // Twice as long for who begins today: of 600 s 500 are left, 250 and the wrap for anybody else.
    const learning = { handle: { start: 2, halfSeconds: 1e12 } };
    const tenure = { kind: "hired" as const, groups: [{ agents: 1, tenureSeconds: 0 }] };
    const run = traced(centre({ front: { tenure, learning } }));
    const [, ended] = linesOf(run, "ends");
    expect(Number(ended.split(" ")[0])).toBeCloseTo(200 + 250 + 30, 6);
  });

  it("and not by hurrying: the wrap that is handed over is all of it", () => {
    const quota = { contacts: 10, pressure: { wrapFactor: 0.5, repeatFactor: 1 } };
    const front = { roster: { day: 1 }, quota };
    const behind = traced(centre({ at: [HOUR], front }));
    expect(linesOf(behind, "hurries")).toHaveLength(1);
    expect(linesOf(behind, "ends").at(-1)).toBe("3930 ends #1 seniors back/1");
    // At the start of the shift nobody is behind.
    const calm = traced(centre({ at: [0], front }));
    expect(linesOf(calm, "hurries")).toEqual([]);
    expect(linesOf(calm, "ends").at(-1)).toBe("330 ends #1 seniors back/1");
  });

  it("also where other teams hurry, or learn, but not this one", () => {
    const quota = { contacts: 10, pressure: { wrapFactor: 0.5, repeatFactor: 1 } };
    const back = { skills: ["seniors"], roster: { day: 1 }, quota };
    // The senior is behind and cuts the wrap of 30 to 15.
    const run = traced(centre({ at: [HOUR], back }));
    expect(linesOf(run, "ends")).toEqual(["3700 ends #1 calls front/0", "3915 ends #1 seniors back/1"]);
  });

  it("with talk that has grown with the wait", () => {
    // The second waits 100 s from 100 to 200 and talks 10 % longer: of 330 s 230 are left from 300 on, when
    // the senior has the first until 430.
    const growth = { perSeconds: 100, byShare: 0.1 };
    const run = traced(centre({ at: [100, 100], calls: { handleGrowth: growth } }));
    expect(linesOf(run, "answered", "ends").at(-1)).toBe("690 ends #2 seniors back/1");
    expect(queueTotals(run, 0).talkSeconds + queueTotals(run, 1).talkSeconds).toBeCloseTo(300 + 330, 9);
  });
});

describe("what comes of a contact that is handed over", () => {
  const deal = { chance: 1, value: timeOf(40) };

  it("is what its new queue says, and nothing of what the first does", () => {
    const after: Outcomes = {
      transfer: [{ to: "seniors", chance: 1, warm: timeOf(20) }],
      sale: deal,
      repeat: { chance: 1, after: timeOf(60), attempts: 1 },
    };
    const seniors = { after: { save: deal } };
    const run = traced(centre({ after, seniors }));
    expect(linesOf(run, "transfers", "sells", "repeats", "saves", "handsOver")).toEqual([
      "200 handsOver #1 calls front/0",
      "430 saves #1 seniors back/1",
    ]);
  });

  it("is still drawn for one that takes no longer than the limit", () => {
    const short = centre({ handle: { talk: 80, wrap: 30 }, after: { sale: deal } });
    expect(linesOf(traced(short), "sells")).toEqual(["210 sells #1 calls front/0"]);
  });

  it("hangs up by a patience of the other queue, and tries that one again", () => {
    // Both come over at 200, and the senior has the first until 430: the second gives up at 250, comes again
    // at 260 and gives up at 310.
    const redial = { chance: 1, after: timeOf(10), attempts: 1 };
    const seniors = { patience: timeOf(50), redial };
    const scenario = centre({ at: [100, 100], front: { agents: 2 }, seniors });
    const run = traced(scenario);
    expect(linesOf(run, "abandons", "redials")).toEqual([
      "250 abandons #2 seniors",
      "260 redials #2 seniors",
      "310 abandons #2 seniors",
    ]);
    const patient = { patience: timeOf(220), redial };
    expect(linesOf(traced(centre({ at: [100, 195], seniors: patient })), "abandons")).toEqual([]);
  });

  it("can be handed over once more, by a limit of the other queue, and is a caller who waits there", () => {
    // 300 s: 100 in calls, 50 in seniors, 150 and the wrap in experts.
    const base = centre({ seniors: { after: { handover: { to: "experts", afterSeconds: 50 } } } });
    const run = traced({
      ...base,
      queues: [...base.queues, queueOf("experts")],
      teams: [...base.teams, teamOf("top", { skills: ["experts"] })],
    });
    expect(linesOf(run, "handsOver", "ends")).toEqual([
      "200 handsOver #1 calls front/0",
      "200 ends #1 calls front/0",
      "250 handsOver #1 seniors back/1",
      "250 ends #1 seniors back/1",
      "430 ends #1 experts top/2",
    ]);
  });

  it("takes its line along, and a warm handover before does not count towards the limit", () => {
    // A transfer at 40, both talk until 60, then 100 s of 300: handed over at 160, and the first wraps 5 s.
    const base = centre({ at: [] });
    const first = {
      ...queueOf("desk", { at: [0], after: { transfer: [{ to: "calls", chance: 1, warm: timeOf(20) }] } }),
      handle: { talk: timeOf(40), wrap: timeOf(5) },
    };
    const run = traced({
      ...base,
      lines: 1,
      queues: [first, ...base.queues],
      teams: [teamOf("desk", { skills: ["desk"] }), ...base.teams],
    });
    expect(linesOf(run, "blocked")).toEqual([]);
    expect(linesOf(run, "handsOver", "ends")).toEqual([
      "65 ends #1 desk desk/0",
      "160 handsOver #1 calls front/1",
      "160 ends #1 calls front/1",
      "390 ends #1 seniors back/2",
    ]);
  });

  it("stays where it is if it is a complaint", () => {
    const complaint = { to: "calls", chance: 1, solved: 1, again: timeOf(60) };
    const base = centre({ at: [] });
    const run = traced({
      ...base,
      queues: [queueOf("desk", { at: [0], handle: 40, after: { complaint } }), ...base.queues],
      teams: [teamOf("desk", { skills: ["desk"] }), ...base.teams],
    });
    expect(linesOf(run, "handsOver")).toEqual([]);
    expect(linesOf(run, "solved")).toEqual(["370 solved #1 calls front/1"]);
  });

  it("may come to the same team, whose agents may take both", () => {
    const both = { skills: ["calls", "seniors"] };
    const run = traced({
      ...centre({ front: both }),
      routing: routingOf({}),
      teams: [teamOf("front", both)],
    });
    expect(linesOf(run, "answered")).toEqual([
      "100 answered #1 calls front/0",
      "200 answered #1 seniors front/0",
    ]);
  });
});
