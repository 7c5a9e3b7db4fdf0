import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parse } from "acorn";

/** A small change of a built file of the engine that ought to change what it does. */
export interface Mutant {
  /** `events/event-queue.js`. */
  readonly file: string;
  /** File and function: `contacts.js Contacts.grow`. */
  readonly place: string;
  /**
   * Names the mutant whatever is added above it: file, function, the line, and what becomes of what; with a
   * number where one line has several alike.
   */
  readonly id: string;
  readonly line: number;
  /** The change: this stretch of the file's text becomes that. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A part of the tree of a module's text. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** What takes the place of an operator: the next one on the boundary, the opposite, the inverse. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "<<": [">>"],
  ">>": ["<<"],
  "&": ["|"],
  "|": ["&"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "*=": ["/="],
  "/=": ["*="],
  "|=": ["&="],
  "&=": ["|="],
  "<<=": [">>="],
  ">>=": ["<<="],
};

const FUNCTIONS: Readonly<Record<string, string>> = { min: "max", max: "min", floor: "ceil", some: "every" };

/** All mutants of the built engine in `folder`, file by file from top to bottom. */
export function mutantsOf(folder: URL): Mutant[] {
  return builtFilesOf(folder).flatMap((name) =>
    mutantsOfFile(name, readFileSync(new URL(name, folder), "utf8")),
  );
}

/** The built files in `folder` and below, by their paths in it, in order. */
export function builtFilesOf(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".js"))
    .sort();
}

/** The file's text with the mutant in place. */
export function mutated(text: string, { from, to, text: change }: Mutant): string {
  return text.slice(0, from) + change + text.slice(to);
}

/** All mutants of one file. */
export function mutantsOfFile(file: string, text: string): Mutant[] {
  const lines = text.split("\n");
  const found: Mutant[] = [];
  const seen = new Map<string, number>();
  const tree = parse(text, { ecmaVersion: 2022, sourceType: "module", locations: true }) as unknown as Node;
  walk(tree, [], (node, within) => {
    for (const [from, to, change] of changesOf(node, text)) {
      const line = lineAt(text, from);
      const place = `${posix.basename(file)} ${within.join(".")}`;
      const name = `${place}: ${nameOfLine(lines, line)}: ${nameOfChange(text, from, to, change)}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const id = count > 1 ? `${name} (${count})` : name;
      found.push({ file, place, id, line, from, to, text: change });
    }
  });
  return found;
}

/** A jump says nothing of itself: it is named with the line above. */
function nameOfLine(lines: readonly string[], line: number): string {
  const own = withNames(lines[line - 1].trim());
  return /^(?:break|continue|return);$/.test(own) ? `${withNames(lines[line - 2].trim())} ${own}` : own;
}

function nameOfChange(text: string, from: number, to: number, change: string): string {
  const [comment, name] = /^ \/\* (\w+\.\w+) \*\//.exec(text.slice(to, to + 100)) ?? ["", ""];
  const was = text.slice(from, to);
  if (name && /^\d+$/.test(was)) {
    return `${name} -> ${name} ${change === String(Number(was) + 1) ? "+" : "-"} 1`;
  }
  return `${shortened(withNames(was + comment))} -> ${shortened(withNames(change))}`;
}

/** A member of a `const enum` by its name alone: the number before it may change. */
function withNames(text: string): string {
  return text.replace(/\d+ \/\* (\w+\.\w+) \*\//g, "$1");
}

function lineAt(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < place; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain === "") return "nothing";
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

function walk(node: Node, within: readonly string[], visit: (node: Node, within: readonly string[]) => void) {
  if (node.type === "ImportDeclaration" || node.type === "ExportSpecifier") return;
  visit(node, within);
  const inside = nameOf(node) === undefined ? within : [...within, nameOf(node)!];
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) {
      if (isNode(child)) walk(child, inside, visit);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

function nameOf(node: Node): string | undefined {
  const named = { FunctionDeclaration: "id", ClassDeclaration: "id", MethodDefinition: "key" }[node.type];
  return named === undefined ? undefined : ((node[named] as Node)["name"] as string);
}

type Change = readonly [from: number, to: number, text: string];

function changesOf(node: Node, text: string): Change[] {
  const all = (change: string): Change => [node.start, node.end, change];
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return operatorChanges(node, text);
    case "UpdateExpression": {
      const at = node["prefix"] ? node.start : node.end - 2;
      return [[at, at + 2, node["operator"] === "++" ? "--" : "++"]];
    }
    case "UnaryExpression": {
      const { start, end } = node["argument"] as Node;
      return node["operator"] === "!" || node["operator"] === "~" ? [all(text.slice(start, end))] : [];
    }
    case "Literal":
      return literalChanges(node["value"]).map(all);
    case "IfStatement":
    case "ConditionalExpression":
      return conditionChanges(node["test"] as Node, ["true", "false"]);
    case "WhileStatement":
      return conditionChanges(node["test"] as Node, ["false"]);
    case "ForStatement":
      return node["test"] ? conditionChanges(node["test"] as Node, ["false"]) : [];
    case "MemberExpression":
      return memberChanges(node, text);
    case "ReturnStatement":
      return node["argument"] ? [] : [all(";")];
    case "ExpressionStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return isSuper(node) ? [] : [all(";")];
    default:
      return [];
  }
}

/** A class that extends another must call it. */
function isSuper(node: Node): boolean {
  const expression = node["expression"] as Node | undefined;
  return expression?.type === "CallExpression" && (expression["callee"] as Node).type === "Super";
}

function operatorChanges(node: Node, text: string): Change[] {
  const operator = node["operator"] as string;
  const left = node["left"] as Node;
  const right = node["right"] as Node;
  // Between the two there may be a bracket or a comment before the operator.
  const gap = text.slice(left.end, right.start).replace(/\/\*.*?\*\//g, (found) => " ".repeat(found.length));
  const at = left.end + gap.indexOf(operator);
  return (OPERATORS[operator] ?? []).map((other) => [at, at + operator.length, other]);
}

function literalChanges(value: unknown): string[] {
  if (typeof value === "number") return [String(value + 1), `(${value - 1})`];
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "string") return value === "" ? ['"x"'] : ['""'];
  return [];
}

function conditionChanges(test: Node, values: readonly string[]): Change[] {
  return test.type === "Literal" ? [] : values.map((value) => [test.start, test.end, value]);
}

function memberChanges(node: Node, text: string): Change[] {
  const property = node["property"] as Node;
  if (!node["computed"]) {
    const other = FUNCTIONS[property["name"] as string];
    return other === undefined ? [] : [[property.start, property.end, other]];
  }
  // A number in the index is changed as such.
  const index = text.slice(property.start, property.end);
  return /\b\d/.test(index) ? [] : [[property.start, property.end, `(${index}) + 1`]];
}
