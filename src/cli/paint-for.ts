import { COLOURED, type Paint, PLAIN } from "../report/text/paint.js";

/**
 * Colours where standard output is a terminal that shows them, NO_COLOR is not set and no file is written.
 */
export function paintFor(out: string | undefined): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (out !== undefined || NO_COLOR) return PLAIN;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === "0" ? PLAIN : COLOURED;
  return process.stdout.isTTY && process.stdout.hasColors() ? COLOURED : PLAIN;
}
