import { readFileSync } from "node:fs";

/** A case with a published or exactly computed answer. */
export interface OracleCase {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  // biome-ignore lint/suspicious/noExplicitAny: every case has a shape of its own, which its test knows.
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly expected: any;
}

/** All cases of oracles.json, in file order. */
export const oracleCases: readonly OracleCase[] = JSON.parse(
  readFileSync(new URL("./oracles.json", import.meta.url), "utf8"),
).cases;

/** The cases whose answer no formula here gives, and what has to answer instead. */
export const withoutFormula: Readonly<Record<string, string>> = {
  "CF:REDIAL-A2": "redials: a Markov chain in two dimensions; by simulation",
  "CF:PRIO-ABAND": "priorities with hang-ups: a Markov chain in two dimensions; by simulation",
  "CF:NMODEL-A": "two teams, one shared: a Markov chain in four dimensions; by simulation",
  "CF:ME2C-5": "handle time in two stages: a Markov chain; by simulation",
  "CF:DAY-MMC": "a day from empty; by simulation",
  "CF:DAY-MMCBlocked": "a day from empty; by simulation",
  "CF:DAY-OVERLOAD": "an hour above capacity; by simulation",
  "CF:CALLCC-None": "agents and rates by the hour; by simulation",
  "CF:CALLCC-10": "agents, rates and busyness by the hour and day; by simulation",
  "PS:MMC": "a day from empty; by simulation",
  "PS:MMCBlocked": "a day from empty; by simulation",
  "PS:MMCClrQ": "a queue cleared at closing; by simulation",
  "PS:SSJ-CALLCENTER-10": "agents, rates and busyness by the hour and day; by simulation",
  "PS:SSJ-CALLCENTER-FIX": "agents and rates by the hour; by simulation",
  "PS:TELETHON": "a week of mornings; by simulation",
  "PS:BANKEV": "callers who turn away from a long queue; by simulation, once a scenario can say so",
  "PS:BLEND": "outbound calls; by simulation, once a scenario can say so",
  "DET:ABLE-BAKER": "a trace; by simulation",
  "DET:PRIORITY": "a trace; by simulation",
  "DET:SHIFTS": "a trace; by simulation",
  "DET:CIW-RENEGE": "a trace; by simulation",
  "DET:CIW-RENEGE-SIM": "a trace; by simulation",
  "DET:CIW-UTIL": "a trace; by simulation",
  "SH:UNION": "a cover of shifts; by the schedule",
  "SH:POSTOFFICE": "a cover of shifts; by the schedule",
  "SH:CTU55": "a cover of shifts; by the schedule",
  "SH:PYWF-ABS": "a cover of shifts; by the schedule",
  "SH:PYWF-E2E": "a cover of shifts; by the schedule",
  "SH:PYWF-SKILL": "a mix of skills; by the schedule",
  "RD:PATIENCE": "estimates from recorded calls",
};
