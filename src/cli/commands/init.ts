import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { WrongUsage } from "../../kit/problem.js";
import { CannotWrite, complain } from "../failures.js";
import { STARTER } from "../starter.js";

/** `callsim init [FILE]`: writes the starter; never over a file that is there. */
export async function init(file: string): Promise<void> {
  let descriptor: number;
  try {
    descriptor = openSync(file, "wx");
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.code === "EEXIST") throw new WrongUsage(`${file} is there already and is left as it is`);
    throw new CannotWrite(file, fault);
  }
  try {
    writeFileSync(descriptor, STARTER);
  } catch (error) {
    rmSync(file, { force: true });
    throw new CannotWrite(file, error as NodeJS.ErrnoException);
  } finally {
    closeSync(descriptor);
  }
  complain(`written: ${file}; try callsim run ${file}`);
}
