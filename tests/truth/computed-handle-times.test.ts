import { several, single } from "./computed/handle.js";
import { holdFamily } from "./computed/hold-family.js";

holdFamily(single);
holdFamily(several);
