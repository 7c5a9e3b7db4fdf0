import { SETS } from "./sets.mjs";

/**
 * What a difference means, by the first set that moved: all before it are the same, all behind it may only
 * follow.
 */
const MEANINGS = {
  scenario: "nothing but what the file says beside the figures, or how it is read, has changed",
  calendar: "days, opening hours, shifts or breaks have changed, or how they are put on the time axis",
  rates: "the rates at which callers come have changed",
  arrivals: "the rates are the same, but other callers come",
  luck: "callers come at the same moments, but their talk, patience or redials are others",
  attendance: "the callers are the same, but other agents come, or at other times",
  routing: "the callers and those on duty are the same, but who answers whom has changed",
  queues: "the callers are the same, and so is who answers them; how it goes or is counted has changed",
  waits: "the callers are the same, and so is who answers them; only the waits are counted otherwise",
  crews: "callers are served as before; the agents' time is booked otherwise",
  shifts: "callers are served as before; what agents reach in a shift is counted otherwise",
  summary: "what happens is the same; the figures are worked out otherwise",
  json: "the figures are the same; the JSON says them otherwise",
};

const COLUMNS = 100;

/**
 * Which sets of which scenarios differ, in sentences, each a line or more; none where all are the same. Both
 * are fingerprints by scenario and set.
 */
export function whatMoved(kept, found) {
  const names = Object.keys(found);
  const groups = new Map();
  for (const name of names.filter((one) => one in kept)) {
    const moved = SETS.filter((set) => kept[name][set] !== found[name][set]);
    const pattern = moved.join(" ");
    groups.set(pattern, { moved, names: [...(groups.get(pattern)?.names ?? []), name] });
  }
  const same = groups.get("")?.names ?? [];
  groups.delete("");
  const where = (some) => placesOf(some, names);
  const sentences = [...groups.values()].flatMap((group) => sentencesOf(group.moved, where(group.names)));
  const fresh = names.filter((name) => !(name in kept));
  const gone = Object.keys(kept).filter((name) => !(name in found));
  if (fresh.length > 0) sentences.push(`New: ${listed(fresh)}.`);
  if (gone.length > 0) sentences.push(`Gone: ${listed(gone)}.`);
  if (sentences.length > 0 && same.length > 0) sentences.push(`Nothing moved in ${where(same)}.`);
  return sentences.flatMap(folded);
}

function sentencesOf(moved, where) {
  const same = SETS.filter((set) => !moved.includes(set));
  if (same.length === 0) return [`In ${where} everything moved: the file says something else.`];
  const [first, second] = moved;
  const isOther = first === "scenario" && second !== undefined;
  return [
    `In ${where} moved: ${listed(moved)}.`,
    `  The same: ${listed(same)}.`,
    isOther ? `  The file says something else: ${MEANINGS[second]}.` : `  ${capital(MEANINGS[first])}.`,
  ];
}

/** The scenarios by number, `02 and 07`, or all of them by one word. */
export function placesOf(some, all) {
  if (some.length === all.length) return "every scenario";
  return listed(some.map((name) => /^\d+(?=-)/.exec(name)?.[0] ?? name));
}

/** `a, b and c`. */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** The text in lines of a terminal; those after the first begin further in. */
export function folded(text) {
  const indent = /^ */.exec(text)[0];
  const lines = [];
  let line = indent;
  for (const word of text.trim().split(" ")) {
    if (line.length + word.length > COLUMNS) {
      lines.push(line.trimEnd());
      line = `${indent}  `;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
