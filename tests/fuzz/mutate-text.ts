import type { Luck } from "./luck.js";

/** What texts are changed with. */
export interface Pool {
  /** Whole texts: pieces of one get into another. */
  readonly bases: readonly string[];
  /** Pieces that belong nowhere, or are dangerous everywhere. */
  readonly nonsense: readonly string[];
}

/** Pieces that any format may choke on. */
export const NONSENSE: readonly string[] = [
  ...[
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "~",
    "null",
    "true",
    "0",
    "-0",
    "-1",
    "1.5",
    "007",
    "1e999",
    "-1e-999",
  ],
  ...[
    ".nan",
    ".inf",
    "-.inf",
    "0x10",
    "0o17",
    "1_000",
    "5,5",
    "1e15",
    "9007199254740993",
    "99999999999999999999",
  ],
  ...["20s", "4m", "1h30", "120%", "-5%", "80%", "2026-02-30", "2026-03-29", "0000-00-00", "25:00", "24:00"],
  ...[
    "06:00",
    "mon-fri",
    "holiday",
    "daily",
    "always",
    "closed",
    "x",
    '""',
    "''",
    '"',
    "'",
    "\\",
    "\\x",
    "\\u0000",
  ],
  ...[
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ": ",
    "? ",
    "- ",
    "#",
    "&a",
    "*a",
    "&a *a",
    "<<",
    "!!str",
    "!x",
    "|",
    ">",
    "%",
  ],
  ...[
    "@",
    "`",
    "---",
    "...",
    "%YAML 1.2\n",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "length",
  ],
  ...[
    "=cmd",
    "+1",
    "-x",
    "@x",
    "../../etc/passwd",
    "/dev/zero",
    "http://x/y",
    "a/b",
    "$&",
    "$1",
    "%s",
    "#{x}",
  ],
  ...["\u0000", "\u001b[31m", "\u0085", "\u2028", "\u202e", "\u2066", "\ufeff", "\ufffe", "\ud800", "\udc00"],
  ...[
    "\u200b",
    "\u00ad",
    "e\u0301",
    "\u{1f600}",
    "\u{e0041}",
    "\u0661",
    "ﬁ",
    "İ",
    "名前",
    "::error::x",
    "##[x]",
  ],
];

