import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { CannotWrite } from "./failures.js";

/** A file that is written beside its place and appears there, whole, when it is committed. */
export interface PendingFile {
  write(text: string): void;
  /** To disk, and into place. */
  commit(): void;
  /** As if it had never been begun. */
  discard(): void;
}

/** Begins a file; throws CannotWrite where that is not possible, as its verbs do. */
export function openPendingFile(file: string): PendingFile {
  const beside = path.join(
    path.dirname(file),
    `.${path.basename(file)}.${randomBytes(6).toString("hex")}.part`,
  );
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      rmSync(beside, { force: true });
      throw new CannotWrite(file, error as NodeJS.ErrnoException);
    }
  };
  const descriptor = guarded(() => openSync(beside, "wx"));
  return {
    write: (text) => guarded(() => writeAll(descriptor, Buffer.from(text))),
    commit: () =>
      guarded(() => {
        fsyncSync(descriptor);
        closeSync(descriptor);
        renameSync(beside, file);
      }),
    discard() {
      closeSync(descriptor);
      rmSync(beside, { force: true });
    },
  };
}

/** Writes a whole file at once, atomically, making its folder where there is none. */
export function writeWhole(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch (error) {
    throw new CannotWrite(path.dirname(file), error as NodeJS.ErrnoException);
  }
  const pending = openPendingFile(file);
  pending.write(text);
  pending.commit();
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
