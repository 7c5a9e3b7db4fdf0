import { holdToTruth } from "./simulated/claims.js";
import { dayCases } from "./simulated/days-from-empty.js";

holdToTruth("a day that begins empty", dayCases, "CF:DAY-OVERLOAD");
