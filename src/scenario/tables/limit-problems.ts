import type { Problem, ProblemReporter } from "../../kit/problem.js";

const MOST_LISTED = 50;
const MOST_KEPT = 10_000;

/**
 * Runs `read` and passes on the problems it reports, in the order of the file, at most 50 of them; one more
 * problem then says how many are not listed. Returns what `read` returns.
 */
export function limitProblems<T>(report: ProblemReporter, read: (report: ProblemReporter) => T): T {
  const kept: Problem[] = [];
  let count = 0;
  const result = read((problem) => {
    count++;
    if (kept.length < MOST_KEPT) kept.push(problem);
  });
  kept.sort((a, b) => lineOf(a) - lineOf(b) || columnOf(a) - columnOf(b));
  for (const problem of kept.slice(0, MOST_LISTED)) report(problem);
  if (count > MOST_LISTED) {
    const next = kept[MOST_LISTED];
    const more = count - MOST_LISTED;
    const message = `and ${more} more ${more === 1 ? "problem" : "problems"} in this file, from here on`;
    report({ severity: "error", ...(next.place && { place: next.place }), message });
  }
  return result;
}

function lineOf(problem: Problem): number {
  return problem.place?.line ?? 0;
}

function columnOf(problem: Problem): number {
  return problem.place?.column ?? 0;
}
