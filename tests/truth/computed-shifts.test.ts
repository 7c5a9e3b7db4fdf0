import { holdFamily } from "./computed/hold-family.js";
import { quotas } from "./computed/quotas.js";
import { absences, breaks, lateness, overtime } from "./computed/shifts.js";

holdFamily(overtime);
holdFamily(breaks);
holdFamily(absences);
holdFamily(lateness);
holdFamily(quotas);
