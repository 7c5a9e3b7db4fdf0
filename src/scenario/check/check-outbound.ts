import { formatClock } from "../../kit/clock.js";
import { meanSeconds } from "../../random/distribution.js";
import { clockSpans, type Span } from "../days.js";
import { momentAt } from "../moment.js";
import { openStretches } from "../open-stretches.js";
import type { Dialer, Leads, Outbound } from "../outbound.js";
import type { Queue } from "../queue.js";
import type { OutboundQueueInput } from "../schema/outbound.js";
import { type AnswersStep, readAnswers } from "../tables/read-answers.js";
import type { Path } from "../tree.js";
import { checkHandle } from "./check-handle.js";
import { type Checking, checkDistribution, tableAt } from "./checking.js";

type LeadsInput = OutboundQueueInput["leads"];

/** A queue that a dialer works on; `undefined` where there are problems, which are reported. */
export function checkOutboundQueue(
  checking: Checking,
  name: string,
  input: OutboundQueueInput,
): Queue | undefined {
  const path = ["queues", name];
  const handle = checkHandle(checking, input.handle, [...path, "handle"]);
  const leads = checkLeads(checking, input.leads, [...path, "leads"]);
  const dialer = checkDialer(checking, input.dialer, [...path, "dialer"]);
  const wrongPartyTalk = checkWrongParty(checking, input, path);
  if (!handle || !leads || !dialer || wrongPartyTalk === "wrong") return undefined;
  const outbound: Outbound = { leads, dialer, ...(wrongPartyTalk && { wrongPartyTalk }) };
  return {
    name,
    channel: "outbound",
    arrivals: { kind: "replay", atSeconds: [] },
    handle,
    ...(input.lines === undefined ? {} : { lines: input.lines }),
    priority: input.priority,
    ...(input.rises === undefined ? {} : { risesSeconds: input.rises }),
    ...(input.ratio === undefined ? {} : { ratio: input.ratio }),
    ...(input.needs === undefined ? {} : { needs: input.needs }),
    outbound,
    serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 },
    countBlocked: false,
  };
}

function checkWrongParty(checking: Checking, input: OutboundQueueInput, path: Path) {
  const { wrongParty } = input.handle;
  if (wrongParty === undefined) {
    if (input.leads.rightParty === 1) return undefined;
    const message = "wrongParty is missing: how long a call takes that somebody else answers";
    checking.problems.at([...path, "handle"], `${message}, as in wrongParty: {talk: 40s}`, { ofKey: true });
    return "wrong";
  }
  if (input.leads.rightParty === 1) {
    const message = "every call reaches the right person; give leads.rightParty, or leave wrongParty out";
    checking.problems.at([...path, "handle", "wrongParty"], message, { ofKey: true });
    return "wrong";
  }
  return checkDistribution(checking, wrongParty.talk, [...path, "handle", "wrongParty", "talk"]) ?? "wrong";
}

function checkDialer(
  checking: Checking,
  input: OutboundQueueInput["dialer"],
  path: Path,
): Dialer | undefined {
  const { mode } = input;
  const refuse = (key: "preview" | "most", message: string) =>
    checking.problems.at([...path, key], message, { ofKey: true });
  if (mode === "preview" && input.preview === undefined) {
    const message = "preview is missing: how long the agent looks at a lead first, as in preview: 30s";
    checking.problems.at([...path, "mode"], message);
  }
  if (mode !== "preview" && input.preview !== undefined) {
    refuse("preview", `in mode ${mode} nobody looks at a lead first; leave preview out`);
  }
  if (mode !== "predictive" && input.most !== undefined) {
    refuse("most", `in mode ${mode} an agent is there before the dial, no call is abandoned; leave most out`);
  }
  const preview = input.preview && checkDistribution(checking, input.preview, [...path, "preview"]);
  const ringing = checkDistribution(checking, input.ringing, [...path, "ringing"]);
  if (!ringing || (mode === "preview") !== (preview !== undefined)) return undefined;
  return {
    mode,
    ...(preview && { preview }),
    ringing,
    ...(mode === "predictive" && { abandonedShare: input.most ?? 0.03 }),
  };
}

function checkLeads(checking: Checking, input: LeadsInput, path: Path): Leads | undefined {
  const { problems } = checking;
  const { count, perDay, attempts, appointment } = input;
  if (count === 0 && perDay === 0) {
    problems.at(path, "there is nobody to call; expected count, perDay or both", { ofKey: true });
  }
  const retry = checkDistribution(checking, input.retry, [...path, "retry"]);
  const after =
    appointment && checkDistribution(checking, appointment.after, [...path, "appointment", "after"]);
  const stretches = checkStretches(checking, input, path);
  if (retry && attempts > 1 && meanSeconds(retry) === 0) {
    problems.at(
      [...path, "retry"],
      "who was not reached is dialed again at once; expected a time above zero",
    );
  }
  if (!retry || !stretches || (appointment && !after)) return undefined;
  return {
    count,
    perDay,
    attempts,
    retry,
    rightPartyShare: input.rightParty,
    convertsShare: input.converts,
    ...(input.value === undefined ? {} : { value: input.value }),
    ...(appointment &&
      after && {
        appointment: {
          chance: appointment.chance,
          after,
          answersShare: appointment.answers,
          convertsShare: appointment.converts,
        },
      }),
    stretches,
  };
}

