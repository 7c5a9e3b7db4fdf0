import alea from "seedrandom/lib/alea.js";

/**
 * A source of uniform draws in [0, 1). Each is a whole multiple of 2^-32, all 2^32 of them equally likely, so
 * `stream() * 4294967296` is 32 random bits, and any two disjoint groups of those bits are independent.
 */
export type Stream = () => number;

/**
 * Draws of a fresh stream that are thrown away. Alea hashes its key character by character, and the last
 * character's hash is all but linear: the first draws of `agent 10`, `agent 11`, `agent 12`, and their fourth
 * ones, lie on a line. After eight draws nothing of it is left to see.
 */
const DISCARDED = 16;

/**
 * Opens the stream of one purpose (`patience`) and one subject (a queue's or a team's name) in one
 * replication. The same four arguments give the same draws, on every machine; any other four give independent
 * ones.
 *
 * The generator is alea, keyed `seed/replication/purpose/subject`. A slash within seed or purpose is written
 * `%2F`, and a percent sign `%25`, so that no two subjects share a key; the subject comes last and may hold
 * slashes as it is.
 */
export function openStream(seed: string, replication: number, purpose: string, subject: string): Stream {
  const stream = alea(`${keyPart(seed)}/${replication}/${keyPart(purpose)}/${subject}`);
  for (let draw = 0; draw < DISCARDED; draw++) stream();
  return stream;
}

function keyPart(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("/", "%2F");
}
