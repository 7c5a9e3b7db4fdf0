import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { Contacts } from "../../src/engine/contacts/contacts.js";
import { Luck } from "../../src/engine/contacts/luck.js";
import type { Observations } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { scaled } from "../../src/random/distribution.js";
import { formatJson } from "../../src/report/json.js";
import { summaryJson } from "../../src/report/json-results.js";
import { evaluate } from "../../src/run/evaluate.js";
import { inProcessRunner } from "../../src/run/in-process-runner.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { summarise } from "../../src/statistics/summarise.js";
import { type Kept, whatMoved } from "./moved.mjs";
import { digestOf, resultsOf } from "./results.mjs";
import { type Engine, type Fingerprints, fingerprintsOf, print, SETS, writeCells } from "./sets.mjs";
import { type ShippedScenario, shippedScenarios } from "./shipped-scenarios.mjs";

/*
 * No-regression: a failure is a change of behaviour, and not proof of a bug. What is right is held by
 * tests/truth, tests/naive and tests/laws.
 */

const file = new URL("./fingerprints.json", import.meta.url);
const readme = new URL("../../README.md", import.meta.url);
const IN_README = /^digest [0-9a-f]{12}, as kept$/m;
const engine: Engine = { compile, simulate, summarise, summaryJson, formatJson, Luck, Contacts };

interface KeptFile {
  readonly digest: string;
  /** By scenario, the print of its results over two seeds. */
  readonly results: Readonly<Record<string, string>>;
  /** By scenario and set. */
  readonly scenarios: Kept;
}

let shipped: ShippedScenario[];
let kept: KeptFile;
let found: Record<string, Fingerprints>;

beforeAll(async () => {
  shipped = await shippedScenarios(readScenario);
  kept = JSON.parse(readFileSync(file, "utf8"));
  found = Object.fromEntries(shipped.map(({ name, scenario }) => [name, fingerprintsOf(engine, scenario)]));
});

if (process.env["UPDATE_FINGERPRINTS"] !== undefined) {
  it("the fingerprints are kept anew", async () => {
    const runners = { evaluate, inProcessRunner, threadRunner };
    const results = await resultsOf({ ...engine, ...runners }, shipped, 0);
    const fresh: KeptFile = { digest: digestOf(results), results, scenarios: found };
    const moved = whatMoved(kept.scenarios, found);
    writeFileSync(file, `${JSON.stringify(fresh, undefined, 2)}\n`);
    const page = readFileSync(readme, "utf8");
    writeFileSync(readme, page.replace(IN_README, `digest ${fresh.digest}, as kept`));
    const news = moved.length > 0 ? moved : ["No set moved."];
    const digests =
      kept.digest === fresh.digest ? `is still ${kept.digest}` : `was ${kept.digest}, is ${fresh.digest}`;
    process.stdout.write(`\n${news.join("\n")}\nThe digest ${digests}.\n\n`);
    kept = fresh;
  });
}

describe("the fingerprints of the shipped scenarios", () => {
  it("are those kept, or it says which sets of which scenarios moved", () => {
    const moved = whatMoved(kept.scenarios, found);
    if (moved.length === 0) return;
    const advice = "If that is meant, keep the new ones (npm run fingerprints) and say why in the commit.";
    throw new Error(`Results are not those kept.\n${moved.join("\n")}\n${advice}`);
  });

  it("are kept set by set and scenario by scenario, under one digest", () => {
    const names = shipped.map(({ name }) => name);
    expect(Object.keys(kept.scenarios)).toEqual(names);
    expect(Object.keys(kept.results)).toEqual(names);
    for (const name of names) expect(Object.keys(kept.scenarios[name])).toEqual(SETS);
    expect(kept.digest).toBe(digestOf(kept.results));
  });

  it("have the digest that the readme shows", () => {
    expect(IN_README.exec(readFileSync(readme, "utf8"))?.[0]).toBe(`digest ${kept.digest}, as kept`);
  });

  it("are of what also happens untraced", () => {
    for (const { scenario } of shipped) {
      const model = compile(scenario);
      const traced = simulate(model, scenario.run.seed, 1, () => undefined);
      expect(traced).toEqual(simulate(model, scenario.run.seed, 1));
    }
  });
});

/** Sets of a scenario that move when it, or the engine, is changed. */
function movedSets(number: string, change: { scenario?: (scenario: Scenario) => Scenario; engine?: Engine }) {
  const { name, scenario } = shipped.find((one) => one.name.startsWith(number))!;
  const other = fingerprintsOf(change.engine ?? engine, change.scenario?.(scenario) ?? scenario);
  return SETS.filter((set) => other[set] !== found[name][set]);
}

