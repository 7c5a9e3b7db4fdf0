import { callCentreCases } from "./simulated/call-centre-day.js";
import { holdToTruth } from "./simulated/claims.js";

holdToTruth("the day of SSJ's call centre", callCentreCases, "CF:CALLCC-10");
