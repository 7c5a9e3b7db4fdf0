import { handledInShift } from "../theory/shift.js";
import { HOUR } from "./day-scenario.js";
import { type Answers, family } from "./family.js";
import { type Shift, simulated, stretched } from "./shifts.js";

const contacts = ({ perHour }: Shift) => perHour.reduce((sum, count) => sum + count, 0);
const quota = (
  agents: 1 | 2,
  perHour: number,
  hours: number,
  handleSeconds: number,
  lines: number,
  count: number,
): Shift => ({
  perHour: new Array<number>(hours).fill(perHour),
  agents,
  handleSeconds,
  lines,
  quota: count,
  days: 6000,
});

const QUOTAS: readonly (readonly [string, Shift])[] = [
  ["one agent, no line", quota(1, 12, 4, 200, 1, 29)],
  ["one agent, busy", quota(1, 25, 4, 180, 4, 70)],
  ["one agent, a quiet night", quota(1, 4, 6, 300, 2, 18)],
  ["two agents, no line", quota(2, 20, 4, 240, 2, 30)],
  ["two agents, a line", quota(2, 30, 3, 240, 6, 40)],
];

/** How many agent-shifts meet a number of contacts. */
export const quotas = family<Shift>({
  name: "quotas",
  truth: "chances of the contacts that one agent takes in a shift, counted in the state, by uniformization",
  points: QUOTAS.map(([title, input], index) => ({ id: `QUOTA-${index + 1}`, title, input })),
  exact: (shift): Answers => {
    const { perHour, agents, handleSeconds, lines = 1, quota: asked = 0 } = shift;
    const most = Math.ceil((3 * contacts(shift)) / agents + 20);
    const chances = handledInShift({
      ratePerSecond: perHour[0] / HOUR,
      handleSeconds,
      agents: agents as 1 | 2,
      lines,
      seconds: perHour.length * HOUR,
      most,
    });
    return {
      "met the quota": chances.slice(asked).reduce((sum, chance) => sum + chance, 0),
      "handled a shift": chances.reduce((sum, chance, count) => sum + chance * count, 0),
    };
  },
  stretched,
  simulated,
});
