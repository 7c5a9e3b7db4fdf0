import type { Scenario } from "../../src/scenario/scenario.js";
import * as announcedWaits from "./mechanisms/announced-waits.js";
import * as blending from "./mechanisms/blending.js";
import * as callbacks from "./mechanisms/callbacks.js";
import * as chats from "./mechanisms/chats.js";
import * as customers from "./mechanisms/customers.js";
import * as deferred from "./mechanisms/deferred.js";
import * as growingTalk from "./mechanisms/growing-talk.js";
import * as money from "./mechanisms/money.js";
import * as outbound from "./mechanisms/outbound.js";
import * as outcomes from "./mechanisms/outcomes.js";
import * as people from "./mechanisms/people.js";
import * as quality from "./mechanisms/quality.js";
import * as routing from "./mechanisms/routing.js";
import * as selfService from "./mechanisms/self-service.js";
import * as splits from "./mechanisms/splits.js";
import * as timeLimits from "./mechanisms/time-limits.js";
import * as visits from "./mechanisms/visits.js";
import { Choices } from "./random-scenario.js";

/** How a mechanism gets into the random scenarios: mechanisms/<mechanism>.ts exports these two functions. */
export interface Variation {
  /**
   * The scenario, by chance with the mechanism in it; where `onGrid`, with no times but multiples of half a
   * minute, so that much happens at one instant.
   */
  vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario;
  /** Whether the scenario has it, which at least one in a hundred must. */
  isUsed(scenario: Scenario): boolean;
}

/** By name: `import * as transfers from "./mechanisms/transfers.js"`, and a line `transfers,` here. */
export const VARIATIONS: Readonly<Record<string, Variation>> = {
  outcomes,
  people,
  routing,
  deferred,
  visits,
  chats,
  customers,
  blending,
  outbound,
  money,
  selfService,
  announcedWaits,
  callbacks,
  growingTalk,
  quality,
  splits,
  timeLimits,
};

/**
 * The random scenario of that number with every variation, one after the other. Each draws its choices from a
 * stream of its own name, so that one more changes nothing that the others choose.
 */
export function varied(number: number, scenario: Scenario, variations = VARIATIONS): Scenario {
  return Object.entries(variations).reduce(
    (sofar, [name, { vary }]) => vary(new Choices(number, `mechanism ${name}`), sofar, number % 2 === 0),
    scenario,
  );
}
