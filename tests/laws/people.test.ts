import { describe, expect, it } from "vitest";
import type { Tenure } from "../../src/scenario/people.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import * as people from "../naive/mechanisms/people.js";
import { randomScenario } from "../naive/random-scenario.js";
import { varied } from "../naive/variations.js";
import { type Row, trace } from "./centre-from-trace.js";
import { holdsExactly, patiently, withMoreAgents } from "./exact-scenario.js";
import { holdsOn, isSame, textOf } from "./holds-on.js";
import { queueSum } from "./sums.js";

const ENDS = ["answered", "abandoned", "blocked", "closed", "unserved", "waiting"] as const;

const allNew: Tenure = { kind: "hired", groups: [{ agents: 1e6, tenureSeconds: 0 }] };

/** The scenario with every team changed, and no work by overflow, of which nobody asks a licence. */
function withTeams(scenario: Scenario, change: (team: Team) => Team): Scenario {
  return {
    ...scenario,
    routing: { ...scenario.routing, overflow: [] },
    teams: scenario.teams.map(change),
  };
}

/** What happens to contacts, agents aside: who more there are, the others have other numbers. */
function contactsIn(rows: readonly Row[]): string {
  return textOf(rows.filter(({ contact }) => contact >= 0).map((row) => ({ ...row, agent: -1 })));
}

