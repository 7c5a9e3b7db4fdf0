/**
 * Closed forms for a queue of Poisson arrivals, exponential handle times and exponential patience.
 * Sources: Erlang 1917 for M/M/c; Palm 1957, Garnett, Mandelbaum and Reiman 2002 for M/M/c+M.
 */

/** Mean wait of M/M/c: the Erlang C probability of waiting times the mean wait of those who wait. */
export function erlangC({ agents, ratePerSecond, handleSeconds }) {
  const load = ratePerSecond * handleSeconds;
  let blocked = 1;
  for (let n = 1; n <= agents; n++) blocked = (load * blocked) / (n + load * blocked);
  const occupancy = load / agents;
  const waits = blocked / (1 - occupancy * (1 - blocked));
  return { asaSeconds: (waits * handleSeconds) / (agents - load) };
}

/**
 * M/M/c+M from its stationary chain: the share that hangs up, and the mean wait of the answered. A contact
 * with k waiting before it waits through k + 1 departures at rates cm + jt, j = 0..k, and is served if its
 * patience lasts.
 */
export function erlangA({ agents, ratePerSecond, handleSeconds, patienceSeconds }) {
  const served = 1 / handleSeconds;
  const hangsUp = 1 / patienceSeconds;
  const capacity = agents * served;
  let all = 0;
  let weight = 1;
  for (let n = agents - 1; n >= 0 && weight > 1e-20; n--) {
    weight *= ((n + 1) * served) / ratePerSecond;
    all += weight;
  }
  let answered = all;
  let answeredWait = 0;
  let departures = 0;
  weight = 1;
  for (let k = 0; weight > 1e-20; k++) {
    const share = capacity / (capacity + (k + 1) * hangsUp);
    departures += 1 / (capacity + (k + 1) * hangsUp);
    all += weight;
    answered += weight * share;
    answeredWait += weight * share * departures;
    weight *= ratePerSecond / (capacity + (k + 1) * hangsUp);
  }
  return { asaSeconds: answeredWait / answered, abandonedShare: 1 - answered / all };
}
