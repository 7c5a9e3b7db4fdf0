import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { calendarOf, queueOf, routingOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";
import type { Check, Tell } from "./checks.js";
import type { Engine, Turns } from "./engine-build.js";

const after = { kind: "constant", seconds: 3 } as const;
const teams = [teamOf("team", { agents: 0 })];
const redial = { chance: 1, after, attempts: 2 };

/** Contacts one after the other, of which each is gone before the next but one. */
const CASES: readonly ((at: readonly number[]) => Partial<Scenario>)[] = [
  (at) => ({ queues: [queueOf("calls", { at, handle: 9.9 })] }),
  (at) => ({ teams, queues: [queueOf("calls", { at, patience: 2 })] }),
  (at) => ({ teams, queues: [queueOf("calls", { at, patience: 2, redial })] }),
  (at) => ({ teams, queues: [queueOf("calls", { at, lines: 0 })] }),
  (at) => ({ teams, queues: [queueOf("calls", { at, lines: 0, redial })] }),
  (at) => ({ calendar: calendarOf({ open: [[80_000, 86_400]] }), queues: [queueOf("calls", { at })] }),
  (at) => ({
    queues: [queueOf("calls", { at: at.flatMap((one) => [one, one]), handle: 4 })],
    routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 30, to: [] }] }),
  }),
  (at) => ({
    teams,
    calendar: calendarOf({
      open: Array.from({ length: 288 }, (_, index) => [index * 300, index * 300 + 290] as const),
    }),
    queues: [queueOf("calls", { at })],
  }),
];

/** Whether many contacts need no more storage than few, be they kept until their service ends or not. */
export function storageChecks(turns: Turns): Check[] {
  return CASES.flatMap((parts, index) => {
    const models = [60, 2500].map((count) =>
      compile(scenarioOf(parts(Array.from({ length: count }, (_, call) => call * 10)))),
    );
    return [false, true].map((keepsContacts) => ({
      name: `storage ${index}${keepsContacts ? ", contacts kept" : ""}`,
      run: (engine: Engine, tell: Tell) => {
        const [few, many] = models.map((model) => {
          turns.storage = 0;
          engine.simulate({ ...model, keepsContacts }, "storage", 0);
          return turns.storage;
        });
        tell(Math.sign(many - few));
      },
    }));
  });
}
