import { isDeferred } from "../channel.js";
import type { Announcement, Callback, HandleGrowth, SelfService } from "../door.js";
import type { Queue } from "../queue.js";
import type { QueueInput } from "../schema/queue.js";
import { type Path, treeAt } from "../tree.js";
import { type Checking, checkDistribution } from "./checking.js";

type Door = Pick<Queue, "selfService" | "announce" | "callback" | "handleGrowth">;

/**
 * What happens to contacts of a queue before an agent takes them; undefined where it has problems, which are
 * reported.
 */
export function checkDoor(checking: Checking, input: QueueInput, path: Path): Door | undefined {
  refuseMisplaced(checking, input, path);
  const selfService = input.selfService && checkSelfService(checking, input.selfService, path);
  const announce = input.announce && checkAnnouncement(checking, input, path);
  const callback = input.callback && checkCallback(checking, input.callback, path);
  const handleGrowth = input.handle.grows && checkGrowth(checking, input.handle, path);
  if (input.selfService && !selfService) return undefined;
  if (input.announce && !announce) return undefined;
  if (input.callback && !callback) return undefined;
  if (input.handle.grows && !handleGrowth) return undefined;
  return {
    ...(handleGrowth ? { handleGrowth } : {}),
    ...(selfService ? { selfService } : {}),
    ...(announce ? { announce } : {}),
    ...(callback ? { callback } : {}),
  };
}

/** What makes no sense on the queue's channel. */
function refuseMisplaced({ problems }: Checking, input: QueueInput, path: Path): void {
  const { channel } = input;
  const refuse = (key: string, message: string) =>
    problems.at([...path, ...key.split(".")], message, { ofKey: true });
  if (isDeferred(channel) || channel === "outbound") {
    const where = `on channel ${channel}`;
    if (input.selfService) refuse("selfService", `nobody waits in self-service ${where}; leave it out`);
    if (input.announce) refuse("announce", `nobody is told how long the wait is ${where}; leave it out`);
    if (input.handle.grows) refuse("handle.grows", `nobody complains of the wait ${where}; leave it out`);
  }
  if (input.interruptible && input.handle.grows) {
    refuse("handle.grows", "what may be put down is done without a caller who complains; leave grows out");
  }
  if (input.callback && input.interruptible) {
    refuse(
      "callback",
      "who waits for a call is not put down for others; leave callback or interruptible out",
    );
  }
  if (input.callback && channel !== "phone") {
    refuse("callback", `callbacks are for channel phone, not ${channel}; leave callback out`);
  }
}

function checkSelfService(
  checking: Checking,
  { time: input, contains, harder, reaches, always }: NonNullable<QueueInput["selfService"]>,
  path: Path,
): SelfService | undefined {
  const time = checkDistribution(checking, input, [...path, "selfService", "time"]);
  if (!time) return undefined;
  return { time, containsShare: contains, harderShare: harder, reachesShare: reaches, always };
}

function checkAnnouncement(
  { problems }: Checking,
  { announce, patience }: QueueInput,
  path: Path,
): Announcement | undefined {
  const { over, leave: steps = [], patience: patienceFactor = 1 } = announce!;
  const at = [...path, "announce"];
  let isSound = true;
  const refuse = (where: Path, message: string, ofKey = false) => {
    problems.at(where, message, { ofKey });
    isSound = false;
  };
  if (announce!.patience !== undefined && patience === "never") {
    const message = "there is no patience to multiply: callers of this queue never hang up; give patience";
    refuse([...at, "patience"], message);
  }
  if (steps.every(({ share }) => share === 0) && patienceFactor === 1) {
    const message = "the announcement changes nothing: nobody leaves and nobody waits longer or shorter";
    refuse(at, `${message}; give leave or patience`, true);
  }
  for (const [index, step] of steps.entries()) {
    const where = [...at, "leave", index, "over"];
    const before = steps[index - 1];
    if (before && step.over <= before.over) {
      refuse(where, "the steps of leave do not rise: this one begins no later than the one before");
    } else if (index > 0 && step.over <= over) {
      const message =
        "this step begins no later than the announcement itself, so the step before never counts";
      refuse(where, `${message}; leave that step out, or announce sooner`);
    }
  }
  if (!isSound) return undefined;
  const leave = steps.map((step) => ({ overSeconds: step.over, share: step.share }));
  return { overSeconds: over, leave, patienceFactor };
}

function checkCallback(
  { problems, sections }: Checking,
  input: NonNullable<QueueInput["callback"]>,
  path: Path,
): Callback | undefined {
  const at = [...path, "callback"];
  const isGiven = (key: string) => treeAt(sections.tree, [...at, key]) !== undefined;
  if (input.attempts === 1 && isGiven("retry")) {
    problems.at([...at, "retry"], "there is no second call to wait for; give attempts of 2 or more");
    return undefined;
  }
  if (input.reach === 1 && (isGiven("retry") || isGiven("attempts"))) {
    const key = isGiven("retry") ? "retry" : "attempts";
    const message = `every first call reaches the customer, so ${key} has no use; give reach below 100%`;
    problems.at([...at, key], message, { ofKey: true });
    return undefined;
  }
  return {
    overSeconds: input.over,
    acceptShare: input.accept,
    ...(input.keep === "line" ? {} : { afterSeconds: input.keep.after }),
    reachShare: input.reach,
    attempts: input.attempts,
    retrySeconds: input.retry,
    dialSeconds: input.dial,
  };
}

function checkGrowth(
  { problems }: Checking,
  { grows, talk }: QueueInput["handle"],
  path: Path,
): HandleGrowth | undefined {
  const { per, by, most } = grows!;
  if (!talk) {
    const message = "there is no talk to grow; give talk beside hold and wrap";
    problems.at([...path, "handle", "grows"], message, { ofKey: true });
    return undefined;
  }
  return { perSeconds: per, byShare: by, ...(most === undefined ? {} : { mostShare: most }) };
}
