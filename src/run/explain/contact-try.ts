import type { Model } from "../../model/model.js";
import type { ModelPass } from "../../model/outcomes.js";
import { momentAt } from "../../scenario/moment.js";
import { serviceLevelParts } from "../../statistics/service-level.js";
import type { Caller } from "./caller-watch.js";
import type {
  ContactAfter,
  ContactTry,
  DoorStep,
  LineMoves,
  Outcome,
  PassedOverflow,
  ServiceVerdict,
  TeamView,
} from "./contact-story.js";
import { opensFor, openWait } from "./deferred-wait.js";
import type { DrawnLuck } from "./drawn-luck.js";
import { countsOf } from "./team-views.js";
import type { Line } from "./watched-lines.js";

/** What is known of a call while it goes on; times are those of the trace. */
export interface OpenTry {
  readonly cameSeconds: number;
  readonly queue: number;
  readonly caller: Caller;
  /** Redials since it last came otherwise. */
  readonly redials: number;
  readonly line: Line;
  readonly teams: readonly TeamView[];
  readonly overflows: PassedOverflow[];
  /** What befell it before an agent took it. */
  readonly door: { readonly what: DoorStep["what"]; readonly seconds: number }[];
  waited: boolean;
  readonly moves: OpenMoves;
  outcome: Outcome | undefined;
  atSeconds: number;
  answer: OpenAnswer | undefined;
  /** Whether the agent who took it was behind the quota, and that hurries. */
  hurried: boolean;
  /** Whether its customer, who did not try again, was treated badly. */
  treatedBadly: boolean;
  redialSeconds: number | undefined;
  /** What came of it when it had been answered. */
  readonly after: OpenAfter;
}

/** What comes of an answered call; moments are undefined until it does. */
export interface OpenAfter {
  passSeconds: number | undefined;
  passed: ModelPass | undefined;
  repeatSeconds: number | undefined;
  isSolved: boolean;
  isSold: boolean;
  isKept: boolean;
}

/** Who took it; the end is NaN until it is known. */
export interface OpenAnswer {
  readonly agent: number;
  readonly before: NonNullable<ContactTry["answer"]>["before"];
  endSeconds: number;
  /** Who has it in hand now, or had it last: another one, once it has been put down. */
  inHandOf: number;
  /** How often it was put down, how long it then lay, and since when it lies now. */
  putDowns: number;
  putDownSeconds: number;
  putDownAt: number;
}

/** How the line moves, counted. */
export type OpenMoves = { -readonly [K in keyof Omit<LineMoves, "othersAnswered">]: number } & {
  /** By queue. */
  readonly others: Float64Array;
};

/** Somebody has just taken it. */
export function newAnswer(agent: number, before: OpenAnswer["before"]): OpenAnswer {
  return {
    agent,
    before,
    inHandOf: agent,
    endSeconds: Number.NaN,
    putDowns: 0,
    putDownSeconds: 0,
    putDownAt: Number.NaN,
  };
}

/** A call has just come; so many queues there are. */
export function newTry(
  come: Pick<OpenTry, "cameSeconds" | "queue" | "caller" | "redials" | "line" | "teams">,
  queues: number,
): OpenTry {
  return {
    ...come,
    overflows: [],
    door: [],
    waited: false,
    hurried: false,
    treatedBadly: false,
    moves: noMoves(queues),
    outcome: undefined,
    atSeconds: come.cameSeconds,
    answer: undefined,
    redialSeconds: undefined,
    after: nothingAfter(),
  };
}

/** Nothing has come of it yet. */
function nothingAfter(): OpenAfter {
  return {
    passSeconds: undefined,
    passed: undefined,
    repeatSeconds: undefined,
    isSolved: false,
    isSold: false,
    isKept: false,
  };
}

/** No moves yet. */
function noMoves(queues: number): OpenMoves {
  return {
    aheadAnswered: 0,
    aheadHungUp: 0,
    aheadUnserved: 0,
    overtaken: 0,
    loggedOn: 0,
    loggedOff: 0,
    pausesBegun: 0,
    others: new Float64Array(queues),
  };
}

