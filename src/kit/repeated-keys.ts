/** A key of an object that has it before, and where it stands, counted in characters. */
export interface RepeatedKey {
  readonly key: string;
  readonly at: number;
}

/**
 * The keys of a JSON text that stand in one object more than once, in the order of the text: a parser takes
 * the last of them and says nothing. The text has to be JSON.
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const open: Set<string>[] = [];
  for (const { 0: token, 1: isKey, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (isKey !== undefined) {
      const keys = open.at(-1)!;
      const key = JSON.parse(token.slice(0, token.length - isKey.length)) as string;
      if (keys.has(key)) repeated.push({ key, at: index });
      keys.add(key);
    }
  }
  return repeated;
}
