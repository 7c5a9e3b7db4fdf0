import { holdToTruth } from "./simulated/claims.js";
import { redialCases } from "./simulated/redials.js";

holdToTruth("a queue whose callers try again", redialCases, "CF:REDIAL-A2");
