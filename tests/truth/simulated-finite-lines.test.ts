import { holdToTruth } from "./simulated/claims.js";
import { finiteLineCases } from "./simulated/finite-lines.js";

holdToTruth("a centre with few lines", finiteLineCases, "CF:MMCK-12-17");
