import { busyness } from "./computed/busyness.js";
import { rated, staffed } from "./computed/days.js";
import { endless } from "./computed/endless.js";
import { holdFamily } from "./computed/hold-family.js";

holdFamily(rated);
holdFamily(staffed);
holdFamily(endless);
holdFamily(busyness);
