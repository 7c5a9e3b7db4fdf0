import type { Distribution } from "../../src/random/distribution.js";
import type { Leads } from "../../src/scenario/outbound.js";
import type { Queue } from "../../src/scenario/queue.js";
import { calendarOf, queueOf, timeOf } from "./plain-scenario.js";

/** What a dialing queue is in a test where nothing else is said: see `dialingQueue`. */
export interface DialingParts {
  readonly leads?: Partial<Leads> & { readonly answersShare?: number };
  readonly mode?: "preview" | "progressive" | "predictive";
  readonly preview?: number | Distribution;
  readonly ringing?: number | Distribution;
  readonly abandonedShare?: number;
  readonly wrongPartyTalk?: number | Distribution;
  readonly queue?: Partial<Omit<Queue, "handle" | "outbound">>;
  readonly handle?: number | Distribution;
  readonly wrap?: number | Distribution;
}

/**
 * A queue whose ten leads are called all day, each at most twice, an hour apart; everybody answers, in
 * person, after ten seconds of ringing, speaks for a minute and refuses.
 */
export function dialingQueue(name: string, parts: DialingParts = {}): Queue {
  const {
    mode = "progressive",
    handle = 60,
    wrap,
    ringing = 10,
    preview = 30,
    queue,
    wrongPartyTalk,
  } = parts;
  const { answersShare = 1, ...leads } = parts.leads ?? {};
  return {
    ...queueOf(name),
    channel: "outbound",
    handle: { talk: timeOf(handle), ...(wrap !== undefined && { wrap: timeOf(wrap) }) },
    ...queue,
    outbound: {
      leads: {
        count: 10,
        perDay: 0,
        attempts: 2,
        retry: timeOf(3600),
        rightPartyShare: 1,
        convertsShare: 0,
        stretches: [{ fromSeconds: 0, toSeconds: calendarOf().horizonSeconds, answersShare }],
        ...leads,
      },
      dialer: {
        mode,
        ...(mode === "preview" && { preview: timeOf(preview) }),
        ringing: timeOf(ringing),
        ...(mode === "predictive" && { abandonedShare: parts.abandonedShare ?? 1 }),
      },
      ...(wrongPartyTalk !== undefined && { wrongPartyTalk: timeOf(wrongPartyTalk) }),
    },
  };
}
