/** Where in a user's file something stands. Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing wrong (or, as a warning, doubtful) in what a user gave us. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Absent when the fault has no place in a file, such as a value given by `--set`. */
  readonly place?: Place;
  /** Path in the scenario, `queues.claims.patience`; absent for a fault of the text itself. */
  readonly path?: string;
  /**
   * What was found, what was expected and, where there is one, the nearest spelling. One line, no full stop.
   */
  readonly message: string;
}

/** Takes a problem as it is found, so that reading goes on and finds the rest. */
export type ProblemReporter = (problem: Problem) => void;

/** Bad scenario or data: every problem found, in file order. The command line turns it into exit code 3. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "BadInput";
    this.problems = problems;
  }
}

/** A command line that does not make sense. Exit code 2. */
export class WrongUsage extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WrongUsage";
  }
}

/** `file:line:column: error: path: message`, the shape editors and CI services make clickable. */
export function formatProblem(problem: Problem): string {
  const { place } = problem;
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : "";
  const path = problem.path ? `${problem.path}: ` : "";
  return `${where}${problem.severity}: ${path}${problem.message}`;
}
