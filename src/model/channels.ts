import type { Distribution } from "../random/distribution.js";
import { isDeferred, takesLine } from "../scenario/channel.js";
import type { Scenario } from "../scenario/scenario.js";
import { OpenHours } from "./open-hours.js";

/** What the queues' channels ask of the engine, by queue. */
export interface ChannelTables {
  /** 1 where contacts wait while the centre is closed. */
  readonly isDeferred: Uint8Array;
  /** 1 where contacts take lines. */
  readonly takesLine: Uint8Array;
  /** Places to wait; Infinity where there is no limit. Undefined where no queue has seats. */
  readonly seats: Float64Array | undefined;
  readonly backlogs: readonly ({ readonly contacts: number; readonly age?: Distribution } | undefined)[];
  /** 1 where waits count in opening hours only; undefined where none does, and then the hours too. */
  readonly countsOpen: Uint8Array | undefined;
  readonly openHours: OpenHours | undefined;
  /** Undefined where no agent holds more than one contact at once. */
  readonly chats: ChatTables | undefined;
}

/** How many contacts an agent may hold at once. */
export interface ChatTables {
  /** By queue: most contacts that an agent who holds one of it may hold. */
  readonly concurrency: Int32Array;
  /** By queue: how much longer one takes for each other that the agent holds. */
  readonly slowdown: Float64Array;
  /** The greatest concurrency. */
  readonly most: number;
}

/** The scenario's channels as tables; undefined where every queue is a plain phone queue. */
export function compileChannels({ queues, calendar }: Scenario): ChannelTables | undefined {
  const concurrency = Int32Array.from(queues, (queue) => queue.concurrency ?? 1);
  const most = concurrency.reduce((greatest, one) => Math.max(greatest, one), 1);
  const countsOpen = queues.some(({ serviceLevel }) => serviceLevel.hours === "open");
  const isPlain = queues.every(({ channel, seats }) => takesLine(channel) && seats === undefined);
  if (isPlain && most === 1 && !countsOpen) return undefined;
  return {
    isDeferred: Uint8Array.from(queues, ({ channel }) => (isDeferred(channel) ? 1 : 0)),
    takesLine: Uint8Array.from(queues, ({ channel }) => (takesLine(channel) ? 1 : 0)),
    seats: queues.some(({ seats }) => seats !== undefined)
      ? Float64Array.from(queues, ({ seats = Number.POSITIVE_INFINITY }) => seats)
      : undefined,
    backlogs: queues.map(({ backlog }) => backlog),
    countsOpen: countsOpen
      ? Uint8Array.from(queues, ({ serviceLevel }) => (serviceLevel.hours === "open" ? 1 : 0))
      : undefined,
    openHours: countsOpen ? new OpenHours(calendar) : undefined,
    chats:
      most === 1
        ? undefined
        : { concurrency, slowdown: Float64Array.from(queues, ({ slowdown = 0 }) => slowdown), most },
  };
}
