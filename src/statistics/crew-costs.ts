import { CREW_FIELDS, type Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import type { Calendar } from "../scenario/scenario.js";
import type { Team } from "../scenario/team.js";
import type { Slice } from "./slices.js";
import { type Sums, T } from "./sums.js";

/** What a crew's agents cost. */
interface CrewTerms {
  readonly team: Team;
  /** The shift's premium. */
  readonly premiumShare: number;
  /** By interval, the premium of its day; absent where there is none. */
  readonly dayPremiums: Float64Array | undefined;
}

/** What crews cost: pay, premiums, overtime and bonus, or what a contract says. */
export class CrewCosts {
  private readonly terms: readonly CrewTerms[];

  constructor({ crews, scenario }: Model) {
    const { teams, shifts, calendar } = scenario;
    this.terms = Array.from(crews.teams, (index, crew) => {
      const shift = shifts.find((one) => one.name === crews.shifts[crew]);
      const team = teams[index];
      return { team, premiumShare: shift?.premiumShare ?? 0, dayPremiums: dayPremiumsOf(team, calendar) };
    });
  }

  /**
   * Writes what the crew costs over the slice into its sums, whose fields are read already: NaN where the
   * team has neither pay nor a contract.
   */
  write(observed: Observations, crew: number, slice: Slice, into: Sums): void {
    const { team, premiumShare, dayPremiums } = this.terms[crew];
    const { pay, contract, overtimeFactor = 1 } = team;
    into[T.regularPay] = 0;
    into[T.premiumPay] = 0;
    into[T.overtimePay] = 0;
    into[T.contractCost] = 0;
    if (contract !== undefined) {
      into[T.contractCost] = contractCost(contract, into);
      into[T.cost] = into[T.contractCost] + into[T.bonus];
      return;
    }
    const hours = into[T.paidSeconds] / 3600;
    const costAnHour = (pay ?? Number.NaN) * (1 + premiumShare);
    into[T.cost] = hours * costAnHour + into[T.bonus];
    if (pay === undefined) return;
    const onDays = dayPremiums && weighted(observed, crew, slice, dayPremiums);
    const overtimeHours = into[T.overtimeSeconds] / 3600;
    into[T.regularPay] = hours * pay;
    into[T.premiumPay] = hours * pay * premiumShare;
    into[T.overtimePay] = overtimeHours * costAnHour * (overtimeFactor - 1);
    if (onDays) {
      into[T.premiumPay] += (onDays.paidSeconds / 3600) * pay;
      into[T.overtimePay] += (onDays.overtimeSeconds / 3600) * pay * (overtimeFactor - 1);
      into[T.cost] += (onDays.paidSeconds / 3600) * pay;
    }
    into[T.cost] += into[T.overtimePay];
  }
}

function contractCost(contract: NonNullable<Team["contract"]>, sums: Sums): number {
  if ("perMinute" in contract) return (sums[T.busySeconds] / 60) * contract.perMinute;
  if ("perHour" in contract) return ((sums[T.busySeconds] + sums[T.idleSeconds]) / 3600) * contract.perHour;
  return sums[T.answered] * contract.perContact;
}

/** Of a holiday the holiday's premium, or its weekday's where none is said. */
function dayPremiumsOf({ premiums }: Team, { intervals, days }: Calendar): Float64Array | undefined {
  if (premiums === undefined) return undefined;
  const { weekdays, holiday } = premiums;
  return Float64Array.from(intervals, ({ day }) => {
    const { weekday, holiday: isHoliday } = days[day];
    return isHoliday && holiday !== undefined ? holiday : weekdays[weekday];
  });
}

/** Paid time and overtime of a crew, each interval's times its premium. */
function weighted(
  { crewCells, intervals }: Observations,
  crew: number,
  slice: Slice,
  premiums: Float64Array,
) {
  let paidSeconds = 0;
  let overtimeSeconds = 0;
  for (const interval of slice.intervals) {
    const cell = (crew * (intervals + 1) + interval) * CREW_FIELDS.length;
    paidSeconds += crewCells[cell + T.paidSeconds] * premiums[interval];
    overtimeSeconds += crewCells[cell + T.overtimeSeconds] * premiums[interval];
  }
  return { paidSeconds, overtimeSeconds };
}
