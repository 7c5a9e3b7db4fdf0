import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  type Scalar,
} from "yaml";
import { BadInput, type Place, type Problem } from "../kit/problem.js";
import {
  codeText,
  controlCharacterAt,
  hasControl,
  safeMessage,
  safePath,
  withoutControl,
} from "./control-characters.js";
import { pathText, type Tree } from "./tree.js";
import { UNCLOSED_QUOTE, yamlComplaints } from "./yaml-complaint.js";

const MOST_LEXEMES = 600_000;
const MOST_DEPTH = 64;
const TOO_DEEP = `values are nested more than ${MOST_DEPTH} deep`;
const MOST_VALUES = 100_000;
const LONGEST_NAME = 200;
/** Names that JavaScript has a meaning of its own for. */
export const UNSAFE_NAMES = new Set(["__proto__", "prototype", "constructor"]);

/**
 * Reads YAML (JSON is YAML) into a tree. Throws BadInput with every problem of the text: what YAML itself
 * complains about, keys given twice, tags, aliases in a circle, a second document, and sizes no scenario has.
 */
export function readYaml(text: string, file: string): Tree {
  const lines = new LineCounter();
  const reading = new Reading(file, lines);
  const tokens = parseTokens(text, reading);
  const documents = tokens.filter((token) => token.type === "document");
  if (reading.problems.length === 0) {
    for (const token of tokens) {
      if (token.type === "directive")
        reading.refuse(token.offset, "a % directive is not supported; remove this line");
    }
    const second = documents[1];
    if (second) reading.refuse(second.offset, "a second document begins here; a file holds one scenario");
    const deep = tooDeepAt(tokens);
    if (deep !== undefined) reading.refuse(deep, TOO_DEEP);
  }
  if (reading.problems.length > 0) throw new BadInput(reading.problems);
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, lineCounter: lines });
  const document = [...composer.compose(tokens, true, text.length)][0] as Document.Parsed;
  for (const { offset, message } of yamlComplaints([...document.errors, ...document.warnings], text)) {
    const opened = message === UNCLOSED_QUOTE ? lastQuote(tokens) : undefined;
    reading.refuse(opened ?? offset, message);
  }
  if (reading.problems.length > 0) throw new BadInput(reading.problems);
  if (!document.contents) {
    reading.refuse(0, "the file is empty; a scenario begins with callsim: 1");
    throw new BadInput(reading.problems);
  }
  const tree = reading.grow(document.contents, document, []);
  if (reading.problems.length > 0) throw new BadInput(reading.problems);
  return tree;
}

function parseTokens(text: string, reading: Reading): CST.Token[] {
  const control = controlCharacterAt(text);
  if (control >= 0) {
    let lineStart = 0;
    for (
      let index = text.indexOf("\n");
      index >= 0 && index < control;
      index = text.indexOf("\n", index + 1)
    ) {
      reading.lines.addNewLine(lineStart);
      lineStart = index + 1;
    }
    reading.lines.addNewLine(lineStart);
    const code = codeText(text.charCodeAt(control));
    reading.refuse(control, `the control character ${code} does not belong in a scenario`);
    return [];
  }
  const parser = new Parser(reading.lines.addNewLine);
  reading.lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > MOST_LEXEMES) {
      reading.refuse(0, "the file has more values than any scenario needs; put long tables into CSV files");
      return [];
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document, what is open in it and a value; the parser closes them all by recursion.
    if (parser.stack.length > MOST_DEPTH + 2) {
      reading.refuse(parser.offset - lexeme.length, TOO_DEEP);
      return [];
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Where the first value begins that is nested too deep. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  let first: number | undefined;
  visit(tokens, ({ offset }, depth) => {
    if (depth > MOST_DEPTH) first = Math.min(first ?? offset, offset);
  });
  return first;
}

/** Where the last quoted text begins: one that is not closed reaches to the end of the file. */
function lastQuote(tokens: readonly CST.Token[]): number | undefined {
  let last: number | undefined;
  visit(tokens, ({ type, offset }) => {
    if (type.endsWith("quoted-scalar")) last = Math.max(last ?? 0, offset);
  });
  return last;
}

/**
 * Iterative, because deep nesting makes yaml's own recursion overflow, inside a regular expression even
 * fatally.
 */
function visit(tokens: readonly CST.Token[], see: (token: CST.Token, depth: number) => void): void {
  const open: [unknown, number][] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    see(token as CST.Token, depth);
    const { items, value } = token as { items?: { key?: unknown; value?: unknown }[]; value?: unknown };
    for (const item of items ?? []) {
      if (item.key) open.push([item.key, depth + 1]);
      if (item.value) open.push([item.value, depth + 1]);
    }
    if (typeof value === "object" && value) open.push([value, depth + 1]);
  }
}

