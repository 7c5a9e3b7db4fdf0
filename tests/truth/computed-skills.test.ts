import { redials, skills, speeds } from "./computed/designs.js";
import { holdFamily } from "./computed/hold-family.js";

holdFamily(skills);
holdFamily(speeds);
holdFamily(redials);
