import { holdToTruth } from "./simulated/claims.js";
import { endlessAgentsCases } from "./simulated/endless-agents.js";

holdToTruth("a centre with agents to spare", endlessAgentsCases, "CF:MTMINF");
