import { describe, expect, it } from "vitest";
import { Outcomes } from "../../src/engine/outcomes/outcomes.js";
import type { Outcomes as OutcomesOfQueue } from "../../src/scenario/outcomes.js";
import {
  calendarOf,
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  teamOf,
  timeOf,
  traced,
} from "./plain-scenario.js";

const talkAndWrap = (talk: number, wrap: number) => ({
  handle: { talk: timeOf(talk), wrap: timeOf(wrap) },
});
const always = { to: "billing", chance: 1 };
const again = timeOf(600);

/** Calls, and what comes of them; billing has one agent of its own. */
function centre(after: OutcomesOfQueue, at: readonly number[] = [100], parts: object = {}) {
  return scenarioOf({
    queues: [
      { ...queueOf("calls", { at, after }), ...talkAndWrap(60, 30) },
      { ...queueOf("billing", { at: [] }), ...talkAndWrap(200, 10) },
    ],
    teams: [teamOf("front"), teamOf("back", { skills: ["billing"] })],
    ...parts,
  });
}

describe("a cold transfer", () => {
  it("takes the caller to the other queue when talk ends, while the agent does the wrap", () => {
    // Talk from 100 to 160, wrap to 190; in billing talk from 160 to 360, wrap to 370.
    const run = traced(centre({ transfer: [always] }));
    expect(run.lines.slice(2)).toEqual([
      "100 arrives #1 calls",
      "100 answered #1 calls front/0",
      "160 transfers #1 calls front/0",
      "160 arrives #1 billing",
      "160 answered #1 billing back/1",
      "190 ends #1 calls front/0",
      "370 ends #1 billing back/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({
      arrived: 1,
      answered: 1,
      transferredOut: 1,
      transferredIn: 0,
      firstContacts: 1,
      resolvedFirst: 0,
      talkSeconds: 60,
      wrapSeconds: 30,
      handoverSeconds: 0,
    });
    expect(queueTotals(run, 1)).toMatchObject({
      arrived: 1,
      answered: 1,
      transferredIn: 1,
      firstContacts: 0,
    });
    expect(crewTotals(run, 0).busySeconds).toBe(90);
    expect(crewTotals(run, 1).busySeconds).toBe(210);
  });

  it("frees an agent without wrap before the caller is passed on", () => {
    const base = centre({ transfer: [always] });
    const queues = [
      queueOf("calls", { at: [100, 110], handle: 60, after: { transfer: [always] } }),
      base.queues[1],
    ];
    const run = traced({ ...base, queues });
    expect(linesOf(run, "answered", "transfers", "ends", "arrives").slice(2, 8)).toEqual([
      "110 arrives #2 calls",
      "160 transfers #1 calls front/0",
      "160 ends #1 calls front/0",
      "160 answered #2 calls front/0",
      "160 arrives #1 billing",
      "160 answered #1 billing back/1",
    ]);
  });

  it("is counted as waiting, or as hung up, in the other queue", () => {
    // Billing's agent is busy with the first caller from 160 to 370; the second comes over at 250.
    const patient = traced(centre({ transfer: [always] }, [100, 150]));
    expect(linesOf(patient, "answered").at(-1)).toBe("370 answered #2 billing back/1");
    expect(queueTotals(patient, 1)).toMatchObject({ answered: 2, answeredWaitSeconds: 120 });
    const base = centre({ transfer: [always] }, [100, 150]);
    const queues = [base.queues[0], { ...base.queues[1], patience: timeOf(50) }];
    const hungUp = traced({ ...base, queues });
    expect(linesOf(hungUp, "abandons")).toEqual(["300 abandons #2 billing"]);
    expect(queueTotals(hungUp, 1)).toMatchObject({ arrived: 2, answered: 1, abandoned: 1 });
  });

  it("takes its line along: the queue it leaves has one free, the one it comes to one less", () => {
    // Billing has one line: the second caller, over at 250, meets a busy signal and redials once at 350, when
    // the first one, from 160 to 370, still has it.
    const base = centre({ transfer: [always] }, [100, 150], { lines: 2 });
    const redial = { chance: 1, after: timeOf(100), attempts: 1 };
    const queues = [
      { ...base.queues[0], lines: 2 },
      { ...base.queues[1], lines: 1, redial },
    ];
    const run = traced({ ...base, queues });
    expect(linesOf(run, "blocked", "redials")).toEqual([
      "250 blocked #2 billing",
      "350 redials #2 billing",
      "350 blocked #2 billing",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ blocked: 0, answered: 2 });
  });

  it("goes on from queue to queue", () => {
    const base = centre({ transfer: [always] });
    const queues = [
      base.queues[0],
      { ...base.queues[1], after: { escalate: { to: "chief", chance: 1 } } },
      queueOf("chief", { handle: 40 }),
    ];
    const run = traced({ ...base, queues, teams: [...base.teams, teamOf("chiefs", { skills: ["chief"] })] });
    // Billing's talk ends at 360, its wrap at 370; the chief talks from 360 to 400.
    expect(linesOf(run, "transfers", "escalates", "ends")).toEqual([
      "160 transfers #1 calls front/0",
      "190 ends #1 calls front/0",
      "360 escalates #1 billing back/1",
      "370 ends #1 billing back/1",
      "400 ends #1 chief chiefs/2",
    ]);
    expect(queueTotals(run, 1)).toMatchObject({ escalated: 1, transferredOut: 0, firstContacts: 0 });
    expect(queueTotals(run, 2)).toMatchObject({ transferredIn: 1, answered: 1 });
  });

  it("finds an agent after closing, or is unserved where nobody is there any more", () => {
    // Open until 150. The front agent, on shift until 150, is done at 190; the back one stays until 400.
    const calendar = calendarOf({ open: [[0, 150]] });
    const parts = (backUntil: number) => ({
      calendar,
      shifts: [shiftOf("front", 0, 150), shiftOf("back", 0, backUntil)],
      teams: [
        teamOf("front", { roster: { front: 1 } }),
        teamOf("back", { skills: ["billing"], roster: { back: 1 } }),
      ],
    });
    const served = traced(centre({ transfer: [always] }, [100], parts(400)));
    expect(linesOf(served, "answered", "unserved").at(-1)).toBe("160 answered #1 billing back/1");
    const left = traced(centre({ transfer: [always] }, [100], parts(155)));
    expect(linesOf(left, "waits", "unserved", "logsOff")).toEqual([
      "155 logsOff back/1",
      "160 waits #1 billing",
      "160 unserved #1 billing",
      "190 logsOff front/0",
    ]);
    expect(queueTotals(left, 1)).toMatchObject({ arrived: 1, unserved: 1, closed: 0 });
  });
});

