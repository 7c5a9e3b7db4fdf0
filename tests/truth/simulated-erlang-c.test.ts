import { holdToTruth } from "./simulated/claims.js";
import { erlangCCases } from "./simulated/erlang-c.js";

holdToTruth("a queue whose callers never hang up", erlangCCases, "CF:EC-2880-60-50");
