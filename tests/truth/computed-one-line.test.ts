import { holdFamily } from "./computed/hold-family.js";
import { loss } from "./computed/loss.js";
import { finite, hangUps, patient } from "./computed/one-line.js";

holdFamily(patient);
holdFamily(hangUps);
holdFamily(finite);
holdFamily(loss);