describe("a warm transfer", () => {
  const warm = { transfer: [{ ...always, warm: timeOf(20) }] };

  it("keeps the first agent busy until the other answers and both have talked", () => {
    // The back agent has a call of billing from 100 to 310. The caller, over at 160, waits with the other
    // until 310; both agents talk until 330; front wraps until 360, back talks until 530 and wraps until 540.
    const base = centre(warm);
    const queues = [
      base.queues[0],
      { ...base.queues[1], ...queueOf("billing", { at: [100] }), handle: base.queues[1].handle },
    ];
    const run = traced({ ...base, queues });
    expect(linesOf(run, "transfers", "answered", "ends").slice(2)).toEqual([
      "160 transfers #1 calls front/0",
      "310 ends #2 billing back/1",
      "310 answered #1 billing back/1",
      "360 ends #1 calls front/0",
      "540 ends #1 billing back/1",
    ]);
    // 150 s until the other answered and 20 s together; 20 s for the other.
    expect(queueTotals(run, 0)).toMatchObject({ handoverSeconds: 170 });
    expect(queueTotals(run, 1)).toMatchObject({ handoverSeconds: 20, answeredWaitSeconds: 150 });
    expect(crewTotals(run, 0).busySeconds).toBe(260);
    expect(crewTotals(run, 1).busySeconds).toBe(440);
  });

  it("lets the first agent go when the caller hangs up, or meets a busy signal", () => {
    const base = centre(warm, [100], {
      teams: [teamOf("front"), teamOf("back", { skills: ["billing"], table: [] })],
    });
    const billing = { ...base.queues[1], patience: timeOf(50) };
    // Nobody answers from 160 to 210; the wrap takes until 240.
    const hungUp = traced({ ...base, queues: [base.queues[0], billing] });
    expect(linesOf(hungUp, "abandons", "ends")).toEqual([
      "210 abandons #1 billing",
      "240 ends #1 calls front/0",
    ]);
    expect(queueTotals(hungUp, 0)).toMatchObject({ handoverSeconds: 50 });
    const busy = queueOf("billing", { at: [150], lines: 1 });
    const blocked = traced({ ...base, queues: [base.queues[0], busy] });
    expect(linesOf(blocked, "blocked", "ends")).toEqual([
      "160 blocked #1 billing",
      "190 ends #1 calls front/0",
    ]);
  });

  it("lets the first agent go when the centre is closed and nobody is there for the caller", () => {
    const calendar = calendarOf({ open: [[0, 150]] });
    const shifts = [shiftOf("front", 0, 150), shiftOf("back", 0, 155)];
    const teams = [
      teamOf("front", { roster: { front: 1 } }),
      teamOf("back", { skills: ["billing"], roster: { back: 1 } }),
    ];
    const run = traced(centre(warm, [100], { calendar, shifts, teams }));
    expect(linesOf(run, "unserved", "ends", "logsOff")).toEqual([
      "155 logsOff back/1",
      "160 unserved #1 billing",
      "190 ends #1 calls front/0",
      "190 logsOff front/0",
    ]);
  });

  it("counts a caller handed over by overflow, and divides no handover by the speed of an agent", () => {
    const teams = [teamOf("front"), teamOf("back", { skills: [{ queue: "billing", speed: 2 }] })];
    const run = traced(centre(warm, [100], { teams }));
    // Over at 160; both talk until 180; then half of 210 seconds.
    expect(linesOf(run, "ends")).toEqual(["210 ends #1 calls front/0", "285 ends #1 billing back/1"]);
    const overflow = [{ queue: "billing", afterSeconds: 15, to: ["third"] }];
    const third = traced(
      centre(warm, [100], {
        teams: [teamOf("front"), teamOf("third", { skills: [] })],
        routing: routingOf({ overflow }),
      }),
    );
    expect(linesOf(third, "overflows", "ends")).toEqual([
      "175 overflows #1 billing",
      "225 ends #1 calls front/0",
      "405 ends #1 billing third/1",
    ]);
  });
});

