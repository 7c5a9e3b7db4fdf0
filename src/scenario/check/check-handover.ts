import { isDeferred } from "../channel.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";

/** Contacts that take too long: whom they cannot be taken from, or go on to, and circles of queues. */
export function checkHandover(queues: readonly Queue[], problems: ProblemList): void {
  const byName = new Map(queues.map((queue) => [queue.name, queue]));
  for (const queue of queues) {
    const to = queue.after?.handover?.to;
    if (to === undefined || to === queue.name) continue;
    const path = ["queues", queue.name, "after", "handover"];
    const target = byName.get(to);
    const why = whyNotCut(queue) ?? (target && whyNotGoOn(queue, target));
    if (why) problems.at(path, why, { ofKey: true });
    const circle = circleFrom(queue, byName);
    if (circle === undefined) continue;
    const way = circle.map((name) => `to ${name}`).join(" and on ");
    const message = `a contact of ${queue.name} would be handed over ${way}, and so on in a circle`;
    problems.at([...path, "to"], `${message}; let one of them keep what takes long`);
  }
}

function whyNotCut({ name, concurrency = 1, interruptible }: Queue): string | undefined {
  if (concurrency > 1) {
    const why = "so how long one takes is not its own doing";
    return `agents hold several chats of ${name} at once, ${why}; leave handover out`;
  }
  if (!interruptible) return undefined;
  return `contacts of ${name} may be put down for others already; leave handover or interruptible out`;
}

function whyNotGoOn({ channel }: Queue, target: Queue): string | undefined {
  const { name: to, concurrency = 1, interruptible } = target;
  const own = "hand over to a queue of its own";
  if (concurrency > 1) return `agents hold several chats of ${to} at once; ${own}`;
  if (interruptible) return `contacts of ${to} may be put down for others; ${own}`;
  const remedy = `hand over to a queue of channel ${channel}`;
  if (isDeferred(target.channel) && !isDeferred(channel))
    return `a caller who is handed over cannot wait over night, as contacts of ${to} do; ${remedy}`;
  if (isDeferred(channel) && !isDeferred(target.channel))
    return `nobody is there who could wait on the line, as contacts of ${to} do; ${remedy}`;
  return undefined;
}

/** Whom a contact would be handed over to until it is back in the first queue; undefined if it never is. */
function circleFrom(first: Queue, byName: ReadonlyMap<string, Queue>): readonly string[] | undefined {
  const way: string[] = [];
  for (let queue: Queue | undefined = first; queue !== undefined; ) {
    const to: string | undefined = queue.after?.handover?.to;
    if (to === undefined || way.includes(to)) return undefined;
    way.push(to);
    if (to === first.name) return way;
    queue = byName.get(to);
  }
  return undefined;
}
