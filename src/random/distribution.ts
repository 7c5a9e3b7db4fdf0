/**
 * A distribution as plain data, times in seconds. What a scenario file spells in several ways has one form here:
 * `lognormal {mean, cv}` and `{median, p90}` both become a median and the standard deviation of the logarithm.
 */
export type Distribution =
  | { readonly kind: "constant"; readonly seconds: number }
  | { readonly kind: "exponential"; readonly meanSeconds: number }
  | { readonly kind: "lognormal"; readonly medianSeconds: number; readonly sigma: number }
  | { readonly kind: "gamma"; readonly meanSeconds: number; readonly cv: number }
  | { readonly kind: "weibull"; readonly meanSeconds: number; readonly shape: number }
  | { readonly kind: "erlang"; readonly meanSeconds: number; readonly stages: number }
  | { readonly kind: "uniform"; readonly minSeconds: number; readonly maxSeconds: number }
  | {
      readonly kind: "triangular";
      readonly minSeconds: number;
      readonly modeSeconds: number;
      readonly maxSeconds: number;
    }
  /** The observed values, ascending; a draw is one of them, each as likely as the next. */
  | { readonly kind: "empirical"; readonly valuesSeconds: readonly number[] }
  | {
      readonly kind: "mixture";
      readonly parts: readonly { readonly weight: number; readonly of: Distribution }[];
    };
