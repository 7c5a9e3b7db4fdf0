import { holdToTruth } from "./simulated/claims.js";
import { severalQueueCases } from "./simulated/several-queues.js";

holdToTruth("a centre with several queues", severalQueueCases, "CF:NMODEL-A");
