import type { Reached } from "../simulated/claims.js";

/** Figures by name. */
export type Answers = Readonly<Record<string, number>>;

/** A case whose answer the code in ../theory computes, as computed-cases.json holds it. */
export interface ComputedCase<Input = unknown> {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly input: Input;
  readonly expected: Answers;
  /** The same answers if handling takes 1 % longer, from which the power of a comparison is foreseen. */
  readonly longer: Answers;
}

/** A point of a family before its answers are known. */
export interface Point<Input> {
  readonly id: string;
  readonly title: string;
  readonly input: Input;
}

/** Cases of one kind: which, what theory says, how they are simulated. */
export interface Family<Input = unknown> {
  readonly name: string;
  /** Where the truth comes from: formula or method, and its source. */
  readonly truth: string;
  readonly points: readonly Point<Input>[];
  /** The answers; only code in ../theory, nothing of src/. */
  exact(input: Input): Answers;
  /** The same point with all handle times multiplied. */
  stretched(input: Input, factor: number): Input;
  /** The same point with callers so many times as patient, where callers hang up. */
  morePatient?(input: Input, factor: number): Input;
  /** Figures under the names of the answers. */
  simulated(input: Input, seed: string): Reached;
  /** Answers by the product's own formula, where it has one. */
  formula?(input: Input): Answers;
}

/** A family whatever its input is: its points go in where its points came from. */
export function family<Input>(of: Family<Input>): Family {
  return of as unknown as Family;
}

/** To 13 digits, which every machine agrees on; answers of 1e-13 are none. */
export function rounded(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, Number(value.toPrecision(13))]),
  );
}