describe("a complaint", () => {
  const complaint = { to: "billing", chance: 1, solved: 1, again };

  it("is tracked until those in charge have solved it", () => {
    // Raised at 160, handled from 160 to 370, solved then: after 210 s.
    const run = traced(centre({ complaint }));
    expect(linesOf(run, "complains", "solved")).toEqual([
      "160 complains #1 calls front/0",
      "370 solved #1 billing back/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({
      complaints: 1,
      complaintsSolved: 1,
      complaintSeconds: 210,
      firstContacts: 1,
      resolvedFirst: 0,
    });
    expect(queueTotals(run, 1)).toMatchObject({ transferredIn: 1, complaints: 0, repeats: 0 });
  });

  it("that is not solved comes again later, so often and no more", () => {
    // Handled from 160 to 370, 970 to 1180 and 1780 to 1990, never solved.
    const run = traced(centre({ complaint: { ...complaint, solved: 0, attempts: 2 } }));
    expect(linesOf(run, "repeats", "ends").slice(2)).toEqual([
      "970 repeats #1 billing",
      "1180 ends #1 billing back/1",
      "1780 repeats #1 billing",
      "1990 ends #1 billing back/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ complaints: 1, complaintsSolved: 0, complaintSeconds: 0 });
    expect(queueTotals(run, 1)).toMatchObject({ arrived: 3, answered: 3, transferredIn: 1, repeats: 2 });
  });

  it("that nobody answers comes again too: after a hang-up, a closed door, and where nobody is left", () => {
    const base = centre({ complaint: { ...complaint, attempts: 3 } });
    const nobody = [teamOf("front"), teamOf("back", { skills: ["billing"], table: [[700, 900, 1]] })];
    const billing = { ...base.queues[1], patience: timeOf(40) };
    // Hangs up at 200; comes again at 800, when somebody is there until 900; solved at 1010.
    const hungUp = traced({ ...base, queues: [base.queues[0], billing], teams: nobody });
    expect(linesOf(hungUp, "abandons", "repeats", "solved")).toEqual([
      "200 abandons #1 billing",
      "800 repeats #1 billing",
      "1010 solved #1 billing back/1",
    ]);
    const calendar = calendarOf({
      open: [
        [0, 150],
        [1300, 5000],
      ],
    });
    // Nobody is there for it at 160; closed at 760; at 1360 it is solved within 210 s.
    const teams = [teamOf("front"), teamOf("back", { skills: ["billing"], table: [[1300, 5000, 1]] })];
    const closed = traced({ ...base, calendar, teams });
    expect(linesOf(closed, "unserved", "closed", "repeats", "solved")).toEqual([
      "160 unserved #1 billing",
      "760 repeats #1 billing",
      "760 closed #1 billing",
      "1360 repeats #1 billing",
      "1570 solved #1 billing back/1",
    ]);
    expect(queueTotals(closed, 0)).toMatchObject({ complaintSeconds: 1410 });
  });

  it("is tried again by a caller who redials, before it comes again by itself", () => {
    const base = centre({ complaint: { ...complaint, attempts: 1 } });
    const redial = { chance: 1, after: timeOf(10), attempts: 1 };
    const billing = { ...base.queues[1], patience: timeOf(40), redial };
    const nobody = [teamOf("front"), teamOf("back", { skills: ["billing"], table: [] })];
    const run = traced({ ...base, queues: [base.queues[0], billing], teams: nobody });
    // 160 + 40, + 10, + 40; again 600 later, with one redial more.
    expect(linesOf(run, "abandons", "redials", "repeats")).toEqual([
      "200 abandons #1 billing",
      "210 redials #1 billing",
      "250 abandons #1 billing",
      "850 repeats #1 billing",
      "890 abandons #1 billing",
      "900 redials #1 billing",
      "940 abandons #1 billing",
    ]);
  });

  it("that would be redialled after the end of time is not looked at before it", () => {
    const base = centre({ complaint });
    const redial = { chance: 1, after: timeOf(100_000) };
    const billing = { ...base.queues[1], patience: timeOf(40), redial };
    const nobody = [teamOf("front"), teamOf("back", { skills: ["billing"], table: [] })];
    const run = traced({ ...base, queues: [base.queues[0], billing], teams: nobody });
    expect(linesOf(run, "redials", "repeats")).toEqual([]);
  });

  it("is neither a sale nor a repeat of the queue that looks at it", () => {
    const base = centre({ complaint });
    const after = { repeat: { chance: 1, after: again }, sale: { chance: 1, value: timeOf(40) } };
    const run = traced({ ...base, queues: [base.queues[0], { ...base.queues[1], after }] });
    expect(queueTotals(run, 1)).toMatchObject({ answered: 1, sales: 0, repeats: 0 });
  });
});

describe("a repeat", () => {
  it("is the same customer with another call of the same queue, not resolved at the first contact", () => {
    // 100 to 190, again at 790 to 880, and no more.
    const run = traced(centre({ repeat: { chance: 1, after: again, attempts: 1 } }));
    expect(run.lines.slice(2)).toEqual([
      "100 arrives #1 calls",
      "100 answered #1 calls front/0",
      "190 ends #1 calls front/0",
      "790 repeats #1 calls",
      "790 arrives #1 calls",
      "790 answered #1 calls front/0",
      "880 ends #1 calls front/0",
    ]);
    expect(queueTotals(run)).toMatchObject({ arrived: 2, repeats: 1, firstContacts: 1, resolvedFirst: 0 });
    expect(run.observed.contacts).toBe(1);
  });

  it("does not come after the end of time, and is not resolved all the same", () => {
    const run = traced(centre({ repeat: { chance: 1, after: timeOf(90_000) } }));
    expect(queueTotals(run)).toMatchObject({ arrived: 1, repeats: 0, firstContacts: 1, resolvedFirst: 0 });
  });

  it("that meets a closed centre is closed", () => {
    const calendar = calendarOf({ open: [[0, 700]] });
    const run = traced(centre({ repeat: { chance: 1, after: again } }, [100], { calendar }));
    expect(queueTotals(run)).toMatchObject({ arrived: 2, repeats: 1, closed: 1 });
  });

  it("may redial as often as a first call", () => {
    // Somebody is there from 100 to 200 only, and done at 190. Nobody at 790: hang-up at 840, redial at 850.
    const redial = { chance: 1, after: timeOf(10), attempts: 1 };
    const after = { repeat: { chance: 1, after: again, attempts: 1 } };
    const base = centre(after, [60], { teams: [teamOf("front", { table: [[100, 200, 1]] })] });
    const run = traced({
      ...base,
      queues: [{ ...base.queues[0], patience: timeOf(50), redial }, base.queues[1]],
    });
    expect(linesOf(run, "redials", "repeats")).toEqual(["790 repeats #1 calls", "850 redials #1 calls"]);
  });
});

describe("sales and customers kept", () => {
  it("are told of the queue and of the crew whose agent made them, with bonus and commission", () => {
    const run = traced(
      centre({
        sale: { chance: 1, value: timeOf(40), commission: 0.1 },
        save: { chance: 1, value: timeOf(300), bonus: 5 },
      }),
    );
    const deals = { sales: 1, saleValue: 40, saves: 1, saveValue: 300, bonus: 9 };
    expect(queueTotals(run)).toMatchObject({ ...deals, firstContacts: 1, resolvedFirst: 1 });
    expect(crewTotals(run)).toMatchObject(deals);
    expect(crewTotals(run, 1)).toMatchObject({ sales: 0, bonus: 0 });
    expect(linesOf(run, "sells", "saves")).toEqual([
      "190 sells #1 calls front/0",
      "190 saves #1 calls front/0",
    ]);
  });

  it("are none where the contact is passed on, or chance will have none", () => {
    const sale = { chance: 1, value: timeOf(40) };
    expect(queueTotals(traced(centre({ transfer: [always], sale })))).toMatchObject({ sales: 0 });
    expect(queueTotals(traced(centre({ sale: { ...sale, chance: 0 } })))).toMatchObject({
      sales: 0,
      bonus: 0,
    });
  });
});

it("of queues without outcomes nothing comes, beside those that have some", () => {
  const base = centre({ sale: { chance: 1, value: timeOf(40) } });
  const run = traced({
    ...base,
    queues: [base.queues[0], { ...base.queues[1], ...queueOf("billing", { at: [50] }) }],
  });
  expect(queueTotals(run, 1)).toMatchObject({ answered: 1, firstContacts: 0, resolvedFirst: 0, sales: 0 });
});

it("nothing is kept of outcomes where no queue has any", () => {
  expect(Outcomes.of(traced(scenarioOf()).model, undefined as never, "seed", 0)).toBeUndefined();
});
