import alea from "seedrandom/lib/alea.js";

/**
 * A source of uniform draws in [0, 1). Each is a whole multiple of 2^-32, all 2^32 of them equally likely, so
 * `stream() * 4294967296` is 32 random bits, and any two disjoint groups of those bits are independent.
 */
export type Stream = () => number;

/**
 * Draws of a fresh stream that are thrown away. Alea's first draws are still close to the hash of its key: of many
 * streams opened from numbered keys, four draws each, interleaved, TestU01 found them dependent; with these gone,
 * none of its SmallCrush statistics did.
 */
const DISCARDED = 16;

/**
 * Opens the stream of one purpose (`patience`) and one subject (a queue's or a team's name) in one replication. The
 * same four arguments give the same draws, on every machine; any other four give independent ones.
 *
 * The generator is alea, keyed `seed/replication/purpose/subject`. A slash within seed or purpose is written `%2F`, and
 * a percent sign `%25`, so that no two subjects share a key; the subject comes last and may hold slashes as it is.
 */
export function openStream(seed: string, replication: number, purpose: string, subject: string): Stream {
  const stream = alea(`${keyPart(seed)}/${replication}/${keyPart(purpose)}/${subject}`);
  for (let draw = 0; draw < DISCARDED; draw++) stream();
  return stream;
}

function keyPart(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("/", "%2F");
}
