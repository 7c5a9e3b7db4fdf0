import { lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Parsed } from "../kit/parsed.js";
import { BadInput } from "../kit/problem.js";
import { decodeText } from "./decode-text.js";

const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Gives the text of a file a scenario names, or says why not. Throws BadInput where its bytes are not text.
 */
export type OpenTable = (relativePath: string) => Parsed<string>;

/**
 * Opens files beside a scenario, and only there: nothing above its folder, nothing absolute, no link that
 * leads out, no address of a network, but for the folders in `allowDir`. At most 256 MB.
 */
export function openBeside(scenarioFolder: string, allowDir: readonly string[] = []): OpenTable {
  const folders = [scenarioFolder, ...allowDir].map((folder) => realPath(folder) ?? path.resolve(folder));
  return (relativePath) => {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(relativePath)) {
      return { problem: `${relativePath} is an address; name a file in the scenario's folder` };
    }
    if (relativePath.includes("\0")) return { problem: "the file's name has a zero byte" };
    const full = path.resolve(scenarioFolder, relativePath);
    const real = realPath(full);
    // Judged before it is said to be missing: a scenario must not learn which files exist elsewhere.
    if (!folders.some((folder) => isInside(folder, real ?? realParent(aimOf(full))))) {
      const hint = "name a file in that folder, or allow its own with --allow-dir";
      return { problem: `${relativePath} is outside the scenario's folder; ${hint}` };
    }
    if (real === undefined) {
      const what = isLink(full) ? `${relativePath} is a link that leads to no file` : undefined;
      return { problem: what ?? `there is no file ${relativePath} in the scenario's folder` };
    }
    const status = statSync(real);
    if (!status.isFile()) return { problem: `${relativePath} is not a file` };
    if (status.size > MOST_BYTES) {
      return { problem: `${relativePath} has ${Math.round(status.size / 1048576)} MB; at most 256 are read` };
    }
    try {
      return { value: decodeText(readFileSync(real), relativePath) };
    } catch (error) {
      if (error instanceof BadInput) throw error;
      return {
        problem: `${relativePath} cannot be read: ${(error as NodeJS.ErrnoException).code ?? "unknown"}`,
      };
    }
  };
}

/** Whether a link stands there, wherever it leads. */
export function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** As many links as systems follow. */
const MOST_LINKS = 40;

/** Where links that lead to no file would lead; a path that is no link, as it is. */
function aimOf(file: string): string {
  let aim = file;
  for (let links = 0; links < MOST_LINKS && isLink(aim); links++) {
    aim = path.resolve(path.dirname(aim), readlinkSync(aim));
  }
  return aim;
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

function realParent(file: string): string {
  let parent = path.dirname(file);
  while (realPath(parent) === undefined && parent !== path.dirname(parent)) parent = path.dirname(parent);
  return path.join(realPath(parent) ?? parent, path.relative(parent, file));
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}
