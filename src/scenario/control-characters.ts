/** Position of the first control character but tab and line ends, -1 where there is none. */
export function controlCharacterAt(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isControl(code) && code !== 0x09 && code !== 0x0a && code !== 0x0d) return index;
  }
  return -1;
}

/** Whether a text has a control character or a line end. */
export function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (isControl(text.charCodeAt(index))) return true;
  return false;
}

/**
 * What a reader does not see although it changes what he reads: marks that turn the direction of writing,
 * spaces and joints without width, tags, halves of characters. Not the two joiners that scripts and pictures
 * are written with.
 */
const HIDDEN = new RegExp(
  "[\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb" +
    "\\u{e0000}-\\u{e007f}\\p{Cs}]",
  "gu",
);

/** The text with every hidden character replaced, by default by its code, such as U+202E; others stay. */
export function withoutHidden(text: string, replace: (hidden: string) => string = codeOf): string {
  return text.replace(HIDDEN, replace);
}

/**
 * The text with every control character, line ends included, and every hidden one as its code: safe on a
 * terminal, one line, and read as it is written.
 */
export function withoutControl(text: string): string {
  let safe = "";
  for (const character of withoutHidden(text)) {
    const code = character.charCodeAt(0);
    safe += isControl(code) ? codeText(code) : character;
  }
  return safe;
}

const LONGEST_MESSAGE = 1_000;
const LONGEST_PATH = 300;

/** A message made harmless whatever it quotes from a file: no control character, one line, not endless. */
export function safeMessage(message: string): string {
  return harmless(message, LONGEST_MESSAGE);
}

/** A path of a scenario, made harmless as a message is. */
export function safePath(path: string): string {
  return harmless(path, LONGEST_PATH);
}

/** Cut before it is searched, for it may be long, and after, for codes are longer than characters. */
function harmless(text: string, longest: number): string {
  return shortened(withoutControl(shortened(text, longest)), longest);
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // No half of a character at the end.
  return `${text.slice(0, longest - 3).replace(/[\ud800-\udbff]$/, "")}...`;
}

/** `U+001B`. */
export function codeText(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function codeOf(character: string): string {
  return codeText(character.codePointAt(0)!);
}

/** C0, C1 and the two line separators of Unicode. */
function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
}