describe("exact laws of people", () => {
  it("nothing changes where learning begins at 100 %, and where nobody is new", () => {
    holdsExactly((given) => {
      const plain = withTeams(given, (team) => team);
      const learned = { handle: { start: 1, halfSeconds: 3600 } };
      const same = trace(withTeams(given, (team) => ({ ...team, tenure: allNew, learning: learned })));
      const old = withTeams(given, (team) => ({
        ...team,
        learning: { handle: { start: 2, halfSeconds: 3600 } },
        training: { lengthSeconds: 1e9, nestingSeconds: 0 },
      }));
      const { rows, observed } = trace(plain);
      expect(textOf(same.rows)).toBe(textOf(rows));
      expect(isSame(same.observed.queueCells, observed.queueCells)).toBe(true);
      expect(textOf(trace(old).rows)).toBe(textOf(rows));
    }, 40);
  });

  it("who never learns, and takes twice as long, is as one of half the speed", () => {
    let answered = 0;
    holdsExactly((given) => {
      const learning = { handle: { start: 2, halfSeconds: 1e300 } };
      const slow = trace(
        withTeams(given, (team) => ({
          ...team,
          skills: team.skills.map((skill) => ({ ...skill, speed: skill.speed / 2 })),
        })),
      );
      const never = trace(withTeams(given, (team) => ({ ...team, tenure: allNew, learning })));
      expect(textOf(never.rows)).toBe(textOf(slow.rows));
      expect(isSame(never.observed.queueCells, slow.observed.queueCells)).toBe(true);
      answered += slow.rows.filter(({ event }) => event === "answered").length;
    }, 40);
    expect(answered).toBeGreaterThan(1000);
  });

  it("a quota that hurries to no purpose changes nothing but that it is told", () => {
    let hurried = 0;
    holdsExactly((given) => {
      const pressure = { wrapFactor: 1, repeatFactor: 1 };
      const quota = { contacts: 20, pressure };
      const plain = trace(withTeams(given, (team) => ({ ...team, quota: { contacts: 20 } })));
      const { rows, observed } = trace(withTeams(given, (team) => ({ ...team, quota })));
      const others = rows.filter(({ event }) => event !== "hurries");
      expect(textOf(others)).toBe(textOf(plain.rows));
      expect(isSame(observed.queueCells, plain.observed.queueCells)).toBe(true);
      hurried += rows.length - others.length;
    }, 40);
    expect(hurried).toBeGreaterThan(200);
  });

  it("agents in training for ever are as if there were none", () => {
    let trained = 0;
    holdsExactly((given) => {
      const isLast = (team: Team) => team === given.teams.at(-1) && team.staffing.kind !== "table";
      const training = { lengthSeconds: 1e12, nestingSeconds: 0 };
      const trainees = trace(
        withTeams(given, (team) => (isLast(team) ? { ...team, tenure: allNew, training } : team)),
      );
      const nobody = trace(
        withTeams(given, (team) =>
          isLast(team) ? { ...team, staffing: { kind: "constant", agents: 0 } } : team,
        ),
      );
      const told = trainees.rows.filter(({ event }) => event !== "trains");
      expect(textOf(told)).toBe(textOf(nobody.rows));
      trained += trainees.rows.length - told.length;
    });
    expect(trained).toBeGreaterThan(100);
  });

  it("agents whom nobody ever licenses are as if they were not there", () => {
    let answered = 0;
    holdsExactly((given) => {
      // Of agents from a table those who come first would not be the same.
      const scenario = withTeams(patiently(given), (team) =>
        team.staffing.kind === "table" ? { ...team, staffing: { kind: "constant", agents: 2 } } : team,
      );
      const groups = (team: Team) =>
        team.staffing.kind === "roster"
          ? team.staffing.shifts.map(({ shift }) => ({ shift, agents: 2, tenureSeconds: 0 }))
          : [{ agents: 2, tenureSeconds: 0 }];
      const licence = { afterSeconds: 1e12, passShare: 1 };
      const more = withTeams(withMoreAgents(scenario, 2), (team) => ({
        ...team,
        tenure: { kind: "hired", groups: groups(team) },
        skills: team.skills.map((skill) => ({ ...skill, licence })),
      }));
      const { rows } = trace(scenario);
      expect(contactsIn(trace(more).rows)).toBe(contactsIn(rows));
      answered += rows.filter(({ event }) => event === "answered").length;
    }, 40);
    expect(answered).toBeGreaterThan(1000);
  });

  it("with people of every kind each contact comes to one end, and nobody is on the phone and in training", () => {
    let trains = 0;
    holdsOn(60, (given, number) => {
      const { rows, observed } = trace(varied(number, given, { people }));
      for (const [queue] of given.queues.entries()) {
        const ends = ENDS.reduce((sum, end) => sum + queueSum(observed, queue, end), 0);
        expect(ends).toBe(queueSum(observed, queue, "arrived"));
      }
      const inTraining = new Map<number, number>();
      for (const { event, agent, seconds } of rows) {
        if (event === "trains") inTraining.set(agent, seconds);
        if (event === "logsOn") expect(inTraining.get(agent)).not.toBe(seconds);
      }
      trains += inTraining.size;
    });
    expect(trains).toBeGreaterThan(20);
  });
});

describe("a law of people that sounds true, is false, and is never asserted", () => {
  it("a licence that comes sooner lengthens nobody's wait: its holder may be busy with it when other work comes", () => {
    const waits = (scenario: Scenario) => {
      const since = new Map<number, number>();
      const found = new Map<number, number>();
      for (const { event, contact, seconds } of trace(scenario).rows) {
        if (event === "arrives") since.set(contact, seconds);
        if (event === "answered") found.set(contact, seconds - since.get(contact)!);
      }
      return found;
    };
    let broken = 0;
    for (let number = 0; number < 100; number++) {
      const base = patiently(randomScenario(number));
      const licensed = (afterSeconds: number) =>
        withTeams(base, (team) => ({
          ...team,
          tenure: allNew,
          skills: team.skills.map((skill, place) =>
            place === 0 ? { ...skill, licence: { afterSeconds, passShare: 1 } } : skill,
          ),
        }));
      const soon = waits(licensed(0));
      const late = waits(licensed(12 * 3600));
      if ([...late].some(([contact, wait]) => (soon.get(contact) ?? wait) > wait)) broken++;
    }
    console.log(`a licence that came sooner lengthened somebody's wait in ${broken} of 100 random scenarios`);
    expect(broken).toBeGreaterThan(5);
  });
});
