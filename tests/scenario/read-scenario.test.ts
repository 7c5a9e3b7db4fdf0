import { describe, expect, it } from "vitest";
import { BadInput, formatProblem } from "../../src/kit/problem.js";
import type { OpenTable } from "../../src/scenario/open-beside.js";
import { type ReadOptions, readScenarioText } from "../../src/scenario/read-scenario.js";

const FILES: Record<string, string> = {
  "day-shape.csv": "time,weight\n08:00,1\n12:00,2\n18:00,0.5\n",
  "volumes.csv": "weekday,time,queue,contacts\nmon-fri,09:00,claims,30\nmon-fri,09:30,claims,40\n",
  "staff.csv": "time,agents\n09:00,4\n",
  "log.csv": "at,handle,patience\n09:00:00,120,60\n09:00:30,,\n",
  "times.csv": "seconds\n90\n30\n60\n",
};
const open: OpenTable = (file) =>
  FILES[file] === undefined ? { problem: `there is no file ${file}` } : { value: FILES[file] };

const SMALL = `
callsim: 1
name: Small
calendar: {start: 2026-03-02, days: 7}
queues:
  claims:
    arrivals: {perHour: 10}
    handle: {talk: 3m}
    patience: 2m
teams:
  claims: {skills: [claims], agents: 2}
`;

const read = (text: string, options?: ReadOptions) => readScenarioText(text, "small.yaml", open, options);
const messagesOf = (text: string, options?: ReadOptions): string[] => {
  try {
    read(text, options);
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(formatProblem);
    throw error;
  }
  return [];
};

