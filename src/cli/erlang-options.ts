import { type Command, InvalidArgumentError, Option } from "commander";
import { parseDuration } from "../kit/duration.js";
import { wholeNumber } from "./options.js";

/** What `callsim erlang` is told. Times are seconds, shares 0..1. */
export interface ErlangOptions {
  readonly callsPerHour?: number;
  readonly callsPerInterval?: number;
  readonly interval: number;
  readonly aht: number;
  readonly agents?: number;
  readonly target?: { readonly answeredShare: number; readonly withinSeconds: number };
  readonly patience?: number;
  readonly lines?: number;
  readonly shrinkage: number;
  readonly maxOccupancy?: number;
  readonly counting: string;
}

/** The formula takes time with them: so many, all busy and nobody hanging up, a second. */
const MOST_LINES = 200_000;
const COUNTING = ["ignore-short", "abandoned-miss", "abandoned-hit", "answered-only"];

/** Adds the options of `callsim erlang`. */
export function withErlangOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--calls-per-hour <number>", "calls offered in an hour")
        .argParser(positive)
        .conflicts(["callsPerInterval"]),
    )
    .option("--calls-per-interval <number>", "calls offered in an interval", positive)
    .addOption(
      new Option("--interval <duration>", "length of that interval").argParser(duration).default(1800, "30m"),
    )
    .requiredOption("--aht <duration>", "average handle time, such as 4m or 240s", duration)
    .option("--agents <number>", "show what so many agents reach", (text) => wholeNumber(text, 1, 1_000_000))
    .option("--target <share/duration>", "fewest agents that reach it, such as 80%/20s", target)
    .option("--patience <duration>", "mean patience; callers hang up (Erlang A)", duration)
    .option("--lines <number>", "calls waiting or in service; the next hears a busy signal", (text) =>
      wholeNumber(text, 1, MOST_LINES),
    )
    .addOption(
      new Option("--shrinkage <share>", "paid time not available, such as 30%")
        .argParser(share)
        .default(0, "none"),
    )
    .option("--max-occupancy <share>", "agents at most so busy, such as 85%", positiveShare)
    .addOption(
      new Option("--counting <variant>", "how hang-ups count in the service level")
        .choices(COUNTING)
        .default("ignore-short"),
    );
}

function positive(text: string): number {
  const value = /^[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= 1e8) return value;
  throw new InvalidArgumentError("Expected a number above 0 and at most 100000000.");
}

function duration(text: string): number {
  const parsed = parseDuration(text);
  if ("problem" in parsed) throw new InvalidArgumentError(sentence(parsed.problem));
  if (parsed.value > 0) return parsed.value;
  throw new InvalidArgumentError("Expected a duration above zero, such as 20s or 4m.");
}

function share(text: string): number {
  const match = /^([0-9]+(?:\.[0-9]+)?) ?(%?)$/.exec(text.trim());
  const value = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN;
  if (value >= 0 && value < 1) return value;
  throw new InvalidArgumentError("Expected a share from 0 % to below 100 %, such as 30% or 0.3.");
}

function positiveShare(text: string): number {
  if (/^(?:100 ?%|1(?:\.0+)?)$/.test(text.trim())) return 1;
  const value = share(text);
  if (value > 0) return value;
  throw new InvalidArgumentError("Expected a share above 0 %, such as 85%.");
}

function target(text: string): { answeredShare: number; withinSeconds: number } {
  const [shareText = "", withinText, ...more] = text.split("/");
  if (withinText === undefined || more.length > 0) {
    throw new InvalidArgumentError("Expected share/duration, such as 80%/20s.");
  }
  const answeredShare = share(shareText);
  if (answeredShare === 0) throw new InvalidArgumentError("Expected a share above 0 %, such as 80%/20s.");
  const parsed = parseDuration(withinText);
  if ("problem" in parsed) throw new InvalidArgumentError(sentence(parsed.problem));
  return { answeredShare, withinSeconds: parsed.value };
}

function sentence(problem: string): string {
  return `${problem[0]!.toUpperCase()}${problem.slice(1)}.`;
}
