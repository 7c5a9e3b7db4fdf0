import { meanSeconds } from "../random/distribution.js";
import { reachingShare } from "./door.js";
import { expectedHandover } from "./expected-handover.js";
import { type Complaint, passesOf, type Repeat } from "./outcomes.js";
import type { Queue } from "./queue.js";
import type { Calendar } from "./scenario.js";
import { withSplits } from "./split.js";

/** Rounds after which what is still passed on does not matter to an estimate. */
const MOST_ROUNDS = 200;
/** Of one contact, so small a part. */
const NOTHING = 1e-6;

/**
 * Contacts of each queue, by queue and interval, with those that come from other queues, be it with part of
 * their handle time, those who call again
 * and complaints that are looked at again. Rough: all are answered, and come in the interval of the first.
 */
export function withPassedOn(
  queues: readonly Queue[],
  first: readonly Float64Array[],
  calendar: Calendar,
): readonly Float64Array[] {
  const contacts = withSplits(queues, first);
  if (queues.every(({ after }) => after === undefined)) return contacts;
  const places = new Map(queues.map(({ name }, index) => [name, index]));
  const handedOver = queues.map(expectedHandover);
  const calls = queues.map((queue, index) => callsOf(queue, handedOver[index]!.share, calendar));
  const own = contacts.map((counts, index) => counts.map((count) => count * calls[index]!));
  const total = own.map((counts) => counts.slice());
  const complaints = own.map((counts) => counts.map(() => 0));
  let coming = own;
  for (
    let round = 0;
    round < MOST_ROUNDS && coming.some((some) => some.some((one) => one > NOTHING));
    round++
  ) {
    const next = own.map((counts) => counts.map(() => 0));
    for (const [index, { after }] of queues.entries()) {
      const { share } = handedOver[index]!;
      const reaching = share * reachingShare(queues[index]!);
      const limited = share > 0 ? next[places.get(after!.handover!.to)!] : undefined;
      if (limited) for (const [at, count] of coming[index]!.entries()) limited[at]! += count * reaching;
      for (const { to, chance, kind } of after ? passesOf(after) : []) {
        const target = places.get(to);
        if (target === undefined) continue;
        const often = kind === "complaint" ? looksOf(after!.complaint!, calendar) : 1;
        const into = kind === "complaint" ? complaints[target]! : next[target]!;
        for (const [at, count] of coming[index]!.entries()) into[at]! += count * (1 - share) * chance * often;
      }
    }
    coming = next.map((counts, index) => counts.map((count) => count * calls[index]!));
    for (const [index, counts] of coming.entries()) {
      for (const [at, count] of counts.entries()) total[index]![at]! += count;
    }
  }
  return total.map((counts, index) => counts.map((count, at) => count + complaints[index]![at]!));
}

/** How often a customer of the queue calls about one matter, on average. */
function callsOf({ after }: Queue, handedOver: number, calendar: Calendar): number {
  if (!after?.repeat) return 1;
  const passed = passesOf(after).reduce((sum, { chance }) => sum + chance, 0);
  return timesOf(
    (1 - handedOver) * (1 - passed) * after.repeat.chance,
    after.repeat,
    meanSeconds(after.repeat.after),
    calendar,
  );
}

/** How often those in charge look at one complaint, on average. */
function looksOf(complaint: Complaint, calendar: Calendar): number {
  return timesOf(1 - complaint.solved, complaint, meanSeconds(complaint.again), calendar);
}

/** Once, and again each time by this chance. */
function timesOf(
  chance: number,
  { attempts = Number.POSITIVE_INFINITY }: Pick<Repeat, "attempts">,
  afterSeconds: number,
  { horizonSeconds }: Calendar,
): number {
  const most = Math.min(attempts, Math.ceil(horizonSeconds / afterSeconds));
  if (chance >= 1) return 1 + most;
  let times = 1;
  for (let again = 0, share = chance; again < most && share > NOTHING; again++, share *= chance)
    times += share;
  return times;
}