describe("a small scenario", () => {
  it("has every default filled in", () => {
    const { scenario, warnings } = read(SMALL);
    expect(warnings).toEqual([]);
    expect(scenario).toMatchObject({
      format: 1,
      name: "Small",
      about: "",
      sources: [],
      currency: "USD",
      routing: { agent: "longest-idle", contact: "longest-waiting", overflow: [] },
      contracts: { fullTimeHours: 40, partTimeShare: 0, partTimeHours: 20 },
      run: { replications: 20, seed: "callsim" },
      expect: [],
      cases: [],
    });
    expect(scenario.queues).toEqual([
      {
        name: "claims",
        channel: "phone",
        arrivals: {
          kind: "volume",
          factor: 1,
          events: [],
          per: "hour",
          contacts: 10,
          weekdayWeights: [1, 1, 1, 1, 1, 1, 1],
        },
        handle: { talk: { kind: "constant", seconds: 180 } },
        patience: { kind: "constant", seconds: 120 },
        priority: 1,
        serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 },
        countBlocked: false,
      },
    ]);
    expect(scenario.teams).toEqual([
      {
        name: "claims",
        skills: [{ queue: "claims", preference: 1, speed: 1 }],
        staffing: { kind: "constant", agents: 2 },
        absenceShare: 0,
      },
    ]);
  });

  it("is the same, hash included, after a journey through JSON", () => {
    const { scenario } = read(SMALL);
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
    expect(scenario.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it("has a hash that follows what it says, not how it is written", () => {
    const { hash } = read(SMALL).scenario;
    expect(read(`# a comment${SMALL.replace("2m", "120s")}`).scenario.hash).toBe(hash);
    expect(read(SMALL.replace("2m", "121s")).scenario.hash).not.toBe(hash);
  });

  it("may be written as JSON, and with a byte order mark", () => {
    const json = JSON.stringify({
      callsim: 1,
      name: "Small",
      calendar: { start: "2026-03-02", days: 7 },
      queues: { claims: { arrivals: { perHour: 10 }, handle: { talk: "3m" }, patience: "2m" } },
      teams: { claims: { skills: ["claims"], agents: 2 } },
    });
    expect(read(json).scenario.hash).toBe(read(SMALL).scenario.hash);
    expect(read(`\uFEFF${json}`).scenario.hash).toBe(read(SMALL).scenario.hash);
  });
});

describe("a seed", () => {
  it.each(["007", "1e3", "0x10", "1.50", "20260302", "monday"])(
    "is the text that stands there: %s",
    (seed) => {
      const run = `run: {seed: ${seed}, replications: 3}`;
      expect(read(`${SMALL}${run}\n`).scenario.run).toMatchObject({ seed, replications: 3 });
      expect(read(SMALL, { set: [`run.seed=${seed}`] }).scenario.run.seed).toBe(seed);
      expect(read(`${SMALL}cases: {other: {run.seed: ${seed}}}`, { case: "other" }).scenario.run.seed).toBe(
        seed,
      );
    },
  );
});

describe("names", () => {
  it("keep the order of the file, even if they look like numbers", () => {
    const names = ["b", "10", "2", "a"];
    const queues = names
      .map((name) => `  ${name}: {arrivals: {perHour: 1}, handle: {talk: 1m}, patience: 1m}`)
      .join("\n");
    const skills = names.map((name) => `${name}: {}`).join(", ");
    const shifts = names.map((name) => `  ${name}: {start: "06:00", length: 8h}`).join("\n");
    const roster = names.map((name) => `${name}: 1`).join(", ");
    const cases = names.map((name) => `  ${name}: {run.replications: 3}`).join("\n");
    const growth = names.map((name) => `    ${name}: {of: jobs, change: 1%, until: 2027}`).join("\n");
    const { scenario } = read(`
callsim: 1
name: Names
calendar: {start: 2026-03-02, days: 1}
queues:
${queues}
teams:
  team: {skills: {${skills}}, roster: {${roster}}}
shifts:
${shifts}
cases:
${cases}
growth:
  baseYear: 2026
  cases:
${growth}
`);
    expect(scenario.queues.map((queue) => queue.name)).toEqual(names);
    expect(scenario.teams[0]!.skills.map((skill) => skill.queue)).toEqual(names);
    expect(scenario.shifts.map((shift) => shift.name)).toEqual(names);
    expect(scenario.cases).toEqual(names);
    expect(scenario.growth!.cases.map((one) => one.name)).toEqual(names);
    expect(scenario.teams[0]!.staffing).toEqual({
      kind: "roster",
      shifts: names.map((shift) => ({ shift, agents: 1 })),
    });
  });

  it("may have dots of their own", () => {
    const { scenario } = read(SMALL.replaceAll("claims", "claims.v2"), {
      set: ["queues.claims.v2.arrivals.perHour=12"],
    });
    expect(scenario.queues[0]).toMatchObject({ name: "claims.v2", arrivals: { contacts: 12 } });
  });
});

describe("variants", () => {
  const withCases = `${SMALL}
cases:
  storm: {queues.claims.arrivals.perHour: 30}
  table: {queues.claims.arrivals: {table: volumes.csv}}
  bored: {queues.claims.patience: null}
`;

  it("change values by path before checking", () => {
    expect(read(withCases, { case: "storm" }).scenario.queues[0]!.arrivals).toMatchObject({ contacts: 30 });
    expect(read(withCases, { case: "table" }).scenario.queues[0]!.arrivals).toMatchObject({ kind: "table" });
    expect(read(withCases, { case: "bored" }).scenario.queues[0]!.patience).toBeUndefined();
  });

  it("put --set after the case, and may give what the file leaves out", () => {
    const { scenario } = read(withCases, {
      case: "storm",
      set: ["queues.claims.arrivals.perHour=40", "run.seed=tuesday", "teams.claims.pay= 12.5"],
    });
    expect(scenario.queues[0]!.arrivals).toMatchObject({ contacts: 40 });
    expect(scenario.run.seed).toBe("tuesday");
    expect(scenario.teams[0]!.pay).toBe(12.5);
  });

  it("are refused with the nearest spelling", () => {
    expect(messagesOf(withCases, { case: "strom" })).toEqual([
      "error: there is no case strom; did you mean storm?",
    ]);
    expect(messagesOf(withCases, { set: ["queues.clams.lines=3"] })).toEqual([
      "error: queues.clams.lines: queues has no clams; did you mean claims?",
    ]);
    for (const path of ["__proto__.x", "queues.__proto__.lines", "teams.claims.constructor"]) {
      const [, unsafe] = /(__proto__|constructor)/.exec(path)!;
      const [message] = messagesOf(withCases, { set: [`${path}=3`] });
      expect(message).toContain(`${unsafe} cannot be used as a name`);
    }
    expect(messagesOf(withCases, { set: ["run.replication=3"] })).toEqual([
      "error: run.replication: replication is not a key of run; did you mean replications?",
    ]);
    expect(messagesOf(withCases, { set: ["run.seed"] })).toEqual([
      'error: found "run.seed"; expected path=value, such as teams.claims.agents=45',
    ]);
  });
});

describe("a queue's service level", () => {
  it("can be counted in a way of its own without a target", () => {
    const { scenario } = read(
      `${SMALL}`.replace("patience: 2m", "target: {within: 30s, counting: {credit-under: 4s}}"),
    );
    expect(scenario.queues[0]!.target).toBeUndefined();
    expect(scenario.queues[0]!.serviceLevel).toEqual({
      withinSeconds: 30,
      counting: "credit-under",
      underSeconds: 4,
    });
  });
});

describe("tables beside a scenario", () => {
  it("become plain data", () => {
    const { scenario } = read(`
callsim: 1
name: Tables
calendar: {start: 2026-03-02, days: 1}
queues:
  claims:
    arrivals: {table: volumes.csv}
    handle: {talk: {empirical: {file: times.csv, column: seconds}}}
    patience: 1m
  logged: {arrivals: {replay: log.csv}, handle: {talk: 1m}, patience: 1m}
  shaped: {arrivals: {perDay: 100, shape: day-shape.csv}, handle: {talk: 1m}, patience: 1m}
teams:
  all: {skills: [claims, logged, shaped], agents: {table: staff.csv}}
`);
    const [claims, logged, shaped] = scenario.queues;
    expect(claims!.arrivals).toMatchObject({
      steps: [
        { fromSeconds: 32400, toSeconds: 34200, contacts: 30 },
        { fromSeconds: 34200, toSeconds: 36000, contacts: 40 },
      ],
    });
    expect(claims!.handle.talk).toEqual({ kind: "empirical", valuesSeconds: [30, 60, 90] });
    expect(logged!.arrivals).toMatchObject({ kind: "replay", atSeconds: [32400, 32430] });
    expect(shaped!.arrivals).toMatchObject({ shape: { weekdays: { length: 7 } } });
    expect(scenario.teams[0]!.staffing).toMatchObject({
      kind: "table",
      steps: [{ agents: 4 }, { fromSeconds: 32400, toSeconds: 34200, agents: 4 }],
    });
  });
});

describe("sizes", () => {
  it("that no machine can hold are refused at once, unless they are meant", () => {
    const absurd = SMALL.replace("agents: 2", "agents: 1000000000000").replace(
      "perHour: 10",
      "perHour: 1e12",
    );
    const messages = messagesOf(absurd);
    // From an estimate, without making anything of that size: as fast as a scenario that is right.
    const leastOf = (action: () => void) => {
      const times = Array.from({ length: 9 }, () => {
        const start = performance.now();
        action();
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    expect(leastOf(() => messagesOf(absurd)) / leastOf(() => read(SMALL))).toBeLessThan(10);
    expect(messages).toEqual([
      "small.yaml:7:5: error: queues.claims.arrivals: 168 trillion contacts in a replication are more than " +
        "2 billion; use --allow-large if it is meant",
      "small.yaml:11:38: error: teams.claims.agents: 8 trillion agent-shifts are more than the 64 million " +
        "that fit into memory; use --allow-large if it is meant",
    ]);
    expect(read(absurd, { allowLarge: true }).scenario.teams[0]!.staffing).toMatchObject({ agents: 1e12 });
  });
});
