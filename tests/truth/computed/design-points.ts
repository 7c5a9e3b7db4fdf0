import type { Design } from "../theory/skill-design.js";

type Points = readonly (readonly [title: string, Design])[];
type Queue = Design["queues"][number];
type Team = Design["teams"][number];

const q = (perHour: number, handleSeconds: number, rest: Partial<Queue> = {}): Queue => ({
  perHour,
  handleSeconds,
  ...rest,
});
/** Skills as `queue`, `[queue, preference]` or `[queue, preference, speed]`. */
type Can = number | readonly [number, number, number?];
const t = (agents: number, ...can: readonly Can[]): Team => ({
  agents,
  skills: can.map((one) => {
    const [queue, preference, speed = 1] = typeof one === "number" ? [one, 1] : one;
    return { queue, preference, speed };
  }),
});
/** A team to which a queue's contacts overflow at once. */
const relief = (team: Team, queue: number): Team => ({
  ...team,
  skills: [...team.skills, { queue, preference: 99, speed: 1, overflow: true }],
});
const design = (
  queues: readonly Queue[],
  teams: readonly Team[],
  lines?: number,
  contact: Design["contact"] = "longest-waiting",
): Design => ({ queues, teams, contact, ...(lines !== undefined && { lines }) });

/** Few queues and teams; all bounded by lines. */
export const DESIGNS: Points = [
  ["N: a shared team, longest waiting", design([q(100, 60), q(90, 60)], [t(2, 0), t(2, 0, 1)], 8)],
  ["N: shared team prefers its own", design([q(110, 60), q(80, 60)], [t(2, 0), t(2, [1, 1], [0, 2])], 10)],
  [
    "N: hang-ups, the first queue prefers its team",
    design(
      [q(130, 50, { patienceSeconds: 60 }), q(80, 70, { patienceSeconds: 40 })],
      [t(2, [0, 1]), t(2, [1, 1], [0, 2])],
      12,
    ),
  ],
  [
    "N: hang-ups, longest waiting, other handle times",
    design(
      [q(120, 45, { patienceSeconds: 90 }), q(60, 90, { patienceSeconds: 60 })],
      [t(1, 0), t(2, 0, 1)],
      8,
    ),
  ],
  ["V: one team, longest waiting, two handle times", design([q(120, 30), q(60, 90)], [t(3, 0, 1)], 8)],
  ["V: one team prefers the first", design([q(120, 40), q(80, 60)], [t(3, [0, 1], [1, 2])], 12)],
  [
    "V: lines of each queue's own",
    design([q(150, 40, { lines: 4 }), q(80, 60, { lines: 6 })], [t(3, [0, 1], [1, 2])]),
  ],
  [
    "V: three queues in order of preference",
    design([q(80, 40), q(70, 50), q(60, 60)], [t(3, [0, 1], [1, 2], [2, 3])], 10),
  ],
  ["W: two teams share the middle", design([q(70, 60), q(80, 60), q(70, 60)], [t(2, 0, 1), t(2, 2, 1)], 7)],
  [
    "W: each prefers the side",
    design([q(80, 60), q(70, 60), q(60, 60)], [t(2, [0, 1], [1, 2]), t(2, [2, 1], [1, 2])], 9),
  ],
  [
    "W: each prefers the middle, hang-ups",
    design(
      [
        q(90, 50, { patienceSeconds: 50 }),
        q(70, 50, { patienceSeconds: 50 }),
        q(80, 50, { patienceSeconds: 80 }),
      ],
      [t(2, [0, 2], [1, 1]), t(2, [2, 2], [1, 1])],
      8,
    ),
  ],
  [
    "X: all can do all, own first",
    design([q(100, 60), q(110, 60)], [t(2, [0, 1], [1, 2]), t(2, [1, 1], [0, 2])], 9),
  ],
  [
    "X: all can do all, longest waiting and idle",
    design([q(110, 60), q(90, 60)], [t(2, 0, 1), t(2, 0, 1)], 8),
  ],
  [
    "X: slower at the other's",
    design([q(90, 60), q(90, 60)], [t(2, [0, 1], [1, 2, 0.7]), t(2, [1, 1], [0, 2, 0.7])], 8),
  ],
  [
    "X: unequal sizes, hang-ups",
    design(
      [q(160, 50, { patienceSeconds: 100 }), q(60, 80, { patienceSeconds: 30 })],
      [t(3, [0, 1], [1, 2]), t(1, [1, 1], [0, 2])],
      9,
    ),
  ],
  [
    "M: two queues, a team each and one for both",
    design([q(90, 60), q(90, 60)], [t(1, [0, 1]), t(1, [1, 1]), t(2, [0, 2], [1, 2])], 8),
  ],
  [
    "M: the flexible are taken first",
    design([q(80, 60), q(100, 60)], [t(1, [0, 2]), t(1, [1, 2]), t(2, [0, 1], [1, 1])], 8),
  ],
  [
    "a chain of three",
    design(
      [q(70, 50), q(70, 50), q(70, 50)],
      [t(1, [0, 1], [1, 2]), t(1, [1, 1], [2, 2]), t(1, [2, 1], [0, 2])],
      8,
    ),
  ],
  [
    "overflow at once to a team with work of its own",
    design([q(120, 60), q(60, 60)], [t(2, 0), relief(t(2, 1), 0)], 9),
  ],
  ["overflow both ways", design([q(100, 60), q(100, 60)], [relief(t(2, 0), 1), relief(t(2, 1), 0)], 9)],
  [
    "overflow with hang-ups",
    design([q(140, 60, { patienceSeconds: 45 }), q(50, 90)], [t(2, 0), relief(t(2, 1), 0)], 9),
  ],
];

