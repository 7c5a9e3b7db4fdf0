import { exp } from "../../random/portable-math.js";
import { binomialTerm, expLessOne, poissonTerm } from "./special-functions.js";
import { checkWorkload, emptyState, leastReaching, type SteadyState, type Workload } from "./steady-state.js";

/**
 * M/M/n/K, and with a mean patience M/M/n/K+M: at most `lines` contacts waiting or in service, the next meets
 * a busy signal; those who wait hang up after an exponential patience. With as many lines as agents it is
 * Erlang B, with no end of lines Erlang C or A. All but `blockedShare` is about the contacts that were not
 * blocked.
 *
 * Exact, by the birth and death of contacts in the system. One who comes with j waiting and has endless
 * patience waits V with e^(−θV) distributed as beta(nμ/θ, j + 1) (a sum of exponential times of rates nμ, nμ
 * + θ, ..., nμ + jθ), or without hang-ups as Erlang with j + 1 stages.
 */
export function finiteLines(
  workload: Workload,
  agents: number,
  lines: number,
  patienceSeconds: number = Number.POSITIVE_INFINITY,
): SteadyState {
  checkWorkload(workload, agents);
  if (!(Number.isInteger(lines) && lines >= 1)) {
    throw new RangeError(`lines must be a whole number of at least 1, not ${lines}`);
  }
  if (!(patienceSeconds > 0)) throw new RangeError(`patience must be above 0, not ${patienceSeconds}`);
  const { ratePerSecond, handleSeconds } = workload;
  const load = ratePerSecond * handleSeconds;
  if (load === 0) return emptyState(agents);
  const working = Math.min(agents, lines);
  const drainPerSecond = working / handleSeconds;
  const leavePerSecond = 1 / patienceSeconds;
  const shares = stationary(ratePerSecond, working, lines, (contacts) =>
    contacts <= working ? contacts / handleSeconds : drainPerSecond + (contacts - working) * leavePerSecond,
  );
  const reached = shares.length - 1;
  let atOnceShare = 0;
  for (let i = 0; i < Math.min(working, shares.length); i++) atOnceShare += shares[i];
  let admittedShare = 0;
  for (let i = 0; i < Math.min(lines, shares.length); i++) admittedShare += shares[i];
  let queueLength = 0;
  let busyAgents = 0;
  for (let i = 1; i <= reached; i++) {
    busyAgents += shares[i] * Math.min(i, working);
    queueLength += shares[i] * Math.max(0, i - working);
  }
  /** By contacts found waiting, the share of admitted contacts that found so many. */
  const found = shares.subarray(working, lines).map((share) => share / admittedShare);
  const waiters = waitersOf(found, drainPerSecond, leavePerSecond);
  const answeredAtOnce = atOnceShare / admittedShare;
  const meanWaitSeconds = queueLength / (ratePerSecond * admittedShare);
  const answeredShare = busyAgents / (handleSeconds * ratePerSecond * admittedShare);
  const answeredWithin = (seconds: number) =>
    seconds < 0 ? 0 : answeredAtOnce + waiters.answeredWithin(seconds);
  return {
    loadErlangs: load,
    agents,
    blockedShare: reached === lines ? shares[lines] : 0,
    delayedShare: found.reduce((sum, share) => sum + share, 0),
    answeredShare,
    abandonedShare: meanWaitSeconds * leavePerSecond,
    occupancyShare: busyAgents / agents,
    asaSeconds: waiters.answeredWaitSeconds / answeredShare,
    meanWaitSeconds,
    queueLength,
    answeredWithin,
    abandonedWithin: (seconds) => (seconds < 0 ? 0 : waiters.abandonedWithin(seconds)),
    waitPercentileSeconds: (share) =>
      leastReaching(share, handleSeconds, (seconds) => answeredWithin(seconds) / answeredShare),
  };
}

/** So far below the greatest share of those who wait, shares change no digit of a double. */
const NEGLIGIBLE = 1e-40;

/**
 * Stationary shares of time of a birth-death chain with one rate of birth and rising rates of death, from its
 * mode, and past `working` contacts only so far as they matter: of a million lines most are never reached.
 */
