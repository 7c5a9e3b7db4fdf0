/** Which patterns of work days a week of `days` days allows. */
export interface PatternRules {
  /** Days of the week that are planned; 7, or fewer in a calendar that ends before its week does. */
  readonly days: number;
  /** Work days of every pattern; where fewer days are possible, as many as are. */
  readonly workDays: number;
  /** Most days in a row; a whole week is taken to be followed by another like it. */
  readonly daysOn: number;
  /** Least days off of a whole week, and whether they follow each other. */
  readonly daysOff: number;
  readonly daysOffTogether: boolean;
  /** Whether one may work on two days in a row at all: else the rest between them would be too short. */
  readonly neighbours: boolean;
  /** Days on which work may begin. */
  readonly possible: readonly boolean[];
}

/** Patterns that keep the rules, as bits (1 for the first day), ascending; all have the same days of work. */
export function dayPatterns(rules: PatternRules): number[] {
  const { days, daysOff } = rules;
  const whole = days === 7;
  const most = Math.min(rules.workDays, whole ? 7 - daysOff : days);
  for (let count = most; count > 0; count--) {
    const found: number[] = [];
    for (let pattern = 1; pattern < 1 << days; pattern++) {
      if (bitsOf(pattern) === count && keeps(pattern, rules, whole)) found.push(pattern);
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a pattern works on a day. */
export function worksOn(pattern: number, day: number): boolean {
  return ((pattern >> day) & 1) === 1;
}

function keeps(pattern: number, rules: PatternRules, whole: boolean): boolean {
  const { days, daysOn, daysOffTogether, neighbours, possible } = rules;
  for (let day = 0; day < days; day++) if (worksOn(pattern, day) && !possible[day]) return false;
  // Twice round the week: runs that pass its end are seen whole.
  const steps = whole ? 2 * days : days;
  let run = 0;
  let spells = 0;
  for (let step = 0; step < steps; step++) {
    const on = worksOn(pattern, step % days);
    if (on && run > 0 && !neighbours) return false;
    run = on ? run + 1 : 0;
    if (run > daysOn) return false;
  }
  for (let day = 0; day < days; day++) {
    if (!worksOn(pattern, day) && worksOn(pattern, (day + days - 1) % days)) spells++;
  }
  return !(daysOffTogether && whole && spells > 1);
}

function bitsOf(pattern: number): number {
  let count = 0;
  for (let rest = pattern; rest > 0; rest &= rest - 1) count++;
  return count;
}
