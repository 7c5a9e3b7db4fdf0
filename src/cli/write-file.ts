import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { CannotWrite } from "./failures.js";

/** A file that is written beside its place and appears there, whole, when it is committed. */
export interface PendingFile {
  write(text: string): void;
  /** To disk, and into place. */
  commit(): void;
  /** To disk, and into place unless something stands there by now; whether it went. */
  commitNew(): boolean;
  /** As if it had never been begun. */
  discard(): void;
}

/**
 * Begins a file; throws CannotWrite where that is not possible, as its verbs do, and where a folder or a
 * device stands in its place: what is renamed over a device, such as the one that swallows everything, ends
 * it for the whole machine.
 */
export function openPendingFile(file: string): PendingFile {
  const place = placeOf(file);
  // Of a name that is as long as names may be, its own is not longer: four bytes a character at the most.
  const start = path.basename(place).slice(0, 50);
  const beside = path.join(path.dirname(place), `.${start}.${randomBytes(6).toString("hex")}.part`);
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      removeIfThere(beside);
      throw error instanceof CannotWrite ? error : new CannotWrite(file, error as NodeJS.ErrnoException);
    }
  };
  const descriptor = guarded(() => openSync(beside, "wx"));
  const close = () => {
    fsyncSync(descriptor);
    closeSync(descriptor);
  };
  return {
    write: (text) => guarded(() => writeAll(descriptor, text, file)),
    commit: () =>
      guarded(() => {
        close();
        renameSync(beside, place);
      }),
    commitNew: () =>
      guarded(() => {
        close();
        const went = linked(beside, place);
        rmSync(beside, { force: true });
        return went;
      }),
    discard() {
      closeSync(descriptor);
      rmSync(beside, { force: true });
    },
  };
}

/** What cannot be there, for want of a folder or the length of its name, is no fault of another kind. */
function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The fault that brought us here is the one to tell.
  }
}

/** Writes a whole file at once, atomically, making its folder where there is none. */
export function writeWhole(file: string, text: string): void {
  makeFolder(path.dirname(file));
  const pending = openPendingFile(file);
  pending.write(text);
  pending.commit();
}

/**
 * Gives a file a second name, which takes no other's place; whether it got it. A disk without second names
 * gets a copy.
 */
function linked(file: string, name: string): boolean {
  const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === "EEXIST";
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if (isThere(error)) return false;
  }
  try {
    copyFileSync(file, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

/** Makes a folder with those above it, and makes sure that files can be written there; throws CannotWrite. */
export function makeFolder(folder: string): void {
  try {
    makeBelow(path.resolve(folder));
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new CannotWrite(folder, error as NodeJS.ErrnoException);
  }
}

/**
 * Step by step: asked for all at once, Node 20 tries for ever below a folder that takes none, such as /proc.
 */
function makeBelow(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (path.dirname(folder) !== folder) makeBelow(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have been faster.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** Where the file is in the end, links followed. */
function placeOf(file: string): string {
  try {
    const there = statSync(file, { throwIfNoEntry: false });
    if (there === undefined) return file;
    if (there.isFile()) return realpathSync(file);
    throw Object.assign(new Error(), { code: there.isDirectory() ? "EISDIR" : "ENODEV" });
  } catch (error) {
    throw new CannotWrite(file, error as NodeJS.ErrnoException);
  }
}

/** Writes every byte, or throws CannotWrite with what `where` says. */
export function writeAll(descriptor: number, text: string, where: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    throw new CannotWrite(where, error as NodeJS.ErrnoException);
  }
}
