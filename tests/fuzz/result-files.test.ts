import { describe } from "vitest";
import { baselineOf } from "../../src/plan/check/baseline.js";
import { checkPromises } from "../../src/plan/check/check-promises.js";
import { compareBaseline } from "../../src/plan/check/compare-baseline.js";
import { parseBaseline } from "../../src/plan/check/parse-baseline.js";
import { planSweep } from "../../src/plan/sweep/plan-sweep.js";
import { sweep } from "../../src/plan/sweep/sweep.js";
import { journalHead, journalLine, readJournal } from "../../src/plan/sweep/sweep-journal.js";
import { formatBaseline } from "../../src/report/check/baseline-text.js";
import { findingsOf } from "../../src/report/check/check-findings.js";
import { formatCheckJson } from "../../src/report/check/check-json.js";
import { formatCodeQuality } from "../../src/report/check/code-quality.js";
import { formatJunit } from "../../src/report/check/junit.js";
import { formatJson } from "../../src/report/json.js";
import { formatSweepCsv, sweepJson } from "../../src/report/sweep-results.js";
import { formatCheckText } from "../../src/report/text/check-text.js";
import { evaluate } from "../../src/run/evaluate.js";
import { decodeText } from "../../src/scenario/decode-text.js";
import { openScenarioText } from "../../src/scenario/read-scenario.js";
import { SMALL } from "../cli/call.js";
import { holdOnInputs } from "./hold-on-inputs.js";
import { leastText } from "./minimise.js";
import { bytesOf } from "./mutate-bytes.js";
import { mutateText, NONSENSE, type Pool } from "./mutate-text.js";
import { expectPlain, problemsOf } from "./readable.js";

const source = openScenarioText(SMALL, "small.yaml", () => ({ problem: "no files" }));
const { scenario } = source.base;
const found = baselineOf(await evaluate(scenario));
const checked = await checkPromises(scenario, []);
const baselineText = formatBaseline(found);
const plan = await planSweep(source, { vary: ["teams.desk.agents=3..6"] });
const swept = await sweep(plan);
const journalText = journalHead(plan) + swept.points.map(journalLine).join("");

const pool: Pool = {
  bases: [baselineText, journalText],
  nonsense: [
    ...NONSENSE,
    "<<<<<<< HEAD\n",
    "=======\n",
    "{}",
    "[]",
    "[0,0]",
    "[null,null]",
    "[1e999,0]",
    "[NaN]",
  ],
};

describe("a result that is read back", () => {
  holdOnInputs("as a baseline that somebody edited is compared, or refused in words", {
    name: "baseline",
    share: 0.12,
    make: (luck) => mutateText(luck, baselineText, pool),
    judge: async (text, luck) => {
      const bytes = bytesOf(luck, text);
      let stored: ReturnType<typeof parseBaseline> | undefined;
      await problemsOf(() => {
        stored = parseBaseline(decodeText(bytes, "small.json"), "small.json");
      });
      if (!stored) return;
      const again = formatBaseline(stored);
      if (formatBaseline(parseBaseline(again, "again.json")) !== again)
        throw new Error("is not stored as it was");
      const compared = { stored, comparison: compareBaseline(stored, found) };
      const baseline = { file: "small.json", found, compared, updating: luck.chance(0.5) };
      const file = { file: "small.yaml", problems: [], judged: { scenario, checked, baseline } };
      const result = { files: [file], strict: luck.chance(0.5) };
      for (const line of formatCheckText(result).split("\n")) expectPlain(line);
      for (const line of formatJunit(result).split("\n")) expectPlain(line.replaceAll("\t", " "));
      JSON.parse(formatCheckJson(result));
      JSON.parse(formatCodeQuality(findingsOf(result), (one) => one));
    },
    minimise: leastText,
  });

  holdOnInputs("as a journal that was damaged is gone on with, or refused in words", {
    name: "journal",
    share: 0.07,
    make: (luck) => mutateText(luck, journalText, pool),
    judge: async (text, luck) => {
      const bytes = bytesOf(luck, text);
      let journal: ReturnType<typeof readJournal> | undefined;
      await problemsOf(() => {
        journal = readJournal(bytes, "sweep.csv.journal", plan);
      });
      if (!journal) return;
      if (journal.wholeBytes > bytes.length) throw new Error("more whole bytes than there are");
      const result = { ...swept, points: [...journal.finished.values()] };
      formatSweepCsv(result);
      JSON.parse(formatJson(sweepJson(scenario, result, [])));
    },
    minimise: leastText,
  });

  holdOnInputs("as a journal that was cut off anywhere is gone on with", {
    name: "cut",
    share: 0.01,
    make: (luck) => luck.below(journalText.length + 1),
    judge: (length) => {
      const bytes = Buffer.from(journalText).subarray(0, length);
      const { finished, wholeBytes } = readJournal(bytes, "sweep.csv.journal", plan);
      const lines = bytes.toString().split("\n").length - 1;
      if (finished.size !== Math.max(0, lines - 1))
        throw new Error(`${finished.size} points of ${lines} lines`);
      if (bytes.subarray(0, wholeBytes).toString().split("\n").length - 1 !== lines)
        throw new Error("whole lines lost");
    },
    minimise: async (length) => length,
  });
});
