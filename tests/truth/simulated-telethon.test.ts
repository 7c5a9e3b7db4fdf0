import { holdToTruth } from "./simulated/claims.js";
import { telethonCases } from "./simulated/telethon.js";

holdToTruth("a week of mornings", telethonCases, "PS:TELETHON");
