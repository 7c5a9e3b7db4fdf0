import { suggestion } from "../../kit/nearest.js";
import { type Distribution, meanSeconds } from "../../random/distribution.js";
import { type Outcomes, type Pass, passesOf } from "../outcomes.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { DistributionInput } from "../schema/distribution.js";
import type { OutcomesInput } from "../schema/outcomes.js";
import type { Team } from "../team.js";
import { type Path, treeAt } from "../tree.js";
import { checkHandover } from "./check-handover.js";
import { type Checking, checkDistribution } from "./checking.js";

type PassInput = NonNullable<OutcomesInput["escalate"]>;

/** What comes of a queue's contacts; undefined where a distribution has problems, which are reported. */
export function checkOutcomes(checking: Checking, name: string, input: OutcomesInput): Outcomes | undefined {
  const path = ["queues", name, "after"];
  const { transfer, escalate, complaint, handover, repeat, sale, save } = input;
  reportNames(checking, name, input);
  let isWhole = true;
  const whole = <T>(found: T | undefined): T => {
    if (found === undefined) isWhole = false;
    return found as T;
  };
  const time = (given: DistributionInput, ...at: Path) =>
    whole(checkDistribution(checking, given, [...path, ...at]));
  const pass = ({ to, chance, warm }: PassInput, at: Path): Pass => ({
    to,
    chance,
    ...(warm ? { warm: whole(checkDistribution(checking, warm, [...at, "warm"])) } : {}),
  });
  const found: Outcomes = {
    ...(transfer
      ? { transfer: transfer.map((one, index) => pass(one, transferPath(checking, path, index))) }
      : {}),
    ...(escalate ? { escalate: pass(escalate, [...path, "escalate"]) } : {}),
    ...(complaint
      ? {
          complaint: {
            ...pass(complaint, [...path, "complaint"]),
            solved: complaint.solved,
            again: time(complaint.again, "complaint", "again"),
            ...attemptsOf(complaint),
          },
        }
      : {}),
    ...(handover ? { handover: { to: handover.to, afterSeconds: handover.after } } : {}),
    ...(repeat
      ? {
          repeat: {
            chance: repeat.chance,
            after: time(repeat.after, "repeat", "after"),
            ...attemptsOf(repeat),
          },
        }
      : {}),
    ...(sale ? { sale } : {}),
    ...(save ? { save } : {}),
  };
  if (!isWhole) return undefined;
  if (found.repeat?.chance === 1) {
    const remedy = "lower the chance, or give after or attempts";
    refuseEndless(checking, [...path, "repeat"], "every customer", found.repeat.after, found.repeat, remedy);
  }
  // Not even all are solved where the centre is closed, or callers hang up.
  if (found.complaint) {
    const remedy = "give again or attempts";
    refuseEndless(
      checking,
      [...path, "complaint"],
      "a complaint that nobody solves",
      found.complaint.again,
      found.complaint,
      remedy,
    );
  }
  return found;
}

function attemptsOf({ attempts }: { readonly attempts?: number }) {
  return attempts === undefined ? {} : { attempts };
}

function transferPath({ sections }: Checking, path: Path, index: number): Path {
  const isList = treeAt(sections.tree, [...path, "transfer"])?.kind === "list";
  return isList ? [...path, "transfer", index] : [...path, "transfer"];
}

function refuseEndless(
  { problems }: Checking,
  path: Path,
  who: string,
  after: Distribution,
  { attempts }: { readonly attempts?: number },
  remedy: string,
): void {
  if (attempts !== undefined || meanSeconds(after) > 0) return;
  problems.at(path, `${who} comes again at once and for ever; ${remedy}`, { ofKey: true });
}

