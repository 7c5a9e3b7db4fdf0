import { realpathSync } from "node:fs";
import path from "node:path";
import { WrongUsage } from "../kit/problem.js";

/** Throws WrongUsage where an output, named by an option, would be written over one of the files read. */
export function refuseInput(option: string, output: string | undefined, inputs: readonly string[]): void {
  if (output === undefined) return;
  const place = placeOf(output);
  const input = inputs.find((file) => placeOf(file) === place);
  if (input === undefined) return;
  throw new WrongUsage(
    `${option} ${output} would be written over ${input}, which is read; name another file`,
  );
}

/** Links followed; of a file that is not there, where it would be. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
