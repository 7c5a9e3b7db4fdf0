import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { limitsOfFormulas, notYetExpressible, traced } from "./not-simulated.js";
import { oracleCases, withoutFormula } from "./oracle-cases.js";
import { callCentreCases } from "./simulated/call-centre-day.js";
import { dayCases } from "./simulated/days-from-empty.js";
import { endlessAgentsCases } from "./simulated/endless-agents.js";
import { erlangCCases } from "./simulated/erlang-c.js";
import { finiteLineCases } from "./simulated/finite-lines.js";
import { hangUpCases } from "./simulated/hang-ups.js";
import { otherHandleCases } from "./simulated/other-handle-times.js";
import { redialCases } from "./simulated/redials.js";
import { severalQueueCases } from "./simulated/several-queues.js";
import { telethonCases } from "./simulated/telethon.js";
import { withAndWithoutHangUpsCases } from "./simulated/with-and-without-hang-ups.js";

const simulated = [
  erlangCCases,
  hangUpCases,
  finiteLineCases,
  otherHandleCases,
  severalQueueCases,
  redialCases,
  endlessAgentsCases,
  dayCases,
  callCentreCases,
  telethonCases,
  withAndWithoutHangUpsCases,
].flatMap(Object.keys);

test("every case is simulated, traced, a limit of formulas, or listed as not yet expressible", () => {
  const lists = [traced, limitsOfFormulas, notYetExpressible].flatMap(Object.keys);
  expect([...simulated, ...lists].sort()).toEqual(oracleCases.map(({ id }) => id).sort());
  const lines = Object.entries(notYetExpressible).map(([id, why]) => `  ${id}: ${why}`);
  const answered = `${simulated.length} simulated, ${Object.keys(traced).length} traced`;
  console.log(`Of ${oracleCases.length} cases ${answered}. Not simulated:\n${lines.join("\n")}`);
});

test("a limit of formulas has a formula", () => {
  for (const id of Object.keys(limitsOfFormulas)) expect(withoutFormula[id], id).toBeUndefined();
});

test("a case that is said to be traced is a test of the engine", () => {
  const tests = readFileSync(new URL("../engine/published-traces.test.ts", import.meta.url), "utf8");
  for (const title of Object.values(traced)) expect(tests).toContain(`it("${title}`);
});
