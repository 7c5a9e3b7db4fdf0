import { holdFamily } from "./computed/hold-family.js";
import { impatient, relieved } from "./computed/impatient.js";

holdFamily(impatient);
holdFamily(relieved);
