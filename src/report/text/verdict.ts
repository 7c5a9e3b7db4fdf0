import type { Verdict } from "../../statistics/summary.js";
import type { Paint } from "./paint.js";
import type { Cell } from "./table.js";

const WORDS: Readonly<Record<Verdict, string>> = {
  met: "met",
  missed: "MISSED",
  undecided: "unsure",
  none: "-",
};

/** A verdict as a word, so that it is understood without colour. */
export function verdictCell(verdict: Verdict, paint: Paint): Cell {
  const paints = { met: paint.good, missed: paint.bad, undecided: paint.doubtful, none: paint.quiet };
  return { text: WORDS[verdict], paint: paints[verdict] };
}
