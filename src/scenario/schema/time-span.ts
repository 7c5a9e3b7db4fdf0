import * as v from "valibot";
import { type DistributionInput, distribution } from "./distribution.js";
import { described, type Reader } from "./shape.js";

/**
 * A distribution under a key, with help text; by reference, so that the JSON Schema spells the kinds once.
 */
export function timeSpan(help: string): Reader<DistributionInput> {
  return described(
    help,
    v.lazy(() => distribution),
  );
}
