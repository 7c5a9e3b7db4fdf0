import { test } from "vitest";
import { type Luck, luckOf } from "./luck.js";
import type { Fails } from "./minimise.js";

/**
 * Inputs of all fuzzers together: a few with every test, 100,000 with `npm run fuzz`. One is done again by
 * its name: `FUZZ_ONLY=scenario/412 npx vitest run tests/fuzz`.
 */
const INPUTS = Number(process.env["FUZZ_INPUTS"] || 4_000);
const ONLY = process.env["FUZZ_ONLY"];

/** Not time by the clock: other programs run too. */
const MOST_CPU_SECONDS = 2;
/** So many faults are told with their input; it takes time to make an input small. */
const MOST_FAULTS = 5;
const LINES_OF_STACK = 8;
/** Of processor time, for one input. */
const MOST_MINIMISING_SECONDS = 20;

/** One fuzzer: how an input is made, and what must hold of it. */
export interface Fuzzer<T> {
  readonly name: string;
  /** Part of all inputs. */
  readonly share: number;
  readonly make: (luck: Luck) => T;
  /** Processor time that no input may take; two seconds where silent. */
  readonly mostCpuSeconds?: number;
  /** Throws, or rejects, where the input finds a fault. */
  readonly judge: (input: T, luck: Luck) => void | Promise<void>;
  /** A smaller input that fails too. */
  readonly minimise: (input: T, fails: Fails<T>) => Promise<T>;
}

/** A test that what the fuzzer asks for holds on all its inputs; it fails with the inputs it does not. */
export function holdOnInputs<T>(sentence: string, fuzzer: Fuzzer<T>): void {
  const keys = keysOf(fuzzer);
  test.runIf(keys.length > 0)(
    `${sentence}, on ${keys.length} inputs`,
    async () => {
      const faults: string[] = [];
      const before = process.cpuUsage();
      for (const key of keys) {
        const fault = await faultOf(fuzzer, key);
        if (fault !== undefined && faults.push(fault) >= MOST_FAULTS) break;
      }
      const cpuSeconds = secondsSince(before);
      if (process.env["FUZZ_INPUTS"]) {
        const each = ((cpuSeconds / keys.length) * 1000).toFixed(2);
        console.log(`${fuzzer.name}: ${keys.length} inputs, ${each} ms of processor time each`);
      }
      if (faults.length > 0) throw new Error(faults.join("\n\n"));
    },
    1_200_000,
  );
}

function keysOf({ name, share }: { readonly name: string; readonly share: number }): string[] {
  if (ONLY !== undefined) return ONLY.startsWith(`${name}/`) ? [ONLY] : [];
  return Array.from({ length: Math.ceil(INPUTS * share) }, (_, index) => `${name}/${index}`);
}

/** What is wrong with the input of a key, and the smallest that is wrong so; undefined where nothing is. */
export async function faultOf<T>(fuzzer: Fuzzer<T>, key: string): Promise<string | undefined> {
  const input = fuzzer.make(luckOf(key));
  const told = await whyNot(fuzzer, input, key);
  if (told === undefined) return undefined;
  const before = process.cpuUsage();
  const least = await fuzzer.minimise(input, async (less) => {
    // An input that takes long takes long to make small: what has been left out by then is left out.
    if (secondsSince(before) > MOST_MINIMISING_SECONDS) return false;
    return (await whyNot(fuzzer, less, key))?.kind === told.kind;
  });
  return `${key}: ${told.text}\n  smallest input: ${shown(least)}`;
}

interface Told {
  /** What a smaller input must fail by too. */
  readonly kind: string;
  readonly text: string;
}

async function whyNot<T>(fuzzer: Fuzzer<T>, input: T, key: string): Promise<Told | undefined> {
  const before = process.cpuUsage();
  try {
    await fuzzer.judge(input, luckOf(`${key}/judge`));
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: kindOf(error), text: text.split("\n").slice(0, LINES_OF_STACK).join("\n") };
  }
  const seconds = secondsSince(before);
  if (seconds <= (fuzzer.mostCpuSeconds ?? MOST_CPU_SECONDS)) return undefined;
  return { kind: "slow", text: `took ${seconds.toFixed(1)} s of processor time` };
}

/** The name of an error and its first words: they tell one fault from another, the values in it do not. */
function kindOf(error: unknown): string {
  return error instanceof Error ? `${error.name} ${error.message.slice(0, 30)}` : typeof error;
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const LONGEST_INPUT = 4_000;

function shown(input: unknown): string {
  const text = JSON.stringify(input);
  return text.length > LONGEST_INPUT ? `${text.slice(0, LONGEST_INPUT)}... (${text.length} signs)` : text;
}
