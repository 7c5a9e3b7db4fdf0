#!/usr/bin/env node
import { endQuietlyOnBrokenPipe, exitCodeOf } from "./failures.js";
import { buildProgram } from "./program.js";

endQuietlyOnBrokenPipe();
try {
  await buildProgram().parseAsync();
} catch (error) {
  // Left to end by itself, so that what was written is out before the process is.
  process.exitCode = exitCodeOf(error);
}
