import * as v from "valibot";
import { suggestion } from "../../kit/nearest.js";
import type { Contract, DayPremiums } from "../money.js";
import { PAY_PRESETS } from "../pay-presets.js";
import { byDays } from "./days.js";
import { number, parseShare, share } from "./leaf.js";
import { described, isMap, leaf, listed, oneOf, type Reader, shown, strict } from "./shape.js";

const MOST_MONEY = 1e9;
const NAMES = PAY_PRESETS.map(({ name }) => name);

const preset: Reader<string> = leaf({ enum: NAMES }, (found) => {
  if (typeof found === "string" && NAMES.includes(found)) return { value: found };
  if (typeof found !== "string")
    return { problem: `found ${shown(found)}; expected a preset such as insurance` };
  return { problem: `there is no preset ${found}; ${suggestion(found, NAMES)}` };
});

const presetPay = strict("pay", { preset: described("A figure of the texts on the job.", preset) });

/** Pay an hour, or where it stands. */
export type PayInput = number | v.InferOutput<typeof presetPay>;

const plainPay = number("pay an hour", { least: 0, most: MOST_MONEY });
const pay: Reader<PayInput> = oneOf<PayInput>([plainPay, presetPay], (found) => {
  if (isMap(found)) return presetPay;
  const isPreset = typeof found === "string" && NAMES.includes(found);
  return isPreset ? `found "${found}"; write {preset: ${found}}` : plainPay;
});

const MOST_FACTOR = 10;
const overtime: Reader<number> = leaf(
  { type: ["string", "number"], pattern: "^[0-9.]+ *%$", examples: ["150%"] },
  (found) => {
    const parsed = parseShare(found, "a factor on pay");
    if ("problem" in parsed) return { problem: parsed.problem.replace("80% or 0.8", "150% or 1.5") };
    const { value } = parsed;
    if (value >= 1 && value <= MOST_FACTOR) return parsed;
    if (typeof found === "number" && value >= 100) {
      return { problem: `found ${found}; expected a factor on pay: write ${found}% or ${found / 100}` };
    }
    if (value < 0 || value > MOST_FACTOR) {
      return { problem: `found ${shown(found)}; expected a factor on pay from 100% to 1000%` };
    }
    const percent = (share: number) => `${Math.round(share * 1e4) / 100}%`;
    const meant = `${percent(value)} on top is ${percent(1 + value)}`;
    return { problem: `found ${shown(found)}; expected a factor on pay of 100% or more: ${meant}` };
  },
);

const premiums: Reader<DayPremiums> = byDays(
  "premiums by day, as in {sat: 10%, sun: 25%, holiday: 50%}",
  share("a premium"),
  (entries) => {
    const weekdays = [0, 0, 0, 0, 0, 0, 0];
    let holiday: number | undefined;
    for (const { days, value } of entries) {
      for (const [day, named] of days.weekdays.entries()) if (named) weekdays[day] = value;
      if (days.holiday) holiday = value;
    }
    return { weekdays, ...(holiday === undefined ? {} : { holiday }) };
  },
);

const RATES = {
  perMinute: "For a minute of handling.",
  perHour: "For an hour of an agent on the phone, busy or free.",
  perContact: "For a contact answered.",
};
const rate = (key: keyof typeof RATES) =>
  strict("a contract", {
    [key]: described(RATES[key], number("money", { least: 0, most: MOST_MONEY })),
  }) as unknown as Reader<Contract>;
const [perMinute, perHour, perContact] = [rate("perMinute"), rate("perHour"), rate("perContact")];
const RATE_KEYS = Object.keys(RATES) as (keyof typeof RATES)[];

const contract: Reader<Contract> = oneOf<Contract>([perMinute, perHour, perContact], (found) => {
  const one = `expected one of ${listed(RATE_KEYS, "or")}, as in {perMinute: 0.85}`;
  if (!isMap(found)) return `found ${shown(found)}; ${one}`;
  const given = RATE_KEYS.filter((key) => key in found);
  if (given.length > 1) return `found ${listed(given)} together; ${one}`;
  if (given.length === 0 && Object.keys(found).length === 0) return `found an empty map; ${one}`;
  if (given.length === 0) {
    const [key = ""] = Object.keys(found);
    return `${key} is not a key of a contract; ${suggestion(key, RATE_KEYS)}`;
  }
  return { perMinute, perHour, perContact }[given[0]!];
});

/** The keys of a team that are about money. */
export const teamMoney = {
  pay: v.exactOptional(described("Currency units an hour, or {preset: insurance}.", pay)),
  overtime: v.exactOptional(described("Factor on the pay of overtime hours; default 100%.", overtime)),
  premiums: v.exactOptional(described("Added to pay by day, beside a shift's premium.", premiums)),
  contract: v.exactOptional(described("Of a team of another firm, instead of pay.", contract)),
};

/** The key of a queue that is about money. */
export const queueMoney = {
  value: v.exactOptional(
    described("Revenue of a contact answered.", number("revenue", { least: 0, most: MOST_MONEY })),
  ),
};
