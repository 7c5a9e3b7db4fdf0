import { describe, expect } from "vitest";
import { decodeText } from "../../src/scenario/decode-text.js";
import { type ReadOptions, type ReadScenario, readScenarioText } from "../../src/scenario/read-scenario.js";
import { expectRunnable } from "./expect-runnable.js";
import { type Fuzzer, holdOnInputs } from "./hold-on-inputs.js";
import type { Luck } from "./luck.js";
import { leastOf, leastText } from "./minimise.js";
import { bytesOf } from "./mutate-bytes.js";
import { mutateText } from "./mutate-text.js";
import { expectReadable, problemsOf } from "./readable.js";
import { openTable, scenarioPool, shippedTexts, shortTexts } from "./scenario-bases.js";

const FILE = "f.yaml";

describe("a scenario that somebody mistyped", () => {
  holdOnInputs("is refused in words, or runs", textFuzzer("scenario", 0.16, shortTexts));
  holdOnInputs("is refused in words, or runs, shipped ones too", textFuzzer("shipped", 0.02, shippedTexts));

  holdOnInputs("or whose bytes are damaged, is refused in words, or runs", {
    name: "bytes",
    share: 0.02,
    make: (luck) => bytesOf(luck, mutateText(luck, luck.pick(shortTexts), scenarioPool)),
    judge: (bytes, luck) => judge(luck, () => read(decodeText(bytes, FILE))),
    minimise: async (bytes, fails) =>
      Uint8Array.from(await leastOf([...bytes], (less) => fails(Uint8Array.from(less)))),
  });

  holdOnInputs("with changes that were asked for, is refused in words, or runs", {
    name: "changes",
    share: 0.04,
    make: (luck) => ({ text: luck.pick(shortTexts), set: settingsOf(luck) }),
    judge: ({ text, set }, luck) => judge(luck, () => read(text, { set })),
    minimise: async ({ text, set }, fails) => ({
      text,
      set: [...(await leastOf(set, (less) => fails({ text, set: [...less] })))],
    }),
  });
});

function textFuzzer(name: string, share: number, bases: readonly string[]): Fuzzer<string> {
  return {
    name,
    share,
    make: (luck) => mutateText(luck, luck.pick(bases), scenarioPool),
    judge: (text, luck) => judge(luck, () => read(text)),
    minimise: leastText,
  };
}

function read(text: string, options: ReadOptions = {}): ReadScenario {
  return readScenarioText(text, FILE, openTable, options);
}

async function judge(luck: Luck, readIt: () => ReadScenario): Promise<void> {
  let accepted: ReadScenario | undefined;
  await problemsOf(() => {
    accepted = readIt();
  });
  if (!accepted) return;
  expectReadable(accepted.warnings);
  expect(accepted.scenario.hash).toMatch(/^[0-9a-f]+$/);
  expectRunnable(accepted, luck.chance(0.1));
}

const PATHS = [
  ...["queues.calls.arrivals.perHour", "teams.desk.agents", "queues.calls.patience", "calendar.days", "name"],
  ...["queues.claims.target.within", "teams.claims.skills", "growth.cases.more.change", "run.seed", "shifts"],
  ...[
    "routing.overflow[0].after",
    "calendar.hours.daily",
    "queues",
    "teams.desk",
    "expect",
    "cases",
    "lines",
  ],
];

function settingsOf(luck: Luck): string[] {
  return Array.from({ length: 1 + luck.below(3) }, () => {
    const value = mutateText(luck, luck.pick(luck.pick(shortTexts).split("\n")).trim(), scenarioPool);
    return mutateText(luck, `${luck.pick(PATHS)}=${value}`, scenarioPool).replace(/\0/g, "");
  });
}