const handling = ["routing", "queues", "waits", "crews", "shifts", "summary", "json"];

describe("the sets that move", () => {
  const queues =
    (change: (queue: Scenario["queues"][number]) => Partial<Scenario["queues"][number]>) =>
    (scenario: Scenario): Scenario => ({
      ...scenario,
      queues: scenario.queues.map((queue) => ({ ...queue, ...change(queue) })),
    });
  const teams =
    (change: Partial<Scenario["teams"][number]>) =>
    (scenario: Scenario): Scenario => ({
      ...scenario,
      teams: scenario.teams.map((team) => ({ ...team, ...change })),
    });

  const changes: [what: string, number: string, change: (scenario: Scenario) => Scenario, sets: string[]][] =
    [
      ["the file's words", "02", (scenario) => ({ ...scenario, about: "", hash: "0" }), ["scenario"]],
      [
        "a later opening",
        "01",
        ({ calendar, ...scenario }) => ({
          ...scenario,
          calendar: { ...calendar, open: calendar.open.map((one) => ({ ...one, fromSeconds: 3600 })) },
        }),
        ["calendar", "rates", "arrivals", "attendance", ...handling],
      ],
      [
        "unpaid breaks that were paid",
        "07",
        (scenario) => ({
          ...scenario,
          shifts: scenario.shifts.map((shift) => ({
            ...shift,
            breaks: shift.breaks.map((one) => ({ ...one, paid: false })),
          })),
        }),
        ["calendar", "crews", "summary", "json"],
      ],
      [
        "one per cent more callers",
        "02",
        queues(({ arrivals }) => ({
          arrivals:
            arrivals.kind === "volume" ? { ...arrivals, contacts: arrivals.contacts * 1.01 } : arrivals,
        })),
        ["rates", "arrivals", ...handling],
      ],
      [
        "another seed",
        "02",
        ({ run, ...scenario }) => ({ ...scenario, run: { ...run, seed: "another" } }),
        ["arrivals", "luck", ...handling],
      ],
      [
        "one per cent longer talk",
        "06",
        queues(({ handle }) => ({ handle: { ...handle, talk: scaled(handle.talk!, 1.01) } })),
        ["luck", ...handling],
      ],
      [
        "one per cent more patience",
        "09",
        queues(({ patience }) => ({ patience: scaled(patience!, 1.01) })),
        ["luck", "routing", "queues", "waits", "crews", "summary", "json"],
      ],
      ["more absence", "07", teams({ absenceShare: 0.3 }), ["attendance", ...handling]],
      [
        "overflow fifteen seconds later",
        "03",
        ({ routing, ...scenario }) => ({
          ...scenario,
          routing: {
            ...routing,
            overflow: routing.overflow.map((rule) => ({ ...rule, afterSeconds: rule.afterSeconds + 15 })),
          },
        }),
        handling,
      ],
      [
        "another threshold of service",
        "05",
        queues(({ serviceLevel }) => ({ serviceLevel: { ...serviceLevel, withinSeconds: 33 } })),
        ["queues", "summary", "json"],
      ],
      ["another quota", "07", teams({ quota: { contacts: 61 } }), ["shifts", "summary", "json"]],
      ["other pay", "09", teams({ pay: 99 }), ["summary", "json"]],
    ];

  it.each(changes)("with %s, in %s, are what that can change and nothing else", (_, number, change, sets) => {
    expect(movedSets(number, { scenario: change })).toEqual(sets);
  });

  const observing = (change: (observed: Observations) => void): Engine => ({
    ...engine,
    simulate(...given) {
      const observed = simulate(...given);
      change(observed);
      return observed;
    },
  });
  const programs: [what: string, changed: Engine, sets: string[]][] = [
    [
      "a contact booked twice",
      observing(({ queueCells }) => void queueCells[0]++),
      ["queues", "summary", "json"],
    ],
    [
      "a second more of idling",
      observing(({ crewCells }) => void crewCells[1]++),
      ["crews", "summary", "json"],
    ],
    [
      "a longer longest wait",
      observing(({ longestWaitSeconds }) => void longestWaitSeconds[0]++),
      ["waits", "summary", "json"],
    ],
    [
      "an event more",
      observing((observed) => void Object.assign(observed, { events: observed.events + 1 })),
      [],
    ],
    [
      "callers who are told of a bit later",
      {
        ...engine,
        simulate: (model, seed, replication, trace) =>
          simulate(
            model,
            seed,
            replication,
            trace &&
              ((seconds, event, ...rest) =>
                trace(event === "arrives" ? seconds * (1 + Number.EPSILON) : seconds, event, ...rest)),
          ),
      },
      ["arrivals"],
    ],
    [
      "a figure that is a bit off",
      {
        ...engine,
        summarise: (...given) => {
          const summary = summarise(...given);
          const cost = summary.total["cost"];
          const off = { ...cost, mean: cost.mean * (1 + Number.EPSILON) };
          return { ...summary, total: { ...summary.total, cost: off } };
        },
      },
      ["summary", "json"],
    ],
    ["another blank", { ...engine, formatJson: (value) => formatJson(value).replace(",", ", ") }, ["json"]],
  ];

  it.each(programs)("with %s, in a program that is changed, are what follows from it", (_, changed, sets) => {
    expect(movedSets("02", { engine: changed })).toEqual(sets);
  });
});

