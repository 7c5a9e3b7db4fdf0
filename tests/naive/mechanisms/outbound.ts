import type { Distribution } from "../../../src/random/distribution.js";
import type { Leads, Outbound } from "../../../src/scenario/outbound.js";
import type { Queue } from "../../../src/scenario/queue.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { queueOf } from "../../engine/plain-scenario.js";
import type { Choices } from "../random-scenario.js";

/** By chance one queue more, or two, whose leads are called by some of the teams. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.3)) return scenario;
  const added = choices.list(choices.of(1, 1, 1, 2), (index) =>
    outboundQueue(choices, scenario, `leads ${index}`, onGrid),
  );
  const teams = scenario.teams.map((team) => {
    const skills = added
      .filter(() => choices.chance(0.7))
      .map(({ name }) => ({
        queue: name,
        preference: choices.whole(1, 3),
        speed: choices.of(1, 1, onGrid ? 2 : 1.3),
        ...(choices.chance(0.2) && { whenFree: choices.whole(2, 3) }),
        ...(team.tenure && choices.chance(0.3) && { licence: { afterSeconds: 12 * 3600, passShare: 0.8 } }),
      }));
    return { ...team, skills: [...team.skills, ...skills] };
  });
  return { ...scenario, queues: [...scenario.queues, ...added], teams };
}

/** Whether leads are called. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ outbound }) => outbound !== undefined);
}

function outboundQueue(choices: Choices, scenario: Scenario, name: string, onGrid: boolean): Queue {
  const time = (mean: number): Distribution =>
    onGrid || choices.chance(0.3)
      ? { kind: "constant", seconds: mean }
      : { kind: "exponential", meanSeconds: mean };
  const names = [...new Set(scenario.teams.flatMap(({ has = [] }) => has.map((one) => one.name)))];
  const mode = choices.of("preview", "progressive", "predictive", "predictive");
  const rightPartyShare = choices.of(1, 0.6);
  const outbound: Outbound = {
    leads: leadsOf(choices, scenario, rightPartyShare, time),
    dialer: {
      mode,
      ...(mode === "preview" && { preview: time(choices.of(30, 60)) }),
      ringing: time(choices.of(0, 30, 30, 60)),
      ...(mode === "predictive" && { abandonedShare: choices.of(0, 0.03, 0.1, 1) }),
    },
    ...(rightPartyShare < 1 && { wrongPartyTalk: time(choices.of(0, 30)) }),
  };
  return {
    ...queueOf(name),
    channel: "outbound",
    handle: {
      talk: time(choices.of(120, 300)),
      ...(choices.chance(0.2) && { hold: time(30) }),
      ...(choices.chance(0.5) && { wrap: time(60) }),
    },
    ...(choices.chance(0.4) && { lines: choices.whole(1, 6) }),
    priority: choices.whole(1, 3),
    ...(choices.chance(0.3) && { risesSeconds: 60 }),
    ...(choices.chance(0.3) && { ratio: 2 }),
    ...(names.length > 0 && choices.chance(0.5) && { needs: choices.some(names, 0.5) }),
    outbound,
  };
}

function leadsOf(
  choices: Choices,
  { calendar, currency }: Scenario,
  rightPartyShare: number,
  time: (mean: number) => Distribution,
): Leads {
  const open = calendar.open
    .map(({ fromSeconds, toSeconds }) => ({
      fromSeconds: Math.max(0, fromSeconds),
      toSeconds: Math.min(calendar.horizonSeconds, toSeconds),
    }))
    .filter(({ fromSeconds, toSeconds }) => toSeconds > fromSeconds);
  const stretches = open.flatMap(({ fromSeconds, toSeconds }) => {
    const middle = fromSeconds + 60 * Math.floor((toSeconds - fromSeconds) / 120);
    const parts =
      choices.chance(0.5) && middle > fromSeconds
        ? [
            [fromSeconds, middle],
            [middle + choices.of(0, 0, 1800), toSeconds],
          ]
        : [[fromSeconds, toSeconds]];
    return parts
      .filter(([from, to]) => to > from)
      .map(([from, to]) => ({ fromSeconds: from, toSeconds: to, answersShare: choices.of(0.3, 0.6, 1) }));
  });
  return {
    count: choices.of(0, 20, 60, 150),
    perDay: choices.of(0, 10, 30),
    attempts: choices.whole(1, 4),
    retry: time(choices.of(600, 3600, 5 * 3600)),
    rightPartyShare,
    convertsShare: choices.of(0, 0.3, 1),
    ...(currency && choices.chance(0.5) && { value: 90 }),
    ...(choices.chance(0.5) && {
      appointment: {
        chance: choices.of(0.2, 1),
        after: time(choices.of(1800, 3 * 3600, 24 * 3600)),
        answersShare: choices.of(0.5, 1),
        convertsShare: 0.5,
      },
    }),
    stretches,
  };
}
