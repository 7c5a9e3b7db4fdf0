import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { BadInput, WrongUsage } from "../kit/problem.js";
import type { Baseline } from "../plan/check/baseline.js";
import { parseBaseline } from "../plan/check/parse-baseline.js";
import { formatBaseline } from "../report/check/baseline-text.js";
import { decodeText } from "../scenario/decode-text.js";
import { writeWhole } from "./write-file.js";

const MOST_MEGABYTES = 32;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** File systems take names of 255 bytes. */
const LONGEST_NAME = 100;

/**
 * The baseline's file of each scenario file, in their order: `folder/one-queue.json`, with a case
 * `folder/one-queue.storm.json`. Throws WrongUsage where two scenarios would share one.
 */
export function baselineFiles(folder: string, files: readonly string[], applied?: string): string[] {
  const owners = new Map<string, string>();
  return files.map((file) => {
    const base = path.basename(file, path.extname(file));
    const name = applied === undefined ? base : `${base}.${asFileName(applied)}`;
    // Some file systems do not tell capitals from others.
    const key = name.toLowerCase();
    const owner = owners.get(key);
    if (owner !== undefined) {
      const why = owner === file ? "is given twice" : `and ${owner} would share the baseline ${name}.json`;
      throw new WrongUsage(`${file} ${why}; check them one by one, with a --baseline folder each`);
    }
    owners.set(key, file);
    return path.join(folder, `${name}.json`);
  });
}

/** The baseline in a file, undefined where there is none. Throws BadInput where the file is no baseline. */
export function readBaseline(file: string): Baseline | undefined {
  const bytes = readBytes(file);
  return bytes && parseBaseline(decodeText(bytes, file), file);
}

function readBytes(file: string): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw refused(file, "this is no plain file");
    if (status.size > MOST_BYTES) {
      throw refused(file, tooLarge("has", status.size));
    }
    const bytes = new Uint8Array(status.size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw refused(
      file,
      code === "ENOTDIR" ? "a file stands where a folder should be" : `cannot be read: ${code}`,
    );
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Stores a baseline unless the same is there already; says whether it did. Throws BadInput where it is too
 * large.
 */
export function storeBaseline(file: string, stored: Baseline | undefined, found: Baseline): boolean {
  const text = formatBaseline(found);
  if (stored && formatBaseline(stored) === text) return false;
  const size = Buffer.byteLength(text);
  if (size > MOST_BYTES) throw refused(file, tooLarge("would have", size));
  writeWhole(file, text);
  return true;
}

function tooLarge(verb: string, size: number): string {
  return `the file ${verb} ${Math.ceil(size / 1048576)} MB; a baseline has at most ${MOST_MEGABYTES}`;
}

function refused(file: string, message: string): BadInput {
  return new BadInput([{ severity: "error", place: { file, line: 1, column: 1 }, message }]);
}

/** A name as a part of a file's: what is special to any file system is written by its code. */
function asFileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_-]/gu, (sign) =>
    [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  if (safe.length <= LONGEST_NAME) return safe;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return `${safe.slice(0, LONGEST_NAME - 17)}-${digest}`;
}
