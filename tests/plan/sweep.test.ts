import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/kit/problem.js";
import { planSweep, type SweepPlan, type SweepRequest } from "../../src/plan/sweep/plan-sweep.js";
import { sweep } from "../../src/plan/sweep/sweep.js";
import { sweepEffects } from "../../src/plan/sweep/sweep-effects.js";
import { journalHead, journalLine, readJournal } from "../../src/plan/sweep/sweep-journal.js";
import { type SweepPoint, sweepMeasures, sweepRows } from "../../src/plan/sweep/sweep-result.js";
import { formatSweepCsv } from "../../src/report/sweep-results.js";
import { evaluate } from "../../src/run/evaluate.js";
import { mechanismsOf } from "../../src/scenario/mechanisms.js";
import { openScenarioText } from "../../src/scenario/read-scenario.js";
import { findMeasure } from "../../src/statistics/measures.js";

const DESK = `
callsim: 1
name: Desk
calendar: {timezone: UTC, start: 2026-03-02, days: 1, interval: 60m, hours: {daily: "08:00-12:00"}}
queues:
  calls:
    arrivals: {perHour: 30}
    handle: {talk: {exponential: {mean: 4m}}}
    patience: {exponential: {mean: 3m}}
  mail.in:
    arrivals: {perHour: 5}
    handle: {talk: 2m}
teams:
  desk: {skills: [calls, mail.in], agents: 3, pay: 16}
run: {replications: 3, seed: desk}
`;

function sourceOf(text = DESK) {
  return openScenarioText(text, "desk.yaml", () => ({ problem: "no files" }));
}

function planOf(vary: readonly string[], rest: Omit<SweepRequest, "vary"> = {}): Promise<SweepPlan> {
  return planSweep(sourceOf(), { vary, ...rest });
}

async function problemsOf(vary: readonly string[], rest: Omit<SweepRequest, "vary"> = {}): Promise<string> {
  try {
    await planOf(vary, rest);
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  return "none";
}

const GRID = ["teams.desk.agents=2..4", "queues.calls.patience.exponential.mean=1m,3m"];

describe("a sweep", () => {
  test("has at each point the figures of the scenario with these values, under the same seed", async () => {
    const result = await sweep(await planOf(GRID));
    expect(result.points.map(({ values }) => values.map(({ value }) => value))).toEqual([
      [2, 60],
      [2, 180],
      [3, 60],
      [3, 180],
      [4, 60],
      [4, 180],
    ]);
    const settings = ["teams.desk.agents=4", "queues.calls.patience.exponential.mean=1m"];
    const alone = await evaluate(sourceOf().vary(settings).scenario);
    const [total, calls, mail, desk] = result.points[4]!.rows;
    expect(total!.figures["serviceLevel"]).toEqual(alone.total["serviceLevel"]);
    expect(calls!.figures["asa"]).toEqual(alone.queues[0]!.figures["asa"]);
    expect(calls!.figures["p90"]).toEqual(alone.queues[0]!.waitPercentiles["p90"]);
    expect(mail!.name).toBe("mail.in");
    expect(desk!.figures["occupancy"]).toEqual(alone.teams[0]!.figures["occupancy"]);
  });

  test("meets the same callers at every point: nothing but the plan changes what is offered", async () => {
    const result = await sweep(await planOf(["teams.desk.agents=2..6"]));
    const came = result.points.map(({ rows }) => {
      const { offered, unserved, waiting, closed } = rows[0]!.figures;
      return [offered, unserved, waiting, closed].reduce((sum, figure) => sum + figure!.mean, 0);
    });
    expect(new Set(came.map((count) => count.toFixed(6))).size).toBe(1);
    // It can fail: another seed brings other callers.
    const other = await sweep(await planOf(["teams.desk.agents=2"], { seed: "other" }));
    const { offered } = other.points[0]!.rows[0]!.figures;
    expect(offered!.mean).not.toBe(result.points[0]!.rows[0]!.figures["offered"]!.mean);
  });

  test("checks every point as a file is checked, and says all that is wrong at once", async () => {
    expect(
      await problemsOf([
        "teams.dsk.agents=1..3",
        "queues.calls.patiense=1m..2m:30s",
        "teams.desk.absence=90%..110%:10%",
        "queues.calls.lines=0..1",
      ]),
    ).toBe(
      [
        "error: teams.dsk.agents: teams has no dsk; did you mean desk?",
        "error: queues.calls.patiense: patiense is not a key of a queue; did you mean patience?",
        'error: teams.desk.absence: found "110%"; expected a chance of at most 100%',
        "error: queues.calls.lines: found 0; expected lines, 1 or more",
      ].join("\n"),
    );
  });

  test("finds what is wrong only where two values meet", async () => {
    const low = "queues.calls.handle.talk.uniform.min";
    const high = "queues.calls.handle.talk.uniform.max";
    const source = sourceOf(DESK.replace("exponential: {mean: 4m}", "uniform: {min: 1m, max: 4m}"));
    const plan = planSweep(source, { vary: [`${low}=1m,3m`, `${high}=2m,5m`] });
    await expect(plan).rejects.toThrow(`at ${low}=180s, ${high}=120s: `);
  });

  test("names the value where the trouble shows elsewhere, and says when it stops looking", async () => {
    const breaks = "{after: 1h, length: 15m}, {after: 2h, length: 15m}";
    const rostered = DESK.replace("agents: 3", "roster: {day: 3}").concat(
      `shifts: {day: {days: daily, start: "08:00", length: 4h, breaks: [${breaks}]}}\n`,
    );
    const plan = planSweep(sourceOf(rostered), { vary: ["shifts.day.breaks[0].after=1h,2h"] });
    await expect(plan).rejects.toThrow(
      "shifts.day.breaks[1]: at shifts.day.breaks[0].after=7200s: the break overlaps",
    );
    const many = await problemsOf(["teams.desk.absence=101%..200%:1%"]);
    expect(many.split("\n")).toHaveLength(21);
    expect(many).toContain("so many problems; the other points were not checked");
  });

  test.each([
    [["run.replications=1..5"], "run is the same for all points"],
    [["name=1,2"], "name is no number"],
    [["queues.calls.channel=1,2"], "found 1; expected phone"],
    [["calendar.timezone=1,2"], 'found "UTC" there; a sweep varies numbers'],
    [["teams.desk.agents=1..3", "teams.desk.agents=4"], "the path is varied twice"],
    [["teams.desk=1..3", "teams.desk.agents=4"], "teams.desk.agents is a part of teams.desk"],
    [["growth.baseYear=2020..2022"], "growth does not change"],
  ])("%j is refused: %s", async (vary, message) => {
    expect(await problemsOf(vary as string[])).toContain(message);
  });

  test("of too many points is refused from an estimate, before any of them is made", async () => {
    const vary = ["teams.desk.agents=1..1000000000", "queues.calls.lines=1..1000000000"];
    const problems = await problemsOf(vary);
    expect(problems).toContain("1000000 trillion points (1 billion x 1 billion) of 3 replications");
    expect(problems).toContain("use --allow-large if it is meant");
    expect(await problemsOf(["queues.calls.arrivals.perHour=1..10"], { replications: 1e9 })).toContain(
      "10 points of 1 billion replications are about 1.4 trillion contacts",
    );
  });

  test("notes that a number replaces a distribution, and how its mean would be varied", async () => {
    const { notes } = await planOf(["queues.calls.patience=1m,2m"]);
    expect(notes.join()).toContain("write queues.calls.patience.exponential.mean");
    expect((await planOf(GRID)).notes).toEqual([]);
  });

  test("stopped half way has the points that were finished, and no part of another", async () => {
    const stop = new AbortController();
    const plan = await planOf(GRID);
    const result = await sweep(plan, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 2.2) stop.abort();
      },
    });
    expect(result.count).toBe(6);
    expect(result.points.map(({ point }) => point)).toEqual([1, 2]);
  });
});

