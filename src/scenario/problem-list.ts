import path from "node:path";
import type { Place, Problem } from "../kit/problem.js";
import { safeMessage, safePath } from "./control-characters.js";
import { findPath } from "./find-path.js";
import { type Path, pathText, placeAt, type Tree } from "./tree.js";

interface Details {
  /** Show the key in front of the value instead of the value. */
  readonly ofKey?: boolean;
  readonly severity?: "error" | "warning";
}

/** Collects problems of one scenario, each put where it belongs in the file. */
export class ProblemList {
  private readonly all: Problem[] = [];
  private readonly said = new Set<string>();

  constructor(
    private readonly tree: Tree,
    /** Put before each message, such as the name of a case. */
    private readonly context = "",
  ) {}

  /** A problem with the value at `where`. */
  at(where: Path, message: string, { ofKey = false, severity = "error" }: Details = {}): void {
    this.add(severity, placeAt(this.tree, where, ofKey), pathText(where), message);
  }

  /**
   * A problem someone else found: in a table, whose name is as the scenario has it, or without place, which
   * is then that of its path.
   */
  take(problem: Problem): void {
    if (problem.place || problem.path === undefined) {
      const place = problem.place && { ...problem.place, file: this.tableFile(problem.place.file) };
      this.add(problem.severity, place, problem.path ?? "", problem.message);
    } else {
      this.at(findPath(this.tree, problem.path), problem.message, { severity: problem.severity });
    }
  }

  /** A problem with a change that has no place in the file, or its own. */
  withChange(where: string, place: Place | undefined, message: string): void {
    this.add("error", place, where, message);
  }

  private add(severity: Problem["severity"], place: Place | undefined, path: string, message: string): void {
    const key = `${place?.file}:${place?.line}:${place?.column}:${path}:${message}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.all.push({
      severity,
      ...(place ? { place } : {}),
      ...(path ? { path: safePath(path) } : {}),
      message: safeMessage(this.context + message),
    });
  }

  get hasErrors(): boolean {
    return this.all.some((problem) => problem.severity === "error");
  }

  /** Whether something is wrong in a table, named as in the scenario. */
  hasErrorIn(table: string): boolean {
    const file = this.tableFile(table);
    return this.all.some((problem) => problem.severity === "error" && problem.place?.file === file);
  }

  /** From where the user stands, as the scenario's own file is named. */
  private tableFile(table: string): string {
    const home = this.tree.place?.file ?? "";
    return path.isAbsolute(table) ? table : path.join(path.dirname(home), table);
  }

  /** In file order, the scenario's own file first; what has no place comes last. */
  inFileOrder(): Problem[] {
    const home = this.tree.place?.file;
    return [...this.all].sort((a, b) => {
      if (!a.place || !b.place) return Number(!a.place) - Number(!b.place);
      if (a.place.file !== b.place.file) {
        if (a.place.file === home || b.place.file === home) return a.place.file === home ? -1 : 1;
        return a.place.file < b.place.file ? -1 : 1;
      }
      return a.place.line - b.place.line || a.place.column - b.place.column;
    });
  }

  errors(): Problem[] {
    return this.inFileOrder().filter((problem) => problem.severity === "error");
  }

  warnings(): Problem[] {
    return this.inFileOrder().filter((problem) => problem.severity === "warning");
  }
}
