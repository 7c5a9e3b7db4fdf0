/** Position of the first control character but tab and line ends, -1 where there is none. */
export function controlCharacterAt(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isControl(code) && code !== 0x09 && code !== 0x0a && code !== 0x0d) return index;
  }
  return -1;
}

/**
 * The text with every control character, line ends included, as its code: safe on a terminal, and one line.
 */
export function withoutControl(text: string): string {
  let safe = "";
  for (const character of text) {
    const code = character.charCodeAt(0);
    safe += isControl(code) ? codeText(code) : character;
  }
  return safe;
}

const LONGEST_MESSAGE = 1_000;

/** A message made harmless whatever it quotes from a file: no control character, one line, not endless. */
export function safeMessage(message: string): string {
  const cut = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 3)}...` : message;
  return withoutControl(cut);
}

/** `U+001B`. */
export function codeText(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** C0, C1 and the two line separators of Unicode. */
function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
}