function stationary(
  birth: number,
  working: number,
  most: number,
  death: (contacts: number) => number,
): Float64Array {
  const shares = new Float64Array(most + 1);
  let mode = 0;
  while (mode < most && death(mode + 1) < birth) mode++;
  shares[mode] = 1;
  let top = mode;
  while (top < most && (top <= working || shares[top] > NEGLIGIBLE * shares[Math.max(mode, working)])) {
    shares[top + 1] = (shares[top] * birth) / death(top + 1);
    top++;
  }
  for (let i = mode; i > 0 && shares[i] > 0; i--) shares[i - 1] = (shares[i] * death(i)) / birth;
  const reached = shares.subarray(0, top + 1);
  let total = 0;
  for (const share of reached) total += share;
  return reached.map((share) => share / total);
}

/**
 * What becomes of those who find others waiting, or all agents busy: `found[j]` of all offered find j
 * waiting.
 */
function waitersOf(found: Float64Array, drainPerSecond: number, leavePerSecond: number) {
  const starts = drainPerSecond / leavePerSecond;
  const stays = (j: number) => drainPerSecond / (drainPerSecond + (j + 1) * leavePerSecond);
  const later = (seconds: number, answered: 0 | 1) =>
    leavePerSecond === 0
      ? poissonSums(found.length, drainPerSecond * seconds)
      : negativeBinomialSums(found.length, starts + answered, leavePerSecond * seconds);
  let answeredWaitSeconds = 0;
  let waitSeconds = 0;
  for (let j = 0; j < found.length; j++) {
    waitSeconds += 1 / (drainPerSecond + (j + 1) * leavePerSecond);
    if (found[j] > 0) answeredWaitSeconds += found[j] * stays(j) * waitSeconds;
  }
  const first = Math.max(
    0,
    found.findIndex((share) => share > 0),
  );
  const answeredWithin = (seconds: number) => {
    const over = later(seconds, 1);
    let sum = 0;
    for (let j = first; j < found.length; j++) sum += found[j] * stays(j) * (1 - over[j]);
    return sum;
  };
  const abandonedWithin = (seconds: number) => {
    if (leavePerSecond === 0) return 0;
    const gone = -expLessOne(-leavePerSecond * seconds);
    const over = later(seconds, 0);
    const answeredOver = later(seconds, 1);
    let sum = 0;
    for (let j = first; j < found.length; j++) {
      const sooner = Math.max(0, 1 - over[j] - stays(j) * (1 - answeredOver[j]));
      sum += found[j] * (sooner + gone * over[j]);
    }
    return sum;
  };
  return { answeredWaitSeconds, answeredWithin, abandonedWithin };
}

/** For j below `count`, the chance of at most j where the mean is `mean`: that j + 1 stages take longer. */
function poissonSums(count: number, mean: number): Float64Array {
  if (mean === Number.POSITIVE_INFINITY) return new Float64Array(count);
  return sumsFromMode(
    count,
    Math.floor(mean),
    (j) => poissonTerm(j, mean),
    (j) => mean / (j + 1),
  );
}

/** For j below `count`, the chance of at most j: Σ Γ(c + i) / (Γ(c) i!) x^c (1 − x)^i, x = e^−exponent. */
function negativeBinomialSums(count: number, c: number, exponent: number): Float64Array {
  if (c === 0) return new Float64Array(count).fill(1);
  const x = exp(-exponent);
  const y = -expLessOne(-exponent);
  if (x === 0) return new Float64Array(count);
  return sumsFromMode(
    count,
    Math.floor(((c - 1) * y) / x),
    (j) => (binomialTerm(c, j, x, y) * c) / (c + j),
    (j) => (y * (c + j)) / (j + 1),
  );
}

/**
 * Running sums of terms that rise to a mode and fall; begun at the mode, where the term does not underflow.
 */
function sumsFromMode(
  count: number,
  mode: number,
  term: (j: number) => number,
  growth: (j: number) => number,
): Float64Array {
  const terms = new Float64Array(count);
  if (count === 0) return terms;
  const start = Math.max(0, Math.min(mode, count - 1));
  terms[start] = term(start);
  // As far as a double tells them from nothing.
  let last = start;
  for (; last + 1 < count && terms[last] > 0; last++) terms[last + 1] = terms[last] * growth(last);
  let first = start;
  for (; first > 0 && terms[first] > 0; first--) terms[first - 1] = terms[first] / growth(first - 1);
  for (let j = first + 1; j <= last; j++) terms[j] = Math.min(1, terms[j] + terms[j - 1]);
  return terms.fill(terms[last], last + 1);
}