/** When leads are called: in their hours, while the centre is open, each stretch with its chance. */
function checkStretches(checking: Checking, input: LeadsInput, path: Path): Leads["stretches"] | undefined {
  const { calendar, problems } = checking;
  const hours = input.hours === undefined ? calendar.open : openStretches(calendar.days, input.hours);
  const called = common(hours, calendar.open)
    .map((span) => ({
      fromSeconds: Math.max(0, span.fromSeconds),
      toSeconds: Math.min(calendar.horizonSeconds, span.toSeconds),
    }))
    .filter((span) => span.toSeconds > span.fromSeconds);
  if (called.length === 0) {
    const message = "the centre is never open in these hours: no lead is ever called";
    problems.at([...path, "hours"], message, { severity: "warning" });
    return [];
  }
  const steps = answersOf(checking, input.answers, [...path, "answers"]);
  if (!steps) return undefined;
  const stretches = called.flatMap((span) =>
    common(steps, [span]).map((one) => ({ ...one, answersShare: steps[one.first]!.answersShare })),
  );
  const silent = called.flatMap((span) => firstGap(span, stretches));
  const none = stretches.filter(({ answersShare }) => answersShare === 0).map((one) => one.fromSeconds);
  const worst = [...silent, ...none].sort((a, b) => a - b)[0];
  if (worst !== undefined) {
    const { date, clockSeconds } = momentAt(calendar, worst);
    const when = `${date} ${formatClock(clockSeconds)}`;
    const message = `leads are called on ${when}, when nobody answers; expected a chance above 0%`;
    problems.at([...path, "answers"], `${message}, or hours without that time`);
    return undefined;
  }
  return stretches.map(({ fromSeconds, toSeconds, answersShare }) => ({
    fromSeconds,
    toSeconds,
    answersShare,
  }));
}

function answersOf(checking: Checking, input: LeadsInput["answers"], path: Path): AnswersStep[] | undefined {
  const { calendar, problems } = checking;
  if (typeof input === "number") {
    return [{ fromSeconds: 0, toSeconds: calendar.horizonSeconds, answersShare: input }];
  }
  if ("table" in input) {
    const { table } = input;
    const read = (text: string) => readAnswers(text, table, calendar, (problem) => problems.take(problem));
    const steps = tableAt(checking, [...path, "table"], table, read);
    return problems.hasErrorIn(table) ? undefined : steps;
  }
  const ordered = [...input.entries()].sort(([, a], [, b]) => a.from - b.from);
  for (const [at, [index, span]] of ordered.entries()) {
    const before = ordered[at - 1]?.[1];
    if (before && span.from < before.to) {
      const ends = `which ends at ${formatClock(before.to)}`;
      const message = `${formatClock(span.from)} lies in the span before, ${ends}`;
      problems.at([...path, index, "from"], message);
      return undefined;
    }
  }
  return calendar.days.flatMap((day) =>
    ordered
      .flatMap(([, { from, to, chance }]) =>
        clockSpans(day, from, to).map((span) => ({ ...span, answersShare: chance })),
      )
      .sort((a, b) => a.fromSeconds - b.fromSeconds),
  );
}

/** What two ascending lists of spans have in common; `first` is the place in the first list. */
function common(some: readonly Span[], others: readonly Span[]): (Span & { readonly first: number })[] {
  const found: (Span & { readonly first: number })[] = [];
  let from = 0;
  for (const [first, one] of some.entries()) {
    while (from < others.length && others[from]!.toSeconds <= one.fromSeconds) from++;
    for (let at = from; at < others.length && others[at]!.fromSeconds < one.toSeconds; at++) {
      found.push({
        fromSeconds: Math.max(one.fromSeconds, others[at]!.fromSeconds),
        toSeconds: Math.min(one.toSeconds, others[at]!.toSeconds),
        first,
      });
    }
  }
  return found;
}

/** Where the first part of the span begins that no stretch covers; empty where there is none. */
function firstGap(span: Span, stretches: readonly Span[]): number[] {
  let reached = span.fromSeconds;
  for (const { fromSeconds, toSeconds } of stretches) {
    if (toSeconds <= reached) continue;
    if (fromSeconds > reached) break;
    reached = toSeconds;
  }
  return reached < span.toSeconds ? [reached] : [];
}
