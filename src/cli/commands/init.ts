import { lstatSync } from "node:fs";
import { WrongUsage } from "../../kit/problem.js";
import { CannotWrite, complain } from "../failures.js";
import { STARTER } from "../starter.js";
import { openPendingFile } from "../write-file.js";

/** `callsim init [FILE]`: writes the starter; never over a file that is there. */
export async function init(file: string): Promise<void> {
  if (isThere(file)) throw leftAlone(file);
  const pending = openPendingFile(file);
  pending.write(STARTER);
  if (!pending.commitNew()) throw leftAlone(file);
  complain(`written: ${file}; try callsim run ${file}`);
}

/** Whether anything is, were it a link to nothing. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw new CannotWrite(file, error as NodeJS.ErrnoException);
  }
}

function leftAlone(file: string): WrongUsage {
  return new WrongUsage(`${file} is there already and is left as it is`);
}
