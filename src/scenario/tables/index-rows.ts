const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;

/** Where the rows of a CSV text begin, and the first fault of its quotes. */
export interface RowIndex {
  /** Offset of each row's first character. */
  readonly starts: readonly number[];
  /** Line of each row's first character, from 1; quoted cells may hold line breaks. */
  readonly lines: readonly number[];
  readonly fault?: { readonly offset: number; readonly line: number; readonly message: string };
}

/** Walks `text` by the rules by which d3-dsv reads it. */
export function indexRows(text: string): RowIndex {
  const starts = [0];
  const lines = [1];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      if (close < 0) {
        const message =
          "this quote is never closed; expected a second one before the comma or the line's end";
        return { starts, lines, fault: { offset: at, line, message } };
      }
      line += lineBreaks(text, at, close);
      at = close + 1;
      const after = text.charCodeAt(at);
      if (at < text.length && after !== COMMA && after !== NEWLINE && after !== RETURN) {
        const message =
          "text goes on after a closing quote; expected a comma (a quote inside is written twice)";
        return { starts, lines, fault: { offset: at, line, message } };
      }
    } else {
      at = cellEnd(text, at);
    }
    const end = text.charCodeAt(at++);
    if (end === COMMA || at > text.length) continue;
    if (end === RETURN && text.charCodeAt(at) === NEWLINE) at++;
    line++;
    starts.push(at);
    lines.push(line);
  }
  return { starts, lines };
}

/** Offset of the `cell`-th cell of the row that begins at `start`, or of the row's end where it has fewer. */
export function cellOffset(text: string, start: number, cell: number): number {
  let at = start;
  for (let passed = 0; passed < cell; passed++) {
    const close = text.charCodeAt(at) === QUOTE ? closingQuote(text, at) : -1;
    const end = cellEnd(text, close < 0 ? at : close + 1);
    if (text.charCodeAt(end) !== COMMA) return end;
    at = end + 1;
  }
  return at;
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === NEWLINE || code === RETURN) break;
  }
  return at;
}

function lineBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
}
