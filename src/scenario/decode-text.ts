import { BadInput, type Problem } from "../kit/problem.js";

/**
 * The text of a file's bytes: UTF-8, with or without a byte order mark. Throws BadInput, naming line and
 * column of the first byte that is not UTF-8.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw refused(file, 1, 1, "the text is UTF-16; save the file as UTF-8");
  }
  if (bytes[0] === 0 || (bytes[1] === 0 && bytes.length > 1)) {
    throw refused(file, 1, 1, "the text looks like UTF-16 or a binary file; save it as UTF-8");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const before = firstBadByte(bytes);
    let line = 1;
    let lineStart = 0;
    for (let index = 0; index < before; index++) {
      if (bytes[index] === 0x0a) {
        line++;
        lineStart = index + 1;
      }
    }
    const column = new TextDecoder().decode(bytes.subarray(lineStart, before)).length + 1;
    const byte = bytes[before]!.toString(16).toUpperCase().padStart(2, "0");
    const message = `byte ${byte} is not UTF-8, perhaps Latin-1 or Windows-1252; save the file as UTF-8`;
    throw refused(file, line, column, message);
  }
}

function firstBadByte(bytes: Uint8Array): number {
  // Longest prefix that decodes: bisect, then step over at most three bytes of a character cut short.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  let index = good;
  while (index > 0 && (bytes[index - 1]! & 0xc0) === 0x80 && good - index < 3) index--;
  const lead = index > 0 ? bytes[index - 1]! : 0;
  const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return wanted > good - index + 1 ? index - 1 : good;
}

function refused(file: string, line: number, column: number, message: string): BadInput {
  const problem: Problem = { severity: "error", place: { file, line, column }, message };
  return new BadInput([problem]);
}
