import { suggestion } from "../../kit/nearest.js";
import type { Queue } from "../queue.js";
import type { SplitInput, SplitQueueInput } from "../schema/split.js";
import type { Sections } from "../sections.js";
import type { Split } from "../split.js";
import { type Path, treeAt } from "../tree.js";
import { checkArrivals, type Volumes } from "./check-arrivals.js";
import { customaryWithinSeconds } from "./check-channels.js";
import { customersOf } from "./check-customers.js";
import type { Checking } from "./checking.js";

/** A queue that splits; undefined where its arrivals could not be read or its shares are not whole. */
export function checkSplitQueue(
  checking: Checking,
  name: string,
  input: SplitQueueInput,
  volumes: Volumes,
): Queue | undefined {
  const arrivals = checkArrivals(checking, name, input.arrivals, volumes);
  reportTargets(checking, name, input);
  const split = checkSplit(checking, input.split, ["queues", name, "split"]);
  if (!arrivals || !split) return undefined;
  const { problems } = checking;
  const path = ["queues", name, "arrivals"];
  if (arrivals.kind === "replay" && (arrivals.handleSeconds ?? arrivals.patienceSeconds)) {
    const message = "handle time and patience are those of the queue a contact goes to";
    problems.at([...path, "replay"], `${message}; take the columns handle and patience out of the file`);
  }
  if (arrivals.kind === "table" && arrivals.steps.some(({ ahtSeconds }) => ahtSeconds !== undefined)) {
    const message = "handle time is that of the queue a contact goes to";
    problems.at([...path, "table"], `${message}; leave aht empty for ${name}`);
  }
  const customers = customersOf(checking, undefined);
  return {
    name,
    channel: input.channel,
    arrivals,
    handle: {},
    priority: 1,
    split,
    serviceLevel: {
      withinSeconds: customaryWithinSeconds(input),
      counting: "ignore-short",
      underSeconds: 5,
    },
    countBlocked: false,
    ...(customers ? { customers } : {}),
  };
}

/** Whether the file says that a queue splits its contacts, be it with problems. */
export function isSplit({ tree }: Sections, queue: string): boolean {
  return treeAt(tree, ["queues", queue, "split"]) !== undefined;
}

/** Names of a split with where each stands. */
function namesOf(input: SplitInput, path: Path): { readonly name: string; readonly at: Path }[] {
  return "shares" in input
    ? Object.keys(input.shares).map((name) => ({ name, at: [...path, "shares", name] }))
    : input.among.map((name, index) => ({ name, at: [...path, "among", index] }));
}

/** Queues that are not there, named twice, that serve nobody, or that are of another channel. */
function reportTargets({ sections, problems }: Checking, queue: string, input: SplitQueueInput): void {
  const known = sections.queues.map(({ name }) => name).filter((name) => name !== queue);
  const ofKey = "shares" in input.split;
  const named = new Set<string>();
  for (const { name, at } of namesOf(input.split, ["queues", queue, "split"])) {
    const refuse = (message: string) => problems.at(at, message, { ofKey });
    const target = sections.queues.find((one) => one.name === name);
    if (name === queue) refuse(`${name} is this queue itself; its contacts go to other queues`);
    else if (target === undefined) refuse(`there is no queue ${name}; ${suggestion(name, known)}`);
    else if (isSplit(sections, name))
      refuse(`${name} splits its contacts too; name the queues it splits among`);
    else if (target.value && target.value.channel === "outbound")
      refuse(`${name} is outbound; nobody who calls comes to it`);
    else if (target.value && target.value.channel !== input.channel)
      refuse(`${name} is of channel ${target.value.channel}, ${queue} of channel ${input.channel}`);
    if (named.has(name)) refuse(`${name} is named twice`);
    named.add(name);
  }
}

function checkSplit({ problems }: Checking, input: SplitInput, path: Path): Split | undefined {
  if ("among" in input) {
    const { among } = input;
    if (among.length > 1) {
      return { by: input.by, among: among.map((queue) => ({ queue, share: 1 / among.length })) };
    }
    const message = "there is nothing to choose from; name two queues or more, as in [north, south]";
    problems.at([...path, "among"], message, { ofKey: true });
    return undefined;
  }
  const among = Object.entries(input.shares).map(([queue, share]) => ({ queue, share }));
  const sum = among.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return { by: "shares", among };
  const percent = Math.round(sum * 1e4) / 100;
  const message = `the shares add up to ${percent}%; expected 100%, for every contact goes somewhere`;
  problems.at([...path, "shares"], message, { ofKey: true });
  return undefined;
}
