/** What is done about the quality of a team's contacts. */
export interface Quality {
  readonly evaluation?: Evaluation;
  /** Time of the team itself off the phone, in blocks. */
  readonly coaching?: { readonly share: number; readonly blockSeconds: number };
  /** Of the contacts answered, those whose customer answers a survey. */
  readonly surveyShare?: number;
}

/** That recordings are listened to and judged. */
export interface Evaluation {
  /** Of the contacts answered. */
  readonly share: number;
  /** For one contact; also the length of a block off the phone. */
  readonly takesSeconds: number;
  /** The team that evaluates. */
  readonly team: string;
}
