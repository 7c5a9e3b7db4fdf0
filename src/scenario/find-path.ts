import { type Path, type Tree, treeAt } from "./tree.js";

/**
 * The steps of a path written as text, `queues.claims.arrivals.events[0].factor`. Names in the file may have
 * dots of their own: where a longer name fits, it is meant. Steps the file does not have are cut at the next
 * dot.
 */
export function findPath(tree: Tree, text: string): Path {
  const path: (string | number)[] = [];
  let at: Tree | undefined = tree;
  let rest = text;
  while (rest !== "") {
    const step: string = nextStep(at, rest);
    const isIndex: boolean = /^(?:\[[0-9]{1,6}\]|[0-9]{1,6})$/.test(step) && at?.kind === "list";
    const key: string | number = isIndex ? Number(step.replace(/[[\]]/g, "")) : step;
    path.push(key);
    at = at && treeAt(at, [key]);
    rest = rest.slice(step.length);
    if (rest.startsWith(".")) rest = rest.slice(1);
  }
  return path;
}

function nextStep(at: Tree | undefined, rest: string): string {
  let longest = "";
  if (at?.kind === "map") {
    for (const key of at.entries.keys()) {
      const fits = rest.startsWith(key) && /^(?:$|[.[])/.test(rest.slice(key.length));
      if (fits && key.length > longest.length) longest = key;
    }
  }
  if (longest !== "") return longest;
  const cut = rest.slice(1).search(/[.[]/);
  return cut < 0 ? rest : rest.slice(0, cut + 1);
}
