import { type Contract, type DayPremiums, usesMoney } from "../money.js";
import { PAY_PRESETS } from "../pay-presets.js";
import type { ProblemList } from "../problem-list.js";
import type { PayInput } from "../schema/money.js";
import type { TeamInput } from "../schema/team.js";
import type { Sections } from "../sections.js";
import type { Team } from "../team.js";
import type { Checking } from "./checking.js";

/** What a team costs, as far as the file says; terms that make no sense together are reported. */
export function teamMoneyOf(
  { sections, problems }: Checking,
  name: string,
  { pay, overtime, premiums, contract }: TeamInput,
): { pay?: number; overtimeFactor?: number; premiums?: DayPremiums; contract?: Contract } {
  const path = ["teams", name];
  if (contract !== undefined) {
    for (const [key, value] of Object.entries({ pay, overtime, premiums })) {
      if (value === undefined) continue;
      const message = `${name} is paid by contract; leave ${key} out, or the contract`;
      problems.at([...path, key], message, { ofKey: true });
    }
  } else if (pay === undefined) {
    for (const [key, value] of Object.entries({ overtime, premiums })) {
      if (value === undefined) continue;
      problems.at([...path, key], `${name} has no pay for ${key} to be added to`, { ofKey: true });
    }
  }
  checkCurrency(sections, problems, name, pay);
  return {
    ...(pay === undefined ? {} : { pay: payOf(pay) }),
    ...(overtime === undefined ? {} : { overtimeFactor: overtime }),
    ...(premiums === undefined ? {} : { premiums }),
    ...(contract === undefined ? {} : { contract }),
  };
}

function payOf(pay: PayInput): number {
  return typeof pay === "number" ? pay : PAY_PRESETS.find(({ name }) => name === pay.preset)!.perHour;
}

function checkCurrency({ currency }: Sections, problems: ProblemList, team: string, pay?: PayInput): void {
  if (typeof pay !== "object" || currency === undefined || currency === "USD") return;
  const message = `presets are US dollars, and the scenario counts in ${currency}; write pay as a number`;
  problems.at(["teams", team, "pay", "preset"], message);
}

/** Warns of teams that nobody pays, where others are paid and there is a profit and loss. */
export function checkCosts(problems: ProblemList, scenario: Parameters<typeof usesMoney>[0]): void {
  const isPaid = ({ pay, contract }: Team) => pay !== undefined || contract !== undefined;
  const { teams } = scenario;
  if (!usesMoney(scenario) || !teams.some(isPaid)) return;
  for (const team of teams.filter((one) => !isPaid(one))) {
    const message = `${team.name} has neither pay nor a contract: it costs nothing in the profit and loss`;
    problems.at(["teams", team.name], message, { ofKey: true, severity: "warning" });
  }
}

/** Where the pay of teams with a preset comes from, but for those whose source the file names itself. */
export function presetSources({ teams, sources = {} }: Sections): { path: string; text: string }[] {
  return teams.flatMap(({ name, value }) => {
    const path = `teams.${name}.pay`;
    if (typeof value?.pay !== "object" || path in sources || `${path}.preset` in sources) return [];
    const { preset } = value.pay;
    return [{ path, text: PAY_PRESETS.find((one) => one.name === preset)!.source }];
  });
}
