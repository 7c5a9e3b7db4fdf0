import type { Scenario } from "./scenario.js";
import type { Team } from "./team.js";

/** What a team of another firm is paid instead of wages, in the scenario's currency; one of the three. */
export type Contract =
  /** For a minute of handling. */
  | { readonly perMinute: number }
  /** For an hour of an agent on the phone, handling or waiting for contacts. */
  | { readonly perHour: number }
  /** For a contact answered. */
  | { readonly perContact: number };

/** By day, what is added to pay: 0.25 is a quarter more. */
export interface DayPremiums {
  /** Monday to Sunday. */
  readonly weekdays: readonly number[];
  /** Absent: a holiday is as its weekday. */
  readonly holiday?: number;
}

/** What an hour of the team's agents costs, roughly; 0 where nobody says. For choosing the cheaper team. */
export function payAnHour({ pay, contract }: Team): number {
  if (contract === undefined) return pay ?? 0;
  if ("perHour" in contract) return contract.perHour;
  return "perMinute" in contract ? contract.perMinute * 60 : 0;
}

/** Whether the scenario speaks of money beyond pay by the hour: it then has a profit and loss. */
export function usesMoney({ queues, teams }: Omit<Scenario, "hash">): boolean {
  return (
    queues.some(
      ({ value, after, customers, outbound }) =>
        value !== undefined ||
        outbound?.leads.value !== undefined ||
        after?.sale ||
        after?.save ||
        customers?.yearlyValue !== undefined,
    ) || teams.some(({ contract, overtimeFactor, premiums }) => contract || overtimeFactor || premiums)
  );
}
