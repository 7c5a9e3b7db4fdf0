import { withoutHidden } from "../../scenario/control-characters.js";

/** Widest line of a report. */
export const REPORT_COLUMNS = 100;

/**
 * Text of a user for a terminal: control characters, and those that turn the direction of writing or are not
 * seen, become a replacement mark, so that a name can neither colour nor rewrite the screen.
 */
export function clean(text: string): string {
  return withoutHidden(text, () => "\ufffd").replace(/[\p{Cc}\u2028\u2029]/gu, "\ufffd");
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const wideForms = /[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns a text takes on a terminal: none for combining marks, two for ideographs and pictures. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (none.test(character)) continue;
    const isWide = character.codePointAt(0)! > 0x2e7f && (wide.test(character) || wideForms.test(character));
    columns += isWide ? 2 : 1;
  }
  return columns;
}

/** The text filled with spaces up to so many columns, at its end or, to stand right, at its start. */
export function pad(text: string, columns: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, columns - widthOf(text)));
  return align === "left" ? text + fill : fill + text;
}

/** The text cut to so many columns, with an ellipsis where it was. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = "";
  for (const character of text) {
    if (widthOf(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/**
 * Breaks a text at spaces, but not between a number and its %, into lines of at most `columns`; the first
 * begins with `first`, later ones with `rest`.
 */
export function wrap(text: string, columns: number, rest = "", first = ""): string[] {
  const lines: string[] = [];
  let line = first;
  let begun = false;
  const room = columns - Math.max(widthOf(rest), widthOf(first));
  for (const piece of text.split(/ +(?!%)/).flatMap((word) => pieces(word, room))) {
    const longer = begun ? `${line} ${piece}` : line + piece;
    if (begun && widthOf(longer) > columns) {
      lines.push(line);
      line = rest + piece;
    } else {
      line = longer;
    }
    begun = true;
  }
  return begun ? [...lines, line] : lines;
}

/** A word that no line could hold, in pieces that fit. */
function pieces(word: string, columns: number): string[] {
  if (widthOf(word) <= columns) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (widthOf(part + character) > columns) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
