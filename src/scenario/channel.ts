import type { Span } from "./days.js";
import type { Calendar } from "./scenario.js";

/** Channels whose contacts are there in person or on the line: a closed centre turns them away. */
export const LIVE_CHANNELS = ["phone", "chat", "visit"] as const;
/** Channels whose contacts wait however long it takes, over night and closed days too. */
export const DEFERRED_CHANNELS = ["email", "fax", "web", "edi", "portal"] as const;
/** By which way contacts come. */
export const CHANNELS = [...LIVE_CHANNELS, ...DEFERRED_CHANNELS] as const;

/** The way by which a queue's contacts come; outbound where it is the centre that calls. */
export type Channel = (typeof CHANNELS)[number] | "outbound";

/** Whether contacts of the channel wait while the centre is closed, and never hang up. */
export function isDeferred(channel: Channel): boolean {
  return (DEFERRED_CHANNELS as readonly string[]).includes(channel);
}

/** Whether a contact of the channel takes a line as long as it waits and is served. */
export function takesLine(channel: Channel): boolean {
  return channel === "phone" || channel === "chat" || channel === "outbound";
}

/** The hours over which arrivals without a shape spread: opening hours, for deferred channels every hour. */
export function arrivalHours(
  { channel }: { readonly channel: Channel },
  { open, days }: Calendar,
): readonly Span[] {
  if (!isDeferred(channel)) return open;
  const last = days[days.length - 1]!;
  return [{ fromSeconds: days[0]!.startSeconds, toSeconds: last.startSeconds + last.lengthSeconds }];
}

/**
 * How many contacts of the queue one agent does in the time in which one alone takes its handle time; more
 * than 1 where an agent holds several chats.
 */
export function contactsAtOnce({
  concurrency = 1,
  slowdown = 0,
}: {
  readonly concurrency?: number;
  readonly slowdown?: number;
}): number {
  return concurrency / (1 + slowdown * (concurrency - 1));
}