describe("a sweep's journal", () => {
  async function journalOf(plan: SweepPlan): Promise<{ text: string; csv: string }> {
    let text = journalHead(plan);
    const result = await sweep(plan, {
      onPoint: (point) => {
        text += journalLine(point);
      },
    });
    return { text, csv: formatSweepCsv(result) };
  }

  const bytesOf = (text: string) => new TextEncoder().encode(text);

  test("cut at any byte is read, and what is missing is simulated to the very same result", async () => {
    const plan = await planOf(GRID);
    const { text, csv } = await journalOf(plan);
    const bytes = bytesOf(text);
    const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
    for (let cut = 0; cut <= bytes.length; cut += 37) {
      const { finished, wholeBytes } = readJournal(bytes.subarray(0, cut), "j", plan);
      const whole = ends.filter((end) => end <= cut);
      expect(wholeBytes).toBe(whole.at(-1) ?? 0);
      expect(finished.size).toBe(Math.max(0, whole.length - 1));
    }
    const half = readJournal(bytes.subarray(0, ends[3]! + 50), "j", plan);
    const simulated: SweepPoint[] = [];
    const result = await sweep(plan, { finished: half.finished, onPoint: (point) => simulated.push(point) });
    expect(simulated.map(({ point }) => point)).toEqual([4, 5, 6]);
    expect(formatSweepCsv(result)).toBe(csv);
  });

  test("of another sweep is refused, and says in what it differs", async () => {
    const { text } = await journalOf(await planOf(GRID));
    const told = async (plan: Promise<SweepPlan>) => {
      try {
        readJournal(bytesOf(text), "j", await plan);
        return "nothing";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(await told(planOf(GRID))).toBe("nothing");
    expect(await told(planOf(GRID, { seed: "x" }))).toContain('other seed: "desk" there, "x" now');
    expect(await told(planOf(GRID, { replications: 4 }))).toContain("other replications: null there, 4 now");
    expect(await told(planOf([GRID[0]!]))).toContain("other number of points: 6 there, 3 now");
    expect(await told(planOf(["teams.desk.agents=3..5", GRID[1]!]))).toContain("other varied values");
    const changed = planSweep(sourceOf(DESK.replace("pay: 16", "pay: 17")), { vary: GRID });
    expect(await told(changed)).toContain("other scenario");
  });

  test("damaged before its end is refused with every line that is", async () => {
    const plan = await planOf(GRID);
    const { text } = await journalOf(plan);
    const lines = text.split("\n");
    const told = (changed: readonly string[]) => {
      try {
        return readJournal(bytesOf(changed.join("\n")), "j", plan).finished.size;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(told(lines)).toBe(6);
    const damaged = "error: the line is damaged; delete the file to begin anew";
    expect(told(lines.with(2, lines[2]!.slice(5)).with(4, ""))).toBe(`j:3:1: ${damaged}\nj:5:1: ${damaged}`);
    // A last line that is there in length alone is as good as missing.
    expect(told(lines.with(6, "\0".repeat(lines[6]!.length)))).toBe(5);
    expect(told(["", ...lines])).toContain("j:1:1: error: this is not the journal of a sweep");
    // The same point twice with the same figures is one; with others, an alarm.
    expect(told([...lines.slice(0, 7), lines[3]!, ""])).toBe(6);
    const other = lines[3]!.replace(/"figures":\[\[[0-9.]+/, '"figures":[[1');
    expect(told([...lines.slice(0, 7), other, ""])).toContain("point 3 stands here with other figures");
  });
});

describe("figures that only some points of a sweep have", () => {
  test("have their columns in all rows, empty where a point is without, and come back from the journal", async () => {
    const plan = await planOf(["teams.desk.agents=2..3"]);
    const whole = await sweep(plan);
    const summary = await evaluate(sourceOf().base.scenario, { replications: 2 });
    const { overflowed: _, ...without } = summary.total;
    const [total] = sweepRows({ ...summary, total: without }, whole.measures);
    expect(Object.keys(total!.figures)).toEqual(whole.measures.total);
    expect(total!.figures["overflowed"]).toEqual({ mean: Number.NaN, low: Number.NaN, high: Number.NaN });
    const points = whole.points.with(0, {
      ...whole.points[0]!,
      rows: [total!, ...whole.points[0]!.rows.slice(1)],
    });
    const [head, first] = formatSweepCsv({ ...whole, points })
      .split("\n")
      .map((line) => line.trim().split(","));
    const column = head!.indexOf("overflowed");
    expect(first!.slice(column, column + 3)).toEqual(["", "", ""]);
    expect(first!.length).toBe(head!.length);
    const bytes = new TextEncoder().encode(journalHead(plan) + points.map(journalLine).join(""));
    expect([...readJournal(bytes, "j", plan).finished.values()]).toEqual(points);
  });

  test("are those of the mechanisms that any point uses, and of no other", async () => {
    const plan = await planOf(["teams.desk.agents=2..3"]);
    expect([...plan.mechanisms]).toEqual([...mechanismsOf(sourceOf().base.scenario)]);
    const { measures } = await sweep(plan);
    expect(measures).toEqual(sweepMeasures(plan.mechanisms));
    const fewer = { ...measures, queue: ["offered"], team: ["offered"], total: ["offered"] };
    const [head] = formatSweepCsv({ ...(await sweep(plan)), measures: fewer }).split("\n");
    expect(head!.trim()).toBe(
      "point,teams.desk.agents,replications,scope,name,offered,offeredLow,offeredHigh",
    );
  });
});

describe("what a sweep moved", () => {
  test("is on a grid the distance of the means over the points with a value", async () => {
    const result = await sweep(await planOf(GRID));
    const subject = findMeasure("calls.asa", sourceOf().base.scenario);
    const asa = result.points.map(({ rows }) => rows[1]!.figures["asa"]!.mean);
    const [agents] = sweepEffects(result, subject);
    expect(agents!.path).toBe("teams.desk.agents");
    const byAgents = [0, 2, 4].map((first) => (asa[first]! + asa[first + 1]!) / 2);
    expect(agents!.groups.map(({ mean }) => mean)).toEqual(byAgents);
    expect(agents!.change).toBe(Math.max(...byAgents) - Math.min(...byAgents));
    expect(agents!.greatest.from.text).toBe("2");
  });

  test("is on samples the slope of a plane, which finds a straight line again", async () => {
    // Pay moves the cost by a straight line, and lines that are never full move it not at all.
    const vary = ["teams.desk.pay=10..20:0.5", "queues.calls.lines=500..900"];
    const plan = await planOf(vary, { samples: 12, replications: 1 });
    const result = await sweep(plan);
    const [pay, lines] = sweepEffects(result, findMeasure("total.cost", sourceOf().base.scenario));
    const point = result.points[0]!;
    const hours = point.rows[0]!.figures["paidHours"]!.mean;
    expect(pay!.path).toBe("teams.desk.pay");
    const span = pay!.groups[1]!.from.value - pay!.groups[0]!.from.value;
    expect(pay!.change).toBeCloseTo(hours * span, 6);
    expect(lines!.change).toBeCloseTo(0, 6);
  });
});