class Reading {
  readonly problems: Problem[] = [];
  private values = 0;
  private readonly growing = new Set<Node>();
  /** What aliases stand for; looking it up goes through the whole document. */
  private readonly targets = new Map<Alias, Node | undefined>();
  /** Aliases repeat a fault as often as its value. */
  private readonly said = new Set<string>();

  constructor(
    private readonly file: string,
    readonly lines: LineCounter,
  ) {}

  refuse(offset: number, message: string, path?: string): void {
    const key = `${offset} ${message}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.problems.push({
      severity: "error",
      place: this.place(offset),
      ...(path ? { path: safePath(path) } : {}),
      message: safeMessage(message),
    });
  }

  grow(node: Node, document: Document.Parsed, path: (string | number)[]): Tree {
    const place = this.place(node.range?.[0] ?? 0);
    const nothing: Tree = { kind: "scalar", value: null, place };
    if (++this.values > MOST_VALUES) {
      if (this.values === MOST_VALUES + 1) {
        this.refuse(node.range?.[0] ?? 0, `aliases and lists make more than ${MOST_VALUES} values`);
      }
      return nothing;
    }
    if (isAlias(node)) return this.growAlias(node, document, path);
    this.growing.add(node);
    const tree = this.growNode(node, document, path, place) ?? nothing;
    this.growing.delete(node);
    return tree;
  }

  private growNode(node: Node, document: Document.Parsed, path: (string | number)[], place: Place) {
    if (isScalar(node)) return this.growScalar(node, path, place);
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.grow(item as Node, document, [...path, index]));
      return { kind: "list", items, place } satisfies Tree;
    }
    if (!isMap(node)) return undefined;
    const entries = new Map<string, { value: Tree; keyPlace: Place }>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.key(pair.key, document, path);
      if (key === undefined) continue;
      const offset = pair.key.range?.[0] ?? 0;
      const keyPlace = this.place(offset);
      const first = entries.get(key);
      if (first) {
        const message = `${key} is given twice; the first is on line ${first.keyPlace.line}`;
        this.refuse(offset, message, pathText([...path, key]));
        continue;
      }
      const value: Tree = pair.value
        ? this.grow(pair.value, document, [...path, key])
        : { kind: "scalar", value: null, place: keyPlace };
      entries.set(key, { value, keyPlace });
    }
    return { kind: "map", entries, place } satisfies Tree;
  }

  private growScalar(node: Scalar, path: (string | number)[], place: Place): Tree {
    const { value } = node;
    if (typeof value === "string" || typeof value === "boolean" || value === null) {
      return { kind: "scalar", value, place };
    }
    if (typeof value === "number" && Number.isFinite(value)) {
      const { source = "" } = node;
      return { kind: "scalar", value, ...(source !== String(value) && { source }), place };
    }
    this.refuse(
      node.range?.[0] ?? 0,
      `${node.source ?? "this"} is not a number one can compute with`,
      pathText(path),
    );
    return { kind: "scalar", value: null, place };
  }

  private growAlias(node: Alias, document: Document.Parsed, path: (string | number)[]): Tree {
    const offset = node.range?.[0] ?? 0;
    const target = this.targetOf(node, document);
    const nothing: Tree = { kind: "scalar", value: null, place: this.place(offset) };
    if (!target) {
      this.refuse(offset, `*${node.source} has no anchor &${node.source} above it`, pathText(path));
      return nothing;
    }
    if (this.growing.has(target)) {
      this.refuse(offset, `*${node.source} stands inside the value it repeats, a circle`, pathText(path));
      return nothing;
    }
    return this.grow(target, document, path);
  }

  private targetOf(alias: Alias, document: Document.Parsed): Node | undefined {
    if (!this.targets.has(alias)) this.targets.set(alias, alias.resolve(document));
    return this.targets.get(alias);
  }

  private key(node: Node, document: Document.Parsed, path: (string | number)[]): string | undefined {
    const offset = node.range?.[0] ?? 0;
    const target = isAlias(node) ? this.targetOf(node, document) : node;
    const where = pathText(path) || undefined;
    if (!isScalar(target)) {
      this.refuse(offset, "a key must be text, not a list or a map", where);
      return undefined;
    }
    const text = typeof target.value === "string" ? target.value : (target.source ?? "");
    if (text === "") {
      this.refuse(offset, "a key is missing in front of the colon", where);
    } else if (text === "<<") {
      this.refuse(offset, "merging maps with << is not supported; write the entries out", where);
    } else if (UNSAFE_NAMES.has(text)) {
      this.refuse(offset, `${text} cannot be used as a name; choose another`, where);
    } else if (hasControl(text)) {
      this.refuse(
        offset,
        `the key ${withoutControl(text).slice(0, 60)} has a control character; remove it`,
        where,
      );
    } else if (text.length > LONGEST_NAME) {
      this.refuse(offset, `${text.slice(0, 30)}... is longer than ${LONGEST_NAME} characters`, where);
    } else {
      return text;
    }
    return undefined;
  }

  private place(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col) };
  }
}
