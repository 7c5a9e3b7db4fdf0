import * as v from "valibot";
import { suggestion } from "../../kit/nearest.js";
import { BAD_ENDS, type BadEnd } from "../customers.js";
import { duration, number, share, whole } from "./leaf.js";
import { described, isMap, leaf, list, oneOf, type Reader, shown, strict } from "./shape.js";

/** One thing that is bad treatment: how the last try ended, or a wait beyond so many seconds. */
export type BadlyInput = BadEnd | { readonly waited: number };

const EXPECTED = [...BAD_ENDS, "{waited: 10m}"];

const badEnd: Reader<BadEnd> = leaf({ enum: [...BAD_ENDS] }, (found) => {
  const known = BAD_ENDS.find((word) => word === found);
  if (known) return { value: known };
  if (found === "waited") return { problem: "waited needs its time, as in {waited: 10m}" };
  const word = typeof found === "string" ? suggestion(found, EXPECTED) : `expected ${EXPECTED.join(", ")}`;
  return { problem: `found ${shown(found)}; ${word}` };
});

const waited = strict("bad treatment", {
  waited: described("A wait of more than this is bad treatment.", duration({ positive: true })),
});

const badly: Reader<BadlyInput[]> = v.pipe(
  list(
    "what is bad treatment",
    oneOf<BadlyInput>([badEnd, waited], (found) => (isMap(found) ? waited : badEnd)),
  ),
  v.check(
    (found) => found.length > 0,
    "found an empty list; expected what is bad treatment, as in [abandoned, {waited: 10m}]",
  ),
  v.check((found) => {
    const kinds = found.map((one) => (typeof one === "string" ? one : "waited"));
    return new Set(kinds).size === kinds.length;
  }, "found the same bad treatment twice"),
);

const terms = {
  leave: v.exactOptional(
    described("Chance that a customer who was treated badly leaves; default 68%.", share("a chance")),
  ),
  badly: v.exactOptional(
    described("What is bad treatment; default [abandoned, blocked, balked, unserved].", badly),
  ),
  yearlyValue: v.exactOptional(
    described("What a customer is worth in a year.", number("a yearly value", { least: 0, most: 1e12 })),
  ),
};

/** Customers of the whole firm: how many, what each is worth, and when they leave. */
export const customers = strict("customers", {
  count: v.exactOptional(
    described("How many there are: no more can leave.", whole("customers", { least: 1, most: 1e12 })),
  ),
  ...terms,
});

/** What is different for the customers of one queue. */
export const queueCustomers = strict("customers of a queue", terms, {
  count: "customers are counted for the firm: write customers: {count: 40000} at the top level",
});

/** Customers as the schema leaves them. */
export type CustomersInput = v.InferOutput<typeof customers>;

/** Customers of a queue as the schema leaves them. */
export type QueueCustomersInput = v.InferOutput<typeof queueCustomers>;
