import { isDeferred, takesLine } from "../channel.js";
import { passesOf } from "../outcomes.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { QueueInput } from "../schema/queue.js";
import type { Path } from "../tree.js";
import { type Checking, checkDistribution } from "./checking.js";

/** What a queue's channel adds to it; absent where the channel has none of it. */
export type ChannelParts = Pick<Queue, "backlog" | "seats" | "concurrency" | "slowdown">;

/**
 * What the queue's channel adds; what makes no sense on this channel is reported. `undefined` where the
 * backlog's age could not be read.
 */
export function checkChannel(
  checking: Checking,
  input: QueueInput,
  arrivals: Queue["arrivals"],
  path: Path,
): ChannelParts | undefined {
  const { problems, calendar } = checking;
  for (const { key, message } of misplaced(input)) {
    problems.at([...path, ...key], message, { ofKey: true });
  }
  if (isDeferred(input.channel) && arrivals.kind === "replay" && arrivals.patienceSeconds) {
    const message = `${aContact(input.channel)} never hangs up; take the column patience out of the file`;
    problems.at([...path, "arrivals", "replay"], message);
  }
  const { backlog, seats, concurrency = 1, slowdown = 0 } = input;
  if (backlog && calendar.warmupSeconds > 0) {
    const message = "a warm-up leaves a backlog of its own; leave out this one, or the warm-up";
    problems.at([...path, "backlog"], message, { ofKey: true });
  }
  const age = backlog?.age && checkDistribution(checking, backlog.age, [...path, "backlog", "age"]);
  if (backlog?.age && !age) return undefined;
  return {
    ...(backlog && backlog.contacts > 0
      ? { backlog: { contacts: backlog.contacts, ...(age ? { age } : {}) } }
      : {}),
    ...(seats === undefined ? {} : { seats }),
    ...(concurrency === 1 ? {} : { concurrency }),
    ...(slowdown === 0 ? {} : { slowdown }),
  };
}

/** Lines of all queues together are for those who take one. */
export function checkCommonLines(
  lines: number | undefined,
  queues: readonly Queue[],
  problems: ProblemList,
): void {
  if (lines === undefined || queues.length === 0 || queues.some(({ channel }) => takesLine(channel))) return;
  const message = "no queue takes a line: they are for phone and chat; leave lines out";
  problems.at(["lines"], message, { ofKey: true });
}

/** An agent stays with a caller, who is there and alone with him, or not at all. */
export function checkWarmHandover(queues: readonly Queue[], problems: ProblemList): void {
  const whyNot = ({ name, channel, concurrency = 1, interruptible }: Queue) =>
    isDeferred(channel)
      ? `contacts of ${name} wait over night`
      : concurrency > 1
        ? `agents hold several chats of ${name} at once`
        : interruptible
          ? `contacts of ${name} may be put down for others`
          : undefined;
  for (const queue of queues) {
    for (const { to, warm } of queue.after ? passesOf(queue.after) : []) {
      const target = queues.find(({ name }) => name === to);
      const why = warm && (whyNot(queue) ?? (target && whyNot(target)));
      if (!why) continue;
      const message = `nobody can stay with the caller until another answers, as ${why}; leave warm out`;
      problems.at(["queues", queue.name, "after"], message, { ofKey: true });
    }
  }
}

/** The threshold of service level where none is given: a day on deferred channels. */
export function customaryWithinSeconds({ channel }: Pick<QueueInput, "channel">): number {
  return isDeferred(channel) ? 86_400 : 20;
}

interface Misplaced {
  readonly key: readonly string[];
  readonly message: string;
}

/** Keys that say something which cannot be on the queue's channel. */
function misplaced(input: QueueInput): Misplaced[] {
  const { channel, target, concurrency = 1 } = input;
  const one = aContact(channel);
  const deferred = isDeferred(channel);
  const visit = channel === "visit";
  const found: [isWrong: boolean, key: string, message: string][] = [
    [deferred && input.patience !== "never", "patience", `${one} never hangs up; leave patience out`],
    [
      deferred && input.redial !== undefined,
      "redial",
      `${one} neither hangs up nor is turned away; leave redial out`,
    ],
    [deferred && input.lines !== undefined, "lines", `${one} takes no line; leave lines out`],
    [visit && input.lines !== undefined, "lines", `${one} takes no line; say seats: 12 for places to wait`],
    [
      (deferred || visit) && input.countBlocked,
      "countBlocked",
      `${one} hears no busy signal; leave countBlocked out`,
    ],
    [
      deferred && target?.abandoned !== undefined,
      "target.abandoned",
      `${one} never hangs up; leave abandoned out`,
    ],
    [
      deferred && target?.counting !== undefined,
      "target.counting",
      `${one} never hangs up, so there is nothing to count; leave counting out`,
    ],
    [
      !deferred && target?.hours === "open",
      "target.hours",
      `${one} waits only while the centre is open; hours: open is for channels such as email`,
    ],
    [
      !deferred && input.backlog !== undefined,
      "backlog",
      `${one} does not wait over night; a backlog is for channels such as email`,
    ],
    [!visit && input.seats !== undefined, "seats", `${one} needs no seat; seats are for channel: visit`],
    [
      channel !== "chat" && input.concurrency !== undefined,
      "concurrency",
      `an agent does one ${channel} contact at a time; concurrency is for channel: chat`,
    ],
    [
      channel !== "chat" && input.slowdown !== undefined,
      "slowdown",
      `an agent does one ${channel} contact at a time; slowdown is for channel: chat`,
    ],
    [
      channel === "chat" && (input.slowdown ?? 0) > 0 && concurrency === 1,
      "slowdown",
      "an agent who holds one chat at a time is not slowed down; say concurrency: 2 or more",
    ],
  ];
  return found.filter(([isWrong]) => isWrong).map(([, key, message]) => ({ key: key.split("."), message }));
}

/** `an email`, `a contact of channel web`. */
function aContact(channel: QueueInput["channel"]): string {
  switch (channel) {
    case "phone":
      return "a phone call";
    case "chat":
      return "a chat";
    case "visit":
      return "a visitor";
    case "email":
      return "an email";
    case "fax":
      return "a fax";
    default:
      return `a contact of channel ${channel}`;
  }
}
