/**
 * What reading a piece of text gave: a value, or the reason why there is none (a phrase without full stop).
 */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };
