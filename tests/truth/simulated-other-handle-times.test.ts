import { holdToTruth } from "./simulated/claims.js";
import { otherHandleCases } from "./simulated/other-handle-times.js";

holdToTruth("a queue with handle times of another kind", otherHandleCases, "CF:MDC-4.5-5");
