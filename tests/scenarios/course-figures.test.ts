import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/run/evaluate.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import { figureAt } from "../../src/statistics/measures.js";
import type { Summary } from "../../src/statistics/summary.js";
import { pathOf, SHIPPED } from "./shipped.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(path.join(root, "README.md"), "utf8").replaceAll(/\s+/g, " ");

/** A figure of the file, or of a case of it before a colon: `calls.serviceLevel`, `preview: leads.conversions`. */
type Of = string | ((figure: (of: string) => number) => number);

/** A sentence of the course, and the figures that its numbers are, in their order. */
interface Claim {
  readonly scenario: string;
  readonly says: string;
  readonly of: readonly Of[];
}

const CLAIMS: readonly Claim[] = [
  {
    scenario: "02",
    says: "falls from about 90 % to 61 %, and some 450 of the 5,700 calls of the week are second tries",
    of: [
      "orders.serviceLevel",
      "three-ill: orders.serviceLevel",
      "three-ill: orders.redialled",
      "three-ill: orders.offered",
    ],
  },
  { scenario: "09", says: "answer some 87 % in time then", of: ["ordinary: claims.serviceLevel"] },
  {
    scenario: "11",
    says: "97 % of which are then answered in time, and 87 % without",
    of: ["calls.serviceLevel", "none-kept-free: calls.serviceLevel"],
  },
  {
    scenario: "12",
    says: "72 insurance calls a week would be lost instead of 114, and 132 instead of 101 for accounts",
    of: [
      "no-licence: insurance.abandoned",
      "insurance.abandoned",
      "no-licence: accounts.abandoned",
      "accounts.abandoned",
    ],
  },
  {
    scenario: "13",
    says: "brings 417 conversions a week, and 2.2 % of those who answer find no agent",
    of: ["leads.conversions", "leads.abandonRate"],
  },
  { scenario: "13", says: "(`--case progressive`) 387 and nobody", of: ["progressive: leads.conversions"] },
  {
    scenario: "13",
    says: "(`--case preview`) 319, and 65 % of their time goes into talk and wrap instead of 78 %",
    of: ["preview: leads.conversions", "preview: agents.handlingShare", "agents.handlingShare"],
  },
  {
    scenario: "14",
    says: "One agent less saves about 1,400 dollars of the week's 11,900",
    of: [(figure) => figure("retention.cost") - figure("one-agent-less: retention.cost"), "retention.cost"],
  },
  {
    scenario: "14",
    says: "keeps customers worth some 19,000 dollars less",
    of: [(figure) => figure("total.saveValue") - figure("one-agent-less: total.saveValue")],
  },
  {
    scenario: "15",
    says: "agents would be busy for 64 % of their time instead of 69 %",
    of: ["more-self-service: travel.occupancy", "travel.occupancy"],
  },
  {
    scenario: "16",
    says: "the first level would have 1,200 calls of 14,600 less in the week",
    of: [
      (figure) => firstLevelCalls(figure) - firstLevelCalls((of) => figure(`nobody-calls-again: ${of}`)),
      firstLevelCalls,
    ],
  },
  {
    scenario: "16",
    says: "16.5 % of those who are passed on would hang up instead of 7.0 %",
    of: ["limited: seniors.abandonRate", "seniors.abandonRate"],
  },
  {
    scenario: "16",
    says: "for that (`--case limited-one-promoted`), 4.5 %",
    of: ["limited-one-promoted: seniors.abandonRate"],
  },
  {
    scenario: "18",
    says: "the airline would get 74 % in time instead of 83 %",
    of: ["mail-first-come: travel.serviceLevel", "travel.serviceLevel"],
  },
  {
    scenario: "18",
    says: "2.6 % of its callers would hang up instead of 6.0 %",
    of: [(figure) => lostOfShop((of) => figure(`shorter-wait: ${of}`)), lostOfShop],
  },
  {
    scenario: "19",
    says: "answer some 94 % in time instead of 85 %",
    of: ["nobody-new: service.serviceLevel", "service.serviceLevel"],
  },
  {
    scenario: "20",
    says: "save some 700 of 16,900 dollars a week",
    of: [(figure) => figure("total.cost") - figure("two-agents-fewer: total.cost"), "total.cost"],
  },
  {
    scenario: "20",
    says: "49,000 dollars instead of 23,000",
    of: ["two-agents-fewer: total.valueLost", "total.valueLost"],
  },
];

/** A sentence that says a share or a multiple in words, and the number that is between the bounds then. */
interface SpokenClaim extends Claim {
  readonly of: readonly [(figure: (of: string) => number) => number];
  readonly between: readonly [number, number];
}

