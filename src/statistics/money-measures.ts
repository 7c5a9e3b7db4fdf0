import type { Measure, TotalSums } from "./measures.js";
import { Q, type Sums, T } from "./sums.js";

type Term = (sums: Sums) => number;

function money(name: string, title: string, numerator: Term, each: Term): Measure {
  return { name, unit: "money", title, numerator, denominator: each, of: "money" };
}

/** Customers without a value cost nothing when they leave. */
function known(amount: number): number {
  return Number.isNaN(amount) ? 0 : amount;
}

const eachOfQueue: Term = (sums) => sums[Q.occurrences];
const eachOfTeam: Term = (sums) => sums[T.occurrences];

function earnings(sums: Sums): number {
  return sums[Q.revenue] + sums[Q.saleValue] + sums[Q.saveValue] + sums[Q.conversionValue];
}

/** The profit and loss of a queue; what it shares with others in it is known over all counted time only. */
export const QUEUE_MONEY: readonly Measure[] = [
  money("revenue", "Revenue", (sums) => sums[Q.revenue], eachOfQueue),
  money("revenueLost", "Revenue lost", (sums) => sums[Q.revenueLost], eachOfQueue),
  money("staffCost", "Share of the cost of staff", (sums) => sums[Q.staffCost], eachOfQueue),
  money(
    "result",
    "Result",
    (sums) => earnings(sums) - sums[Q.staffCost] - known(sums[Q.valueLost]),
    eachOfQueue,
  ),
];

/** The profit and loss of a team, without customers lost and conversions, which are known by queue alone. */
export const TEAM_MONEY: readonly Measure[] = [
  money("regularPay", "Pay", (sums) => sums[T.regularPay], eachOfTeam),
  money("premiumPay", "Premiums", (sums) => sums[T.premiumPay], eachOfTeam),
  money("overtimePay", "Added for overtime", (sums) => sums[T.overtimePay], eachOfTeam),
  money("contractCost", "By contract", (sums) => sums[T.contractCost], eachOfTeam),
  money("revenue", "Revenue", (sums) => sums[T.revenue], eachOfTeam),
  money(
    "result",
    "Result",
    (sums) => sums[T.revenue] + sums[T.saleValue] + sums[T.saveValue] - sums[T.cost],
    eachOfTeam,
  ),
];

/** Of all together: the cost of staff is that of all teams, whether they handled a contact or not. */
export const TOTAL_MONEY: readonly Measure<TotalSums>[] = [
  {
    name: "staffCost",
    unit: "money",
    title: "Cost of staff",
    numerator: ({ teams }) => teams[T.cost],
    denominator: ({ teams }) => teams[T.occurrences],
    of: "money",
  },
  {
    name: "result",
    unit: "money",
    title: "Result",
    numerator: ({ queues, teams }) => earnings(queues) - teams[T.cost] - known(queues[Q.valueLost]),
    denominator: ({ teams }) => teams[T.occurrences],
    of: "money",
  },
];
