import { describe, expect, test } from "vitest";
import { closedFormCases } from "./closed-form-cases.js";
import { type OracleCase, oracleCases, withoutFormula } from "./oracle-cases.js";
import { publishedCases } from "./published-cases.js";

const bodies = { ...closedFormCases, ...publishedCases };

describe("a formula gives the exact answer of", () => {
  for (const given of oracleCases) {
    const body = bodies[given.id];
    if (body) test(`${given.id}: ${given.title}`, () => body(given));
  }
});

test("every case has a formula or a reason why it has none, and not both", () => {
  const ids = oracleCases.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...Object.keys(bodies), ...Object.keys(withoutFormula)].sort()).toEqual([...ids].sort());
});

test("a handle time one part in a million too long is told apart", () => {
  const given = oracleCases.find(({ id }) => id === "CF:EC-200-180-14") as OracleCase;
  const longer = { ...given, input: { ...given.input, aht_s: given.input.aht_s * (1 + 1e-6) } };
  expect(() => bodies[given.id](given)).not.toThrow();
  expect(() => bodies[given.id](longer)).toThrow();
});
