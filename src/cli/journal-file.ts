import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync } from "node:fs";
import { CannotWrite } from "./failures.js";
import { writeAll } from "./write-file.js";

/** A file that lines are added to as work goes on, each at once, so that a kill breaks at most the last. */
export interface JournalFile {
  append(line: string): void;
  /** To disk, and closed; the file stays. */
  close(): void;
  /** The work is done: closed and gone. */
  remove(): void;
}

/** The journal that belongs to an output. */
export function journalBeside(out: string): string {
  return `${out}.journal`;
}

/** The bytes of a journal, or undefined where there is none; throws CannotWrite where it cannot be read. */
export function readJournalFile(file: string): Uint8Array | undefined {
  if (!existsSync(file)) return undefined;
  return guarded(file, () => readFileSync(file));
}

/** Begins a journal with its first line; throws CannotWrite where one is there already. */
export function beginJournal(file: string, head: string): JournalFile {
  const descriptor = guarded(file, () => openSync(file, "ax"));
  writeAll(descriptor, head, file);
  return appending(file, descriptor);
}

/** Goes on after the first `wholeBytes` of a journal; `head` is written where it has none. */
export function continueJournal(file: string, wholeBytes: number, head: string): JournalFile {
  const descriptor = guarded(file, () => openSync(file, "a"));
  guarded(file, () => ftruncateSync(descriptor, wholeBytes));
  if (wholeBytes === 0) writeAll(descriptor, head, file);
  return appending(file, descriptor);
}

function appending(file: string, descriptor: number): JournalFile {
  const close = () =>
    guarded(file, () => {
      fsyncSync(descriptor);
      closeSync(descriptor);
    });
  return {
    append: (line) => writeAll(descriptor, line, file),
    close,
    remove() {
      close();
      rmSync(file, { force: true });
    },
  };
}

function guarded<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new CannotWrite(file, error as NodeJS.ErrnoException);
  }
}
