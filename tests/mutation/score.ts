import { readFileSync, writeFileSync } from "node:fs";

/** What became of the mutants that were tried. */
export interface Score {
  readonly tried: number;
  /** Told apart by the random scenarios and the checks of single structures, and by tests/engine besides. */
  readonly toldByChecks: number;
  readonly toldByTests: number;
  /** Those that live, by kind of explanation; see survivors.ts. */
  readonly equivalent: number;
  readonly performance: number;
  readonly unseen: number;
  readonly unexplained: number;
}

const page = new URL("../../docs/how-do-you-know.md", import.meta.url);
const FIGURES = /(<!-- mutants: begin -->\n)[\s\S]*?(<!-- mutants: end -->)/;

/** The score in a sentence each. */
export function scoreText(score: Score): string {
  const { tried, toldByChecks, toldByTests, equivalent, performance, unseen, unexplained } = score;
  const count = (number: number) => number.toLocaleString("en-US");
  const told = toldByChecks + toldByTests;
  const percent = (of: number) => (of > 0 ? `${((100 * told) / of).toFixed(1)} %` : "-");
  return [
    `Of ${count(tried)} mutants ${count(told)} are told apart, ${percent(tried)}:`,
    `${count(toldByChecks)} by the random scenarios and the structures alone, ${count(toldByTests)} by \`tests/engine\` besides.`,
    `Of the ${count(tried - told)} that live, ${count(equivalent)} do the same by other means, ${count(performance)} the same with other speed or storage,`,
    `${count(unseen)} something else that no figure shows, and ${count(unexplained)} are not explained.`,
    `Of those that do something else ${percent(tried - equivalent - performance)} are told apart.`,
  ].join("\n");
}

/** Whether the page has a place for the score. */
export function pageHasScore(): boolean {
  return FIGURES.test(readFileSync(page, "utf8"));
}

/** Writes the score of all mutants into docs/how-do-you-know.md. */
export function writeScore(score: Score): void {
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(FIGURES, (_, begin, end) => `${begin}${scoreText(score)}\n${end}`),
  );
}
