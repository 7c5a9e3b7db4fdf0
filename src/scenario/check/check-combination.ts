import { suggestion } from "../../kit/nearest.js";
import type { GrowthCase } from "../growth.js";
import type { ProblemList } from "../problem-list.js";
import type { CombinationInput } from "../schema/growth.js";

interface Combination {
  readonly name: string;
  readonly value: CombinationInput;
  /** Cases of their own that could be read. */
  readonly own: ReadonlyMap<string, GrowthCase>;
  /** All cases of the file. */
  readonly names: readonly { readonly name: string; readonly combines: boolean }[];
  readonly problems: ProblemList;
}

/** A case made of others, which come together; `undefined` where one of them could not be read. */
export function combinedCase(combination: Combination): GrowthCase | undefined {
  const { name, value, own, problems } = combination;
  const path = ["growth", "cases", name, "combine"];
  checkNames(combination, path);
  const parts = [...new Set(value.combine)].flatMap((one) => own.get(one) ?? []);
  if (parts.length === 0 || parts.length < value.combine.length) return undefined;
  const refuse = (second: GrowthCase | undefined, message: (name: string) => string) => {
    if (second) problems.at([...path, value.combine.indexOf(second.name)], message(second.name));
  };
  const [first] = parts;
  refuse(
    parts.find(({ of }) => of !== first!.of),
    (other) => `${first!.name} is of: ${first!.of} and ${other} is not; expected cases of the same`,
  );
  const drawn = parts.filter(({ rate }) => rate);
  refuse(
    drawn[1],
    (other) => `${drawn[0]!.name} has a distribution of the rate, and so has ${other}; expected one at most`,
  );
  const ranged = parts.find(isRanged);
  refuse(
    drawn.length > 0 ? ranged : undefined,
    (other) => `${other} has low, middle and high, which do not go with a distribution of the rate`,
  );
  const aiming = parts.filter(({ target }) => target);
  refuse(
    aiming[1],
    (other) => `${aiming[0]!.name} moves the target, and so does ${other}; expected one at most`,
  );
  const pooling = parts.filter(({ pool }) => pool > 1);
  refuse(
    pooling[1],
    (other) => `${pooling[0]!.name} pools centres, and so does ${other}; expected one at most`,
  );
  const pools = parts.find((part) => part.pools)?.pools;
  const sources = new Set(parts.flatMap(({ source }) => (source === "" ? [] : [source])));
  return {
    name,
    of: first!.of,
    change: 0,
    share: 1,
    from: Math.min(...parts.map(({ from }) => from)),
    until: Math.max(...parts.map(({ until }) => until)),
    source: value.source ?? [...sources].join("; "),
    deflected: 0,
    handleTime: 0,
    pool: pooling[0]?.pool ?? 1,
    ...(pools ? { pools } : {}),
    combined: parts,
  };
}

/** Whether a case tells low, middle and high of anything. */
function isRanged({ changeRange, queues = [] }: GrowthCase): boolean {
  return changeRange !== undefined || queues.some((one) => one.changeRange);
}

function checkNames({ name, value, names, problems }: Combination, path: readonly string[]): void {
  const { combine } = value;
  if (combine.length < 2) {
    const found = combine.length === 0 ? "an empty list" : "one case";
    problems.at(path, `found ${found}; expected two or more growth cases to come together`);
  }
  const known = names.filter((one) => !one.combines && one.name !== name).map((one) => one.name);
  for (const [index, one] of combine.entries()) {
    const at = [...path, index];
    if (combine.indexOf(one) < index) problems.at(at, `${one} stands twice; a case comes once`);
    else if (one === name) problems.at(at, `${name} cannot be a part of itself`);
    else if (names.some((other) => other.name === one && other.combines)) {
      problems.at(at, `${one} is a combination itself; name the cases it is made of`);
    } else if (!known.includes(one)) {
      problems.at(at, `there is no growth case ${one}; ${suggestion(one, known)}`);
    }
  }
}