describe("the fingerprint of cells", () => {
  const printOf = (...cells: number[][]) =>
    print((bytes) => writeCells(bytes, cells.flat(), cells.length, 2));

  it("is the same with a later field in which nothing is booked, and another with one that is", () => {
    const before = printOf([1, 2], [3, 4]);
    expect(printOf([1, 2, 0], [3, 4, 0])).toBe(before);
    expect(printOf([1, 0, 2], [3, 0, 4])).not.toBe(before);
    const booked = printOf([1, 2, 5, 0], [3, 4, 0, 0]);
    expect([before, printOf([1, 2, 0, 5], [3, 4, 0, 0])]).not.toContain(booked);
  });
});

describe("the words about what moved", () => {
  const prints = (moved: readonly string[] = []): Fingerprints =>
    Object.fromEntries(SETS.map((set) => [set, moved.includes(set) ? "new" : "old"]));

  it("name what moved where, what did not, and what that means", () => {
    const before = { "01-one": prints(), "02-two": prints(), "03-three": prints(), "07-seven": prints() };
    const after = {
      ...before,
      "02-two": prints(handling),
      "07-seven": prints(handling),
      "03-three": prints(["summary", "json"]),
    };
    expect(whatMoved(before, after)).toEqual([
      "In 02 and 07 moved: routing, queues, waits, crews, shifts, summary and json.",
      "  The same: scenario, calendar, rates, arrivals, luck and attendance.",
      "  The callers and those on duty are the same, but who answers whom has changed.",
      "In 03 moved: summary and json.",
      "  The same: scenario, calendar, rates, arrivals, luck, attendance, routing, queues, waits, crews and",
      "    shifts.",
      "  What happens is the same; the figures are worked out otherwise.",
      "Nothing moved in 01.",
    ]);
  });

  it("say it where the file itself says something else, and what came of it", () => {
    const before = { "01-one": prints() };
    const first = (moved: readonly string[]) => whatMoved(before, { "01-one": prints(moved) });
    const ofLuck = first(["scenario", "luck", ...handling]).join(" ");
    expect(ofLuck).toContain("  The file says something else: callers come at the same moments");
    expect(first(["scenario"]).join("\n")).toMatch(/nothing but what the file says beside the figures/i);
    expect(first(SETS)).toEqual(["In every scenario everything moved: the file says something else."]);
  });

  it("are none where nothing moved, and name scenarios that are new or gone", () => {
    expect(whatMoved({ "01-one": prints() }, { "01-one": prints() })).toEqual([]);
    expect(whatMoved({ "01-one": prints() }, { "02-two": prints() })).toEqual([
      "New: 02-two.",
      "Gone: 01-one.",
    ]);
  });

  it("have a meaning for every set, and fit a terminal", () => {
    for (const set of SETS) {
      const lines = whatMoved({ "01-one": prints() }, { "01-one": prints([set]), "02-two": prints() });
      expect(lines.join("\n")).not.toContain("undefined");
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

describe("a print", () => {
  const of = (...values: number[]) => print((bytes) => bytes.numbers(values));

  it("tells the last bit, the sign of 0 and where one text ends, but no two NaNs", () => {
    expect(of(1)).not.toBe(of(1 + Number.EPSILON));
    expect(of(0)).not.toBe(of(-0));
    expect(of(1, 2)).not.toBe(of(2, 1));
    const texts = (...all: string[]) =>
      print((bytes) => {
        for (const text of all) bytes.text(text);
      });
    expect(texts("ab", "c")).not.toBe(texts("a", "bc"));
    const [odd] = new Float64Array(new BigInt64Array([0x7ff8000000000123n]).buffer);
    expect(of(odd)).toBe(of(Number.NaN));
    expect(of(odd)).not.toBe(of(0));
  });
});
