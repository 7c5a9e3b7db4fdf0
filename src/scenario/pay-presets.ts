/** A figure of the five texts on the representative's job, in US dollars. */
export interface PayPreset {
  readonly name: string;
  /** An hour; a year's pay is divided by `HOURS_A_YEAR`. */
  readonly perHour: number;
  /** For the report: the text's key, and what stands there. */
  readonly source: string;
}

/** As the texts' own statistics count a full-time year. */
export const HOURS_A_YEAR = 2080;

function hourly(name: string, perHour: number, documents: string, what: string): PayPreset {
  return { name, perHour, source: `${documents}: ${what}, ${perHour.toFixed(2)} an hour` };
}

function yearly(name: string, perYear: number, documents: string, what: string): PayPreset {
  const source = `${documents}: ${what}, ${perYear.toLocaleString("en-US")} a year of 2,080 hours`;
  return { name, perHour: perYear / HOURS_A_YEAR, source };
}

const PAYSCALE_BONUS = 3000;

function withBonus(name: string, base: PayPreset): PayPreset {
  return {
    name,
    perHour: base.perHour + PAYSCALE_BONUS / HOURS_A_YEAR,
    source: `${base.source}, and about 3,000 a year of bonus and commission`,
  };
}

const payscale = hourly("payscale", 13.52, "D4", "PayScale");
const payscaleYear = yearly("payscale-year", 36_612, "D4", "PayScale");

/** Where the texts disagree, each reading is a preset of its own. */
// biome-ignore format: a table, one figure a line
export const PAY_PRESETS: readonly PayPreset[] = [
  hourly("wholesale", 18.06, "D4", "wholesale"),
  hourly("insurance", 17.57, "D4", "insurance"),
  hourly("retail", 12.37, "D4", "retail"),
  hourly("median-2017", 15.81, "D0 D4", "median of May 2017"),
  hourly("median-2018", 16.23, "D1", "median of 2018"),
  hourly("mean-2018", 16.69, "D2", "mean of 2018"),
  hourly("top-tenth-2017", 26.12, "D4", "where the top tenth begins"),
  hourly("top-tenth-2018", 26.59, "D1", "where the top tenth of 2018 begins"),
  hourly("bottom-tenth-2017", 10.27, "D4", "where the bottom tenth ends"),
  hourly("bottom-tenth-2018", 10.65, "D1", "where the bottom tenth of 2018 ends"),
  yearly("percentile-25-2016", 25_520, "D3", "25th percentile of 2016"),
  yearly("median-2016", 32_300, "D3", "median of 2016"),
  yearly("percentile-75-2016", 41_430, "D3", "75th percentile of 2016"),
  yearly("experience-0-5", 28_000, "D0", "up to 5 years of experience"),
  yearly("experience-5-10", 30_000, "D0", "5 to 10 years of experience"),
  yearly("experience-10-20", 32_000, "D0", "10 to 20 years of experience"),
  yearly("experience-20-plus", 34_000, "D0", "over 20 years of experience"),
  yearly("entry", 28_000, "D4", "entry"),
  yearly("experienced", 35_000, "D4", "experienced"),
  payscale,
  payscaleYear,
  withBonus("payscale-with-bonus", payscale),
  withBonus("payscale-year-with-bonus", payscaleYear),
];