/** Queues that are not there, that are the queue itself, or named twice; chances that exceed one another. */
function reportNames(checking: Checking, name: string, input: OutcomesInput): void {
  const { sections, problems } = checking;
  const path = ["queues", name, "after"];
  const queues = sections.queues.map((queue) => queue.name);
  const named = new Set<string>();
  const look = ({ to }: Pick<PassInput, "to">, at: Path, whySelf: string) => {
    const where = [...at, "to"];
    if (!queues.includes(to)) problems.at(where, `there is no queue ${to}; ${suggestion(to, queues)}`);
    const target = sections.queues.find((queue) => queue.name === to)?.value;
    if (target && "leads" in target) problems.at(where, `${to} is outbound; nobody is passed on to it`);
    if (target && "split" in target) problems.at(where, `${to} splits its contacts; name one of its queues`);
    if (to !== name) return;
    problems.at(where, `${name} is this queue itself; ${whySelf}`);
  };
  const again = "who calls it again is a repeat";
  for (const [index, one] of (input.transfer ?? []).entries()) {
    const at = transferPath(checking, path, index);
    look(one, at, again);
    if (named.has(one.to))
      problems.at([...at, "to"], `transfer to ${one.to} is given twice; add the chances`);
    named.add(one.to);
  }
  if (input.escalate) look(input.escalate, [...path, "escalate"], again);
  if (input.complaint) look(input.complaint, [...path, "complaint"], again);
  if (input.handover) look(input.handover, [...path, "handover"], "what is left is for others");
  const { transfer, escalate, complaint } = input;
  const sum = [...(transfer ?? []), escalate, complaint].reduce(
    (total, one) => total + (one?.chance ?? 0),
    0,
  );
  if (sum <= 1 + 1e-9) return;
  const percent = Math.round(sum * 1000) / 10;
  const message = `${percent}% of the contacts are transferred, escalated or complaints; at most 100% can be`;
  problems.at(path, message, { ofKey: true });
}

/**
 * Queues whose callers are passed on for ever, and warm transfers that may leave all agents waiting for one
 * another; looked for when all queues and teams are read.
 */
export function checkPassing(queues: readonly Queue[], teams: readonly Team[], problems: ProblemList): void {
  const leaves = new Set(queues.filter((queue) => passedShare(queue) < 1 - 1e-9).map(({ name }) => name));
  const known = leaves.size;
  for (let before = -1; before !== leaves.size; ) {
    before = leaves.size;
    for (const queue of queues) {
      if (targetsOf(queue).some((to) => leaves.has(to))) leaves.add(queue.name);
    }
  }
  if (known < queues.length) {
    for (const { name } of queues.filter((queue) => !leaves.has(queue.name))) {
      const message = `a circle: every caller of ${name} is passed on, again and again`;
      problems.at(["queues", name, "after"], `${message}; lower a chance of it`, { ofKey: true });
    }
  }
  for (const queue of queues) warnOfStandstill(queue, queues, teams, problems);
  checkHandover(queues, problems);
}

function passedShare({ after }: Queue): number {
  return after ? passesOf(after).reduce((sum, { chance }) => sum + chance, 0) : 0;
}

function targetsOf({ after }: Queue): string[] {
  return after ? passesOf(after).flatMap(({ to, chance }) => (chance > 0 ? [to] : [])) : [];
}

function warnOfStandstill(
  { name, after }: Queue,
  queues: readonly Queue[],
  teams: readonly Team[],
  problems: ProblemList,
): void {
  const serves = (team: Team, queue: string) => team.skills.some((skill) => skill.queue === queue);
  for (const { to, warm } of after ? passesOf(after) : []) {
    const target = queues.find((queue) => queue.name === to);
    if (!warm || !target || target.patience) continue;
    const serving = teams.filter((team) => serves(team, to));
    if (serving.length === 0 || !serving.every((team) => serves(team, name))) continue;
    const message = `agents who hand over to ${to} may all wait for one another, as the same teams serve`;
    const remedy = `both and callers of ${to} never hang up; give ${to} a patience or a team of its own`;
    problems.at(["queues", name, "after"], `${message} ${remedy}`, { ofKey: true, severity: "warning" });
  }
}
