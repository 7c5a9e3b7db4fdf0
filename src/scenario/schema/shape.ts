import * as v from "valibot";
import { nearest } from "../../kit/nearest.js";
import type { Parsed } from "../../kit/parsed.js";

/** A schema that reads any YAML value into a `T`, or says what is wrong with it. */
export type Reader<T> = v.GenericSchema<unknown, T>;

/** A map with these keys and no others. */
export type Strict<E extends v.ObjectEntries> = v.ObjectSchema<E, undefined>;

/**
 * A value read by `parse`; `jsonSchema` is what editors are told about it. A problem becomes the message as
 * it is.
 */
export function leaf<T>(
  jsonSchema: Record<string, unknown>,
  parse: (found: unknown) => Parsed<T>,
): Reader<T> {
  return v.pipe(
    v.unknown(),
    v.metadata(jsonSchema),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value);
      if ("value" in parsed) return parsed.value;
      addIssue({ message: parsed.problem });
      return NEVER;
    }),
  );
}

/**
 * A map with exactly these entries; `what` names it in messages ("a queue"). Unknown keys are problems, all
 * of them, with the nearest spelling; `elsewhere` answers keys that people put here by mistake.
 */
export function strict<const E extends v.ObjectEntries>(
  what: string,
  entries: E,
  elsewhere: Readonly<Record<string, string>> = {},
): Strict<E> {
  const known = Object.keys(entries);
  const schema = v.pipe(
    v.looseObject(entries, (issue) => missingMessage(issue.expected?.slice(1, -1) ?? "", what, entries)),
    v.metadata({ additionalProperties: false }),
    v.rawCheck(({ dataset, addIssue }) => {
      const map = dataset.value as Record<string, unknown>;
      if (!isMap(map)) return;
      for (const key of Object.keys(map)) {
        if (Object.hasOwn(entries, key)) continue;
        const unused = known.filter((one) => !Object.hasOwn(map, one));
        const hint = Object.hasOwn(elsewhere, key)
          ? elsewhere[key]!
          : `${key} is not a key of ${what}; ${keyHint(key, unused, known)}`;
        addIssue({
          message: hint,
          path: [{ type: "object", origin: "key", input: map, key, value: map[key] }],
        });
      }
    }),
  );
  return mapsOnly(schema, (found) => wrongMessage(found, what, entries)) as unknown as Strict<E>;
}

/** valibot takes lists for objects and records too: the schema, with a message for all that is no map. */
function mapsOnly<S extends v.GenericSchema<unknown, unknown> | v.GenericSchema<never, unknown>>(
  schema: S,
  message: (found: unknown) => string,
): S {
  return {
    ...schema,
    "~run"(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      const form = isMap(dataset.value) ? schema : refusing(message(dataset.value));
      return form["~run"](dataset, config);
    },
  };
}

function missingMessage(key: string, what: string, entries: v.ObjectEntries): string {
  const help = v.getDescription(entries[key] as v.GenericSchema);
  if (!help) return `${key} is missing from ${what}`;
  // CSV stays CSV.
  const start = /^[A-Z][a-z ]/.test(help) ? help.slice(0, 1).toLowerCase() : help.slice(0, 1);
  return `${key} is missing: ${start}${help.slice(1).replace(/\.$/, "")}`;
}

function wrongMessage(found: unknown, what: string, entries: v.ObjectEntries): string {
  const keys = Object.keys(entries);
  const [only] = keys;
  const isScalar = typeof found === "string" || typeof found === "number";
  if (keys.length === 1 && isScalar && v.safeParse(entries[only!] as v.GenericSchema, found).success) {
    return `found ${shown(found)}; write {${only}: ${found}}`;
  }
  return `found ${shown(found)}; expected ${what} with ${listed(keys)}`;
}

function keyHint(key: string, unused: readonly string[], known: readonly string[]): string {
  const near = nearest(key, unused) ?? nearest(key, known);
  return near ? `did you mean ${near}?` : `expected ${listed(known)}`;
}

/**
 * One of several forms, chosen by looking at what was found, so that every message is about the form meant;
 * `choose` returns the form or, where none fits, what is wrong.
 */
export function oneOf<T>(
  forms: readonly Reader<T>[],
  choose: (found: unknown) => Reader<T> | string,
): Reader<T> {
  return {
    ...v.union([...forms]),
    "~run"(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      const form = choose(dataset.value);
      return (typeof form === "string" ? refusing<T>(form) : form)["~run"](dataset, config);
    },
  } as Reader<T>;
}

/** Never accepts anything: `message` is the problem. */
function refusing<T>(message: string): Reader<T> {
  return leaf({}, () => ({ problem: message }));
}

/** The schema with the help text that the documentation and editors show. */
export function described<S extends v.GenericSchema<unknown, unknown>>(help: string, schema: S): S {
  return v.pipe(schema, v.description(help)) as unknown as S;
}

/** Entries by name, each read by `schema`; `what` names the section in messages ("queues by name"). */
export function named<T>(what: string, schema: Reader<T>): Reader<Record<string, T>> {
  return mapsOnly(v.record(v.string(), schema), (found) => `found ${shown(found)}; expected ${what}`);
}

/** A list of values read by `schema`. */
export function list<T>(what: string, schema: Reader<T>): Reader<T[]> {
  return v.array(schema, ({ input }) => {
    const hint =
      typeof input === "string"
        ? `: write [${input}]`
        : isMap(input)
          ? ": put it into brackets, [{...}]"
          : "";
    return `found ${shown(input)}; expected a list of ${what}${hint}`;
  });
}

/** Whether a plain value came from a map. */
export function isMap(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

/** What was found, short enough for a message. */
export function shown(found: unknown): string {
  if (found === null || found === undefined) return "nothing";
  if (typeof found === "string") {
    if (found === "") return "an empty text";
    return found.length > 40 ? `"${found.slice(0, 37)}..."` : `"${found}"`;
  }
  if (Array.isArray(found)) return found.length === 0 ? "an empty list" : "a list";
  if (isMap(found)) {
    const keys = Object.keys(found);
    return keys.length === 0 ? "an empty map" : `a map with ${listed(keys)}`;
  }
  return String(found);
}

/** `a`, `a and b`, `a, b and c`; long lists are cut. */
export function listed(words: readonly string[], last = "and"): string {
  const cut = words.length > 12 ? [...words.slice(0, 11), `${words.length - 11} more`] : words;
  if (cut.length < 2) return cut.join("");
  return `${cut.slice(0, -1).join(", ")} ${last} ${cut.at(-1)}`;
}
