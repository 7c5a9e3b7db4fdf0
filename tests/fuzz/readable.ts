import { BadInput, formatProblem, type Problem } from "../../src/kit/problem.js";

/** A problem is a line; longer ones are cut before they get here. */
const LONGEST_LINE = 1_500;

/**
 * What is said of an input: nothing where it was taken. Anything but problems is a fault of ours and thrown
 * on, as are problems that nobody could read or find.
 */
export async function problemsOf(read: () => unknown): Promise<readonly Problem[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    if (error.problems.length === 0) throw new Error("refused without a word");
    expectReadable(error.problems);
    return error.problems;
  }
}

/** Each problem is one line in our words, and says where it is. */
export function expectReadable(problems: readonly Problem[]): void {
  for (const problem of problems) {
    const line = formatProblem(problem);
    const { place } = problem;
    if (place && !(place.line >= 1 && place.column >= 1 && Number.isSafeInteger(place.line + place.column))) {
      throw new Error(`a place that is none: ${line}`);
    }
    expectPlain(line);
    if (/(?<!\.\.)\.$/.test(problem.message)) throw new Error(`ends with a full stop: ${line}`);
  }
}

/** One line, no sign that a terminal obeys, none of what programs say among themselves. */
export function expectPlain(line: string): void {
  const faults = {
    "a control character": /[\p{Cc}\u2028\u2029]/u,
    "a sign that turns or hides text": /[\p{Bidi_Control}\u200b\ufeff\u{e0000}-\u{e007f}]/u,
    "half a character": /\p{Cs}/u,
    "words of a program": /\bundefined\b|\[object |\bInvalid (?:type|key)|is not a function|Cannot read prop/,
    "words of a parser":
      /(?<!["'\w])(?:[Ii]mplicit|[Ff]low|[Pp]lain|[Bb]lock) (?:map|seq|key|value|scalar|coll)|Unexpected /,
    "a stack trace": /\n? {4}at |\.(?:ts|js):\d+:\d+\)/,
  };
  for (const [what, pattern] of Object.entries(faults)) {
    if (pattern.test(line)) throw new Error(`${what} in: ${line.slice(0, 400)}`);
  }
  if (line.length > LONGEST_LINE) throw new Error(`${line.length} signs in: ${line.slice(0, 400)}`);
}
