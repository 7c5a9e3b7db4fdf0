/** Which of the things that few contacts need the scenario, or who traces it, asks for. */
export interface ContactNeeds {
  /** Handle time beside talk. */
  readonly parts: boolean;
  readonly overflow: boolean;
  readonly redial: boolean;
  readonly numbers: boolean;
}

/** A number for each slot, for a mechanism that only some scenarios have. */
export interface SlotNumbers<Of extends Float64Array | Int32Array> {
  /** By slot; another array once there are more slots. */
  values: Of;
}