/** Teams of one queue whose agents differ in speed. */
export const SPEEDS: Points = [
  ["two speeds, longest idle", design([q(180, 30)], [t(1, [0, 1, 1.5]), t(1, [0, 1, 0.5])], 8)],
  ["two speeds, the fast first", design([q(180, 30)], [t(1, [0, 1, 1.5]), t(1, [0, 2, 0.5])], 8)],
  ["two speeds, the slow first", design([q(180, 30)], [t(1, [0, 2, 1.5]), t(1, [0, 1, 0.5])], 8)],
  [
    "three speeds, longest idle",
    design([q(200, 45)], [t(1, [0, 1, 2]), t(1, [0, 1, 1]), t(1, [0, 1, 0.6])], 10),
  ],
  [
    "three speeds, the fast first",
    design([q(200, 45)], [t(1, [0, 1, 2]), t(1, [0, 2, 1]), t(1, [0, 3, 0.6])], 10),
  ],
  ["new and old agents, longest idle", design([q(200, 60)], [t(3, [0, 1, 1.2]), t(2, [0, 1, 0.7])], 12)],
  ["new and old agents, the old first", design([q(200, 60)], [t(3, [0, 1, 1.2]), t(2, [0, 2, 0.7])], 14)],
  [
    "two speeds, hang-ups",
    design([q(160, 60, { patienceSeconds: 60 })], [t(2, [0, 1, 1.3]), t(1, [0, 1, 0.8])], 14),
  ],
  [
    "a queue's speed at each team",
    design([q(100, 50), q(80, 70)], [t(2, [0, 1, 1.4], [1, 2, 0.8]), t(2, [1, 1, 1.2], [0, 2, 0.6])], 8),
  ],
];

/** One team, classes with hang-ups or lines of their own. */
export const PRIORITIES: Points = [
  [
    "both hang up, five agents",
    design(
      [q(100, 90, { patienceSeconds: 60, priority: 1 }), q(120, 90, { patienceSeconds: 120, priority: 2 })],
      [t(5, 0, 1)],
      20,
      "priority",
    ),
  ],
  [
    "only the second hangs up",
    design(
      [q(80, 60, { priority: 1 }), q(140, 60, { patienceSeconds: 40, priority: 2 })],
      [t(3, 0, 1)],
      16,
      "priority",
    ),
  ],
  [
    "other handle times",
    design(
      [q(60, 90, { patienceSeconds: 60, priority: 1 }), q(120, 40, { patienceSeconds: 60, priority: 2 })],
      [t(3, 0, 1)],
      14,
      "priority",
    ),
  ],
  [
    "three classes, hang-ups",
    design(
      [
        q(60, 60, { patienceSeconds: 60, priority: 1 }),
        q(70, 60, { patienceSeconds: 60, priority: 2 }),
        q(80, 60, { patienceSeconds: 60, priority: 3 }),
      ],
      [t(3, 0, 1, 2)],
      12,
      "priority",
    ),
  ],
  [
    "priority before preference",
    design(
      [q(80, 60, { priority: 2 }), q(80, 60, { priority: 1 })],
      [t(2, [0, 1], [1, 2]), t(1, [1, 1])],
      10,
      "priority",
    ),
  ],
  [
    "equal priority, longest waiting",
    design(
      [q(90, 50, { priority: 1 }), q(60, 70, { priority: 1, patienceSeconds: 80 })],
      [t(3, 0, 1)],
      8,
      "priority",
    ),
  ],
];

const again = (chance: number, afterSeconds: number) => ({ redial: { chance, afterSeconds } });
const alone = (agents: number, queue: Queue, most: number): Design => ({
  queues: [queue],
  teams: [t(agents, 0)],
  contact: "longest-waiting",
  most,
});

/** Callers who try again after a hang-up or a busy signal, as often as chance has it. */
export const REDIALS: Points = [
  ["after hang-ups, three agents", alone(3, q(200, 50, { patienceSeconds: 40, ...again(0.5, 200) }), 60)],
  ["after hang-ups, six agents", alone(6, q(200, 110, { patienceSeconds: 60, ...again(0.7, 300) }), 90)],
  ["after hang-ups, ten agents", alone(10, q(210, 170, { patienceSeconds: 100, ...again(0.4, 600) }), 70)],
  ["after busy signals, one agent", alone(1, q(200, 10, { lines: 1, ...again(0.8, 30) }), 60)],
  ["after busy signals, three agents", alone(3, q(200, 50, { lines: 3, ...again(0.6, 100) }), 70)],
  ["after busy signals, six lines", alone(4, q(210, 65, { lines: 6, ...again(0.9, 120) }), 90)],
  ["after both, five lines", alone(3, q(210, 55, { lines: 5, patienceSeconds: 50, ...again(0.5, 150) }), 60)],
  [
    "after both, twelve lines",
    alone(8, q(210, 140, { lines: 12, patienceSeconds: 90, ...again(0.6, 300) }), 90),
  ],
];
