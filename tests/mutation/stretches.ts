import { parse } from "acorn";
import { isNode, type Node } from "./mutants.js";

/** A part of a text that is gone through as a whole, or not at all, but for the stretches inside it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A module's text in which each stretch notes that it is reached, and the stretches. */
export interface Watched {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

interface Insert {
  readonly at: number;
  readonly text: string;
  readonly closes: boolean;
}

/**
 * Has every function, branch, loop and what stands behind a jump note that it is reached:
 * `turns.reached[first + place among the stretches] = 1`. What is in none is done when the module is loaded.
 */
export function watched(text: string, first: number): Watched {
  const stretches: Stretch[] = [];
  const inserts: Insert[] = [];
  const note = (from: number, to: number) => {
    stretches.push({ from, to });
    return `turns.reached[${first + stretches.length - 1}] = 1`;
  };
  const put = (at: number, insert: string, closes = false) => inserts.push({ at, text: insert, closes });
  const expression = ({ start, end }: Node) => {
    put(start, `(${note(start, end)}, `);
    put(end, ")", true);
  };
  const statement = (node: Node | null) => {
    if (node === null) return;
    if (node.type === "BlockStatement") {
      put(node.start + 1, ` ${note(node.start, node.end)}; `);
      return;
    }
    put(node.start, `{ ${note(node.start, node.end)}; `);
    put(node.end, " }", true);
  };
  const visit = (node: Node) => {
    if (/Function/.test(node.type)) {
      const body = node["body"] as Node;
      if (body.type === "BlockStatement") statement(body);
      else expression(body);
    } else if (node.type === "IfStatement") {
      statement(node["consequent"] as Node);
      statement(node["alternate"] as Node | null);
    } else if (/^(?:While|For|ForOf|DoWhile)Statement$/.test(node.type)) {
      statement(node["body"] as Node);
    } else if (node.type === "ConditionalExpression") {
      expression(node["consequent"] as Node);
      expression(node["alternate"] as Node);
    } else if (node.type === "LogicalExpression") {
      expression(node["right"] as Node);
    } else if (node.type === "SwitchCase") {
      const statements = node["consequent"] as readonly Node[];
      if (statements.length > 0) {
        put(statements[0].start, `${note(statements[0].start, node.end)}; `);
      }
    } else if (node.type === "BlockStatement") {
      for (const one of node["body"] as readonly Node[]) {
        if (one.type === "IfStatement" && jumps(one)) put(one.end, ` ${note(one.end, node.end)};`);
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(text, { ecmaVersion: 2022, sourceType: "module" }) as unknown as Node);
  return { text: inserted(text, inserts), stretches };
}

/** The smallest of the stretches in which the place is; -1 for none. */
export function stretchAt(stretches: readonly Stretch[], place: number): number {
  let best = -1;
  for (const [index, { from, to }] of stretches.entries()) {
    if (place < from || place >= to) continue;
    if (best < 0 || to - from <= stretches[best].to - stretches[best].from) best = index;
  }
  return best;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isNode);
}

/** Whether what follows the statement may be skipped. */
function jumps(node: Node): boolean {
  if (/^(?:Return|Break|Continue|Throw)Statement$/.test(node.type)) return true;
  return !/Function/.test(node.type) && childrenOf(node).some(jumps);
}

/** At one place what ends there comes before what begins there. */
function inserted(text: string, inserts: readonly Insert[]): string {
  const ordered = [...inserts].sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes));
  let done = "";
  let from = 0;
  for (const { at, text: insert } of ordered) {
    done += text.slice(from, at) + insert;
    from = at;
  }
  return done + text.slice(from);
}
