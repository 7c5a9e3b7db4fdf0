import { fstatSync } from "node:fs";
import path from "node:path";
import { complain } from "./failures.js";
import type { Format } from "./options.js";
import { writeAll, writeWhole } from "./write-file.js";

const EXTENSIONS: Readonly<Record<Format, string>> = { text: "txt", json: "json", csv: "csv" };

/**
 * Takes a command's result to standard output or, with `--out`, into the file `name` of that folder. Waits
 * until it is out; a reader that has gone ends the process (see `endQuietlyOnBrokenPipe`).
 */
export async function deliver(
  name: string,
  text: string,
  options: { readonly format: Format; readonly out?: string; readonly quiet?: true },
): Promise<void> {
  if (options.out === undefined) return print(text);
  const file = path.join(options.out, `${name}.${EXTENSIONS[options.format]}`);
  writeWhole(file, text);
  if (!options.quiet) complain(`written: ${file}`);
}

/**
 * Writes to standard output and waits until it is out; throws CannotWrite where a file there takes no more.
 */
export function print(text: string): Promise<void> {
  if (isFile(process.stdout.fd)) {
    // The stream forgets the rest of a text of which a full disk took a part.
    writeAll(process.stdout.fd, text, "standard output");
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      // The stream's own error handler ends the process.
      if (!error) resolve();
    });
  });
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