/** The call as the story tells it. */
export function closedTry(
  model: Model,
  open: OpenTry,
  { ageSeconds, patienceSeconds }: DrawnLuck,
  answer: ContactTry["answer"],
): ContactTry {
  const { calendar, queues } = model.scenario;
  const names = queues.map(({ name }) => name);
  const { cameSeconds, atSeconds, line, redialSeconds } = open;
  const outcome = open.outcome ?? "waiting";
  const { others, ...moves } = open.moves;
  const interval = calendar.intervals.findLast(({ startSeconds }) => startSeconds <= cameSeconds);
  const opens = calendar.open.find(({ fromSeconds }) => fromSeconds > cameSeconds);
  const metClosed = outcome === "closed" || outcome === "unserved";
  const after = afterOf(model, open);
  const sinceSeconds = cameSeconds - ageSeconds;
  const openWaitSeconds = openWait(model, open.queue, sinceSeconds, atSeconds);
  const waitsFor = opensFor(model, open.queue, cameSeconds);
  const { channel, seats, customers } = queues[open.queue];
  return {
    queue: names[open.queue],
    ...(channel !== "phone" && { channel }),
    by: open.caller.by,
    came: momentAt(calendar, cameSeconds),
    interval: interval?.start,
    ahead: line.ahead,
    othersWaiting: line.othersWaiting,
    lines: line.lines,
    teams: open.teams,
    ...(open.door.length > 0 && {
      door: open.door.map(({ what, seconds }) => ({ what, at: momentAt(calendar, seconds) })),
    }),
    overflows: open.overflows,
    wait: open.waited ? { ...moves, othersAnswered: countsOf(others, names) } : undefined,
    waitSeconds: atSeconds - sinceSeconds,
    ...(ageSeconds > 0 && { ageSeconds }),
    ...(openWaitSeconds !== undefined && { openWaitSeconds }),
    ...(waitsFor !== undefined && { waitsFor: momentAt(calendar, waitsFor) }),
    ...(seats !== undefined && { seats }),
    outcome,
    at: momentAt(calendar, atSeconds),
    opens:
      metClosed && opens && opens.fromSeconds < model.horizonSeconds
        ? momentAt(calendar, opens.fromSeconds)
        : undefined,
    redial:
      redialSeconds === undefined
        ? undefined
        : { at: momentAt(calendar, redialSeconds), afterSeconds: redialSeconds - atSeconds },
    redialsBefore: open.redials,
    mostRedials: model.queues[open.queue].redial?.attempts ?? 0,
    ...(after && { after }),
    ...(open.treatedBadly && { treatedBadly: { leaveShare: customers!.leaveShare } }),
    service: verdictOf(model, open, outcome, atSeconds - (openWaitSeconds ?? atSeconds - sinceSeconds)),
    patienceSeconds: heardPatience(model, open, patienceSeconds),
    answer,
  };
}

/** Who hears how long the wait is may be more patient, or less. */
function heardPatience({ scenario }: Model, { queue, door }: OpenTry, patienceSeconds: number): number {
  const isTold = door.some(({ what }) => what === "hears");
  return isTold ? patienceSeconds * scenario.queues[queue].announce!.patienceFactor : patienceSeconds;
}

/** Undefined where nothing came of it. */
function afterOf({ scenario }: Model, open: OpenTry): ContactAfter | undefined {
  const { answer, caller } = open;
  const { passSeconds, passed, repeatSeconds, isSolved, isSold, isKept } = open.after;
  const { calendar, queues } = scenario;
  const isComplaint = caller.pass?.kind === "complaint";
  if (passed === undefined && repeatSeconds === undefined && !isSold && !isKept && !isComplaint)
    return undefined;
  return {
    ...(passed &&
      passSeconds !== undefined && {
        passed: {
          kind: passed.kind,
          to: queues[passed.to].name,
          at: momentAt(calendar, passSeconds),
          isWarm: passed.warm !== undefined,
          ...(passed.kind === "handover" && {
            limitSeconds: queues[open.queue].after!.handover!.afterSeconds,
          }),
        },
      }),
    ...(repeatSeconds !== undefined && {
      repeat: {
        at: momentAt(calendar, repeatSeconds),
        afterSeconds: repeatSeconds - (answer === undefined ? open.atSeconds : answer.endSeconds),
      },
    }),
    ...(isComplaint && { complaint: isSolved ? ("solved" as const) : ("open" as const) }),
    isSold,
    isKept,
  };
}

/** Counts the contact alone, as its queue counts all of them. */
function verdictOf(
  { scenario }: Model,
  { queue, cameSeconds, atSeconds, door }: OpenTry,
  outcome: Outcome,
  sinceSeconds: number,
): ServiceVerdict {
  const { serviceLevel, countBlocked } = scenario.queues[queue];
  const { counting, withinSeconds, underSeconds } = serviceLevel;
  const one = (is: boolean) => (is ? 1 : 0);
  // Who is called back is in no service level.
  const answered = outcome === "answered" && !door.some(({ what }) => what === "asksCallback");
  const abandoned = outcome === "abandoned";
  // Compared as moments, as the simulation does.
  const { met, of } = serviceLevelParts(counting, {
    offered: one(answered || abandoned || (outcome === "blocked" && countBlocked)),
    answered: one(answered),
    answeredWithin: one(answered && atSeconds <= sinceSeconds + withinSeconds),
    abandonedWithin: one(abandoned && atSeconds <= sinceSeconds + withinSeconds),
    abandonedUnder: one(abandoned && atSeconds <= sinceSeconds + underSeconds),
  });
  return {
    counting,
    withinSeconds,
    underSeconds,
    countBlocked,
    verdict: of === 0 ? "left out" : met > 0 ? "met" : "missed",
    counted: cameSeconds >= scenario.calendar.warmupSeconds,
  };
}