const SPOKEN: readonly SpokenClaim[] = [
  {
    scenario: "09",
    says: "about half on the day of the storm",
    of: [(figure) => figure("claims.serviceLevel")],
    between: [0.45, 0.55],
  },
  {
    scenario: "09",
    says: "a quarter in the worse one",
    of: [(figure) => figure("peak: claims.serviceLevel")],
    between: [0.23, 0.27],
  },
  {
    scenario: "13",
    says: "387 and nobody",
    of: [(figure) => figure("progressive: leads.abandonRate")],
    between: [0, 0],
  },
  {
    scenario: "14",
    says: "without a bonus (`--case no-bonus`) fewer stay",
    of: [(figure) => figure("no-bonus: total.saves") / figure("total.saves")],
    between: [0.7, 0.9],
  },
  {
    scenario: "15",
    says: "Without callbacks (`--case no-callbacks`) twice as many hang up",
    of: [(figure) => figure("no-callbacks: rebooking.abandoned") / figure("rebooking.abandoned")],
    between: [1.85, 2.15],
  },
  {
    scenario: "16",
    says: "and as many easy and hard calls would be answered in time as before",
    of: [(figure) => timely((of) => figure(`limited-one-promoted: ${of}`)) / timely(figure)],
    between: [0.99, 1.01],
  },
  {
    scenario: "17",
    says: "One at a time, the same three agents would lose four chats in ten",
    of: [(figure) => figure("one-at-a-time: chat.abandonRate")],
    between: [0.37, 0.43],
  },
  {
    scenario: "18",
    says: "the shop would lose half as many callers again",
    of: [(figure) => figure("never-rises: shop.abandoned") / figure("shop.abandoned")],
    between: [1.4, 1.6],
  },
  {
    scenario: "20",
    says: "with them goes twice as much a year as before",
    of: [(figure) => figure("two-agents-fewer: total.valueLost") / figure("total.valueLost")],
    between: [1.85, 2.15],
  },
];

describe("the course in the readme", () => {
  it.each(CLAIMS)(
    "scenario $scenario: $says",
    async ({ scenario, says, of }) => {
      expect(readme).toContain(says);
      const numbers = numbersOf(says);
      expect(numbers).toHaveLength(of.length);
      for (const [place, { value, unit, percent }] of numbers.entries()) {
        const found = (await valueOfClaim(scenario, of[place])) * (percent ? 100 : 1);
        expect(Math.round(found / unit) * unit, `${found}`).toBeCloseTo(value, 9);
      }
    },
    60_000,
  );

  it.each(SPOKEN)(
    "scenario $scenario: $says",
    async ({ scenario, says, of, between: [low, high] }) => {
      expect(readme).toContain(says);
      const found = await valueOfClaim(scenario, of[0]);
      expect(found).toBeGreaterThanOrEqual(low);
      expect(found).toBeLessThanOrEqual(high);
    },
    60_000,
  );

  it("reads numbers as far as they are told", () => {
    expect(numbersOf("97 % of 5,700 by 2.2 % and 41")).toEqual([
      { value: 97, unit: 1, percent: true },
      { value: 5700, unit: 100, percent: false },
      { value: 2.2, unit: 0.1, percent: true },
      { value: 41, unit: 1, percent: false },
    ]);
  });
});

/** The numbers of a sentence as it shows them; zeros at the end of a count are rounded. */
function numbersOf(says: string): { value: number; unit: number; percent: boolean }[] {
  return [...says.matchAll(/\d[\d,]*(?:\.\d+)?( %)?/g)].map(([shown, percent]) => {
    const digits = shown.replace(" %", "").replaceAll(",", "");
    const decimals = digits.split(".")[1]?.length ?? 0;
    const zeros = percent === undefined ? /0*$/.exec(digits)![0].length : 0;
    return { value: Number(digits), unit: 10 ** (zeros - decimals), percent: percent !== undefined };
  });
}

const summaries = new Map<string, Promise<Summary>>();

/** The summary of a shipped scenario, by its number, or of a case of it; each is simulated once. */
function summaryOf(number: string, name: string | undefined): Promise<Summary> {
  const key = `${number} ${name}`;
  const known = summaries.get(key);
  if (known !== undefined) return known;
  const file = SHIPPED.find((one) => one.startsWith(number))!;
  const made = readScenario(pathOf(file), name === undefined ? {} : { case: name }).then(({ scenario }) =>
    evaluate(scenario),
  );
  summaries.set(key, made);
  return made;
}

async function valueOfClaim(scenario: string, of: Of): Promise<number> {
  const asked = new Map<string, number>();
  const value = typeof of === "string" ? (figure: (path: string) => number) => figure(of) : of;
  // Asked twice: first for the figures that it is of, then with them.
  value((path) => asked.set(path, Number.NaN).size);
  for (const path of asked.keys()) {
    const [, name, figure] = /^(?:([\w-]+): )?(.*)$/.exec(path)!;
    asked.set(path, figureAt(await summaryOf(scenario, name), figure).mean);
  }
  return value((path) => asked.get(path)!);
}

function firstLevelCalls(figure: (of: string) => number): number {
  return figure("easy.offered") + figure("hard.offered");
}

function timely(figure: (of: string) => number): number {
  return figure("easy.serviceLevel") + figure("hard.serviceLevel");
}

/** Of those who call the shop's number, in English, how many hang up. */
function lostOfShop(figure: (of: string) => number): number {
  const abandoned = figure("shop.abandoned") + figure("shop-elsewhere.abandoned");
  return abandoned / (figure("shop.offered") + figure("shop-elsewhere.offered"));
}
