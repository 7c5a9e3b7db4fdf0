import { BadInput, type Place } from "../../kit/problem.js";
import { repeatedKeys } from "../../kit/repeated-keys.js";
import { safeMessage } from "../../scenario/control-characters.js";
import type { Baseline, KeptFigure } from "./baseline.js";

/** The format of baseline files that this version writes and reads. */
export const BASELINE_FORMAT = 1;

const MOST_FIGURES = 1_000_000;
const MOST_PROBLEMS = 20;
const KEYS = ["callsimBaseline", "callsim", "scenario", "seed", "replications", "figures"];
const AGAIN = "delete it to have it stored anew with --update-baseline";

/** Reads the text of a baseline file. Throws BadInput with every problem where it is none that we wrote. */
export function parseBaseline(text: string, file: string): Baseline {
  const reading = new Reading(text, file);
  const conflict = text.search(/^(?:<{7} |>{7} |={7}$)/m);
  if (conflict >= 0) {
    throw reading.refused(conflict, `the file has a merge conflict; resolve it, or ${AGAIN}`);
  }
  const value = reading.json();
  if (!isObject(value) || !Object.hasOwn(value, "callsimBaseline")) {
    throw reading.refused(0, "this is not a baseline of callsim; name another folder, or move the file");
  }
  const format = value["callsimBaseline"];
  if (format !== BASELINE_FORMAT) {
    const newer = typeof format === "number" && format > BASELINE_FORMAT;
    const expected = `this version reads format ${BASELINE_FORMAT}`;
    throw reading.refusedKey(
      "callsimBaseline",
      `found format ${shown(format)}; ${expected}${newer ? ", update callsim" : `; ${AGAIN}`}`,
    );
  }
  return reading.baseline(value);
}

type Plain = Record<string, unknown>;

class Reading {
  private readonly problems: { at: number; message: string }[] = [];

  constructor(
    private readonly text: string,
    private readonly file: string,
  ) {}

  json(): unknown {
    try {
      return JSON.parse(this.text);
    } catch (error) {
      const { message } = error as Error;
      const [, position] = /at position (\d+)/.exec(message) ?? [];
      if (this.text.trim() === "") throw this.refused(0, `the file is empty; ${AGAIN}`);
      const end = this.text.trimEnd().length;
      const cut = /end of JSON/.test(message) || Number(position) >= end;
      const at = cut ? end : Number(position ?? 0);
      const what = cut ? "the file ends too soon, perhaps it was cut off" : "this is not JSON";
      throw this.refused(at, `${what}; ${AGAIN}`);
    }
  }

  baseline(value: Plain): Baseline {
    for (const { key, at } of repeatedKeys(this.text)) {
      const kept = "two baselines were merged, perhaps; which is meant cannot be told";
      this.problems.push({ at, message: `${shown(key)} stands here again; ${kept}, ${AGAIN}` });
    }
    for (const key of Object.keys(value)) {
      if (!KEYS.includes(key)) this.complain(key, `a baseline has no ${shown(key)}; ${AGAIN}`);
    }
    const scenario = isObject(value["scenario"]) ? value["scenario"] : {};
    const baseline: Baseline = {
      version: this.textAt(value, "callsim"),
      scenario: { name: this.textAt(scenario, "name"), hash: this.textAt(scenario, "hash") },
      seed: this.textAt(value, "seed"),
      replications: this.replicationsAt(value),
      figures: this.figuresAt(value),
    };
    if (this.problems.length > 0) throw this.allRefused();
    return baseline;
  }

  private textAt(value: Plain, key: string): string {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof found === "string") return found;
    this.complain(key, `${key}: found ${shown(found)}, expected a text; ${AGAIN}`);
    return "";
  }

  private replicationsAt({ replications }: Plain): number {
    if (Number.isSafeInteger(replications) && (replications as number) >= 1) return replications as number;
    this.complain(
      "replications",
      `found ${shown(replications)}, expected a number of replications; ${AGAIN}`,
    );
    return 1;
  }

  private figuresAt({ figures }: Plain): Map<string, KeptFigure> {
    const kept = new Map<string, KeptFigure>();
    const entries = isObject(figures) ? Object.entries(figures) : [];
    if (entries.length === 0) this.complain("figures", `there are no figures; ${AGAIN}`);
    if (entries.length > MOST_FIGURES) {
      this.complain("figures", `${entries.length} figures; a baseline has at most ${MOST_FIGURES}`);
      return kept;
    }
    for (const [path, pair] of entries) {
      if (Array.isArray(pair) && pair.length === 2 && pair.every(isFigure) && isPath(path)) {
        kept.set(path, { mean: pair[0] ?? Number.NaN, half: pair[1] ?? Number.NaN });
      } else if (isPath(path)) {
        this.complain(path, `found ${shown(pair)}, expected [mean, half width], each a number or null`);
      } else {
        this.complain(path, `${shown(path)} is no figure; expected one such as queues.claims.serviceLevel`);
      }
    }
    return kept;
  }

  /** A problem with the value of a key. */
  private complain(key: string, message: string): void {
    this.problems.push({ at: this.offsetOf(key), message });
  }

  private offsetOf(key: string): number {
    return Math.max(0, this.text.indexOf(`${JSON.stringify(key)}:`));
  }

  private allRefused(): BadInput {
    const all = [...this.problems].sort((one, other) => one.at - other.at);
    const more = all.length - MOST_PROBLEMS;
    const shownOnes = all.slice(0, MOST_PROBLEMS);
    if (more > 0) shownOnes.push({ at: all[MOST_PROBLEMS].at, message: `and ${more} more such problems` });
    return new BadInput(shownOnes.flatMap(({ at, message }) => this.refused(at, message).problems));
  }

  refusedKey(key: string, message: string): BadInput {
    return this.refused(this.offsetOf(key), message);
  }

  refused(at: number, message: string): BadInput {
    return new BadInput([{ severity: "error", place: this.placeOf(at), message: safeMessage(message) }]);
  }

  private placeOf(offset: number): Place {
    const before = this.text.slice(0, offset).split("\n");
    return { file: this.file, line: before.length, column: before.at(-1)!.length + 1 };
  }
}

function isObject(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFigure(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && Number.isFinite(value));
}

function isPath(path: string): boolean {
  return /^(?:(?:queues|teams)\..+|total)\.[A-Za-z0-9]+$/s.test(path);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
