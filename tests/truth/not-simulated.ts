/** Cases that no scenario of format 1 says, by id, and why. */
export const notYetExpressible: Readonly<Record<string, string>> = {
  "CF:PREEMPT-HL-s1": "three classes that interrupt each other; two are in interruptions.test.ts",
  "PS:BANKEV":
    "callers who turn away because the line is long, and a number of agents that is drawn by the day",
  "PS:BLEND": "outbound calls and a dialer; its rules are published as a program only",
  "SH:UNION": "a cover of a demand by shifts: the schedule's, not a simulation's",
  "SH:POSTOFFICE": "a cover of a demand by shifts: the schedule's, not a simulation's",
  "SH:CTU55": "a cover of a demand by shifts: the schedule's, not a simulation's",
  "SH:PYWF-ABS": "a cover of a demand by shifts: the schedule's, not a simulation's",
  "SH:PYWF-E2E": "a cover of a demand by shifts: the schedule's, not a simulation's",
  "SH:PYWF-SKILL": "a mix of skills for two demands at once: the schedule's, not a simulation's",
  "RD:PATIENCE": "estimates from a bank's recorded calls, which are not in this repository",
};

/** Cases about formulas, with no centre of a size that one would simulate. */
export const limitsOfFormulas: Readonly<Record<string, string>> = {
  "CF:HW-0.1": "delay in the limit of endlessly many agents, against 10,000",
  "CF:HW-1": "delay in the limit of endlessly many agents, against 10,000",
  "CF:HW-2": "delay in the limit of endlessly many agents, against 10,000",
  "CF:GMR--1": "delay with hang-ups in the limit of endlessly many agents, against 10,000",
  "CF:GMR-0": "delay with hang-ups in the limit of endlessly many agents, against 10,000",
};

/**
 * Cases that say what becomes of every contact, by the test of tests/engine/published-traces.test.ts that
 * holds them.
 */
export const traced: Readonly<Record<string, string>> = {
  "DET:ABLE-BAKER": "Able and Baker: the one who is preferred takes a call when both are idle",
  "DET:PRIORITY": "two agents and important callers before others, first come first served within a class",
  "DET:SHIFTS": "three agents on different shifts: the contact in hand at a shift's end is finished",
  "DET:CIW-RENEGE": "one agent, service longer than the gaps, short patience: every second call hangs up",
  "DET:CIW-RENEGE-SIM": "two calls hang up at the same instant",
  "DET:CIW-UTIL": "utilisation with a step in the staffing",
};
