import { holdToTruth } from "./simulated/claims.js";
import { hangUpCases } from "./simulated/hang-ups.js";
import { withAndWithoutHangUpsCases } from "./simulated/with-and-without-hang-ups.js";

holdToTruth(
  "a queue whose callers hang up",
  { ...hangUpCases, ...withAndWithoutHangUpsCases },
  "CF:EA-2880-60-120-50",
);