const TOKENS = /[^\s,;:{}[\]"'=&*]+|[,;:{}[\]"'=]/g;

/** The text after one to six changes. */
export function mutateText(luck: Luck, text: string, pool: Pool): string {
  let changed = text;
  // Most faults hide behind one slip in a sound text; some behind a heap of them.
  const changes = luck.chance(0.5) ? 1 : 1 + luck.below(6);
  for (let change = 0; change < changes; change++) changed = luck.pick(CHANGES)(luck, changed, pool);
  return changed;
}

type Edit = (luck: Luck, text: string, pool: Pool) => string;

const CHANGES: readonly Edit[] = [
  replaceToken,
  replaceToken,
  replaceToken,
  editNumber,
  editNumber,
  dropToken,
  insertToken,
  insertSigns,
  editLine,
  editLine,
  indentLine,
  cutOff,
  nest,
  alias,
  swapTokens,
];

function replaceToken(luck: Luck, text: string, pool: Pool): string {
  return atToken(luck, text, () => pieceOf(luck, pool));
}

function dropToken(luck: Luck, text: string): string {
  return atToken(luck, text, () => "");
}

function insertToken(luck: Luck, text: string, pool: Pool): string {
  return atToken(luck, text, (token) => `${token}${luck.pick(["", " ", ": ", ", "])}${pieceOf(luck, pool)}`);
}

/** Another size, sign or precision. */
function editNumber(luck: Luck, text: string): string {
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  if (numbers.length === 0) return text;
  const found = luck.pick(numbers);
  const edits = ["0", "1", "-1", `-${found[0]}`, `${found[0]}0`, `${found[0]}000000`, `0.${found[0]}`];
  edits.push(`${found[0]}.5`, `0${found[0]}`, `${found[0]}e9`, `${found[0]}e-9`, String(luck.below(400)));
  edits.push(`${found[0].slice(1)}`, `1${found[0]}`);
  return replaced(text, found, luck.pick(edits));
}

function insertSigns(luck: Luck, text: string): string {
  let signs = "";
  for (let left = 1 + luck.below(5); left > 0; left--) {
    const plane = luck.pick([0x80, 0x80, 0x80, 0x300, 0x3000, 0xfff0, 0x110000]);
    signs += String.fromCodePoint(luck.below(plane));
  }
  const at = luck.below(text.length + 1);
  return text.slice(0, at) + signs + text.slice(at);
}

/** A line gone, doubled, moved, or come from another text. */
function editLine(luck: Luck, text: string, { bases }: Pool): string {
  const lines = text.split("\n");
  const at = luck.below(lines.length);
  const line = lines[at]!;
  const strange = luck.pick(luck.pick(bases).split("\n"));
  lines.splice(at, 1, ...luck.pick<readonly string[]>([[], [line, line], [line, strange], [strange]]));
  if (luck.chance(0.3)) lines.splice(luck.below(lines.length + 1), 0, line);
  return lines.join("\n");
}

function indentLine(luck: Luck, text: string): string {
  const lines = text.split("\n");
  const at = luck.below(lines.length);
  const line = lines[at]!;
  lines[at] = luck.pick([
    ` ${line}`,
    `  ${line}`,
    `    ${line}`,
    `\t${line}`,
    line.slice(1),
    line.trimStart(),
  ]);
  return lines.join("\n");
}

function cutOff(luck: Luck, text: string): string {
  const from = luck.below(text.length + 1);
  if (luck.chance(0.5)) return text.slice(0, from);
  return text.slice(0, from) + text.slice(from + 1 + luck.below(60));
}

/** Brackets, maps or lists within each other, and plain length. */
function nest(luck: Luck, text: string): string {
  const deep = luck.pick([3, 20, 70, 400, 3000]);
  const value = luck.pick([
    () => "[".repeat(deep) + "]".repeat(deep),
    () => "[".repeat(deep),
    () => "{a: ".repeat(deep) + "}".repeat(deep),
    () =>
      `\n${Array.from({ length: Math.min(deep, 400) }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}`,
    () => "- ".repeat(deep),
    () => "x".repeat(deep),
    () => "9".repeat(deep),
    () => `"${"x\\n".repeat(deep)}"`,
    () => `[${"1, ".repeat(deep)}]`,
  ])();
  return atToken(luck, text, () => value);
}

function alias(luck: Luck, text: string): string {
  const marked = atToken(luck, text, (token) => `&a ${token}`);
  return atToken(luck, marked, () => "*a");
}

function swapTokens(luck: Luck, text: string): string {
  const tokens = [...text.matchAll(TOKENS)];
  if (tokens.length < 2) return text;
  const [one, other] = [luck.pick(tokens), luck.pick(tokens)].sort((a, b) => a.index - b.index);
  if (one!.index === other!.index) return text;
  return replaced(replaced(text, other!, one![0]), one!, other![0]);
}

function atToken(luck: Luck, text: string, put: (token: string) => string): string {
  const tokens = [...text.matchAll(TOKENS)];
  if (tokens.length === 0) return put("");
  const found = luck.pick(tokens);
  return replaced(text, found, put(found[0]));
}

function pieceOf(luck: Luck, { bases, nonsense }: Pool): string {
  if (luck.chance(0.5)) return luck.pick(nonsense);
  const tokens = luck.pick(bases).match(TOKENS) ?? [""];
  return luck.pick(tokens);
}

function replaced(text: string, found: RegExpExecArray | RegExpMatchArray, put: string): string {
  return text.slice(0, found.index) + put + text.slice(found.index! + found[0].length);
}
