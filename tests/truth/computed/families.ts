import { busyness } from "./busyness.js";
import { classes } from "./classes.js";
import { rated, staffed } from "./days.js";
import { redials, skills, speeds, urgent } from "./designs.js";
import { endless } from "./endless.js";
import type { Family } from "./family.js";
import { several, single } from "./handle.js";
import { impatient, relieved } from "./impatient.js";
import { loss } from "./loss.js";
import { finite, hangUps, patient } from "./one-line.js";
import { quotas } from "./quotas.js";
import { absences, breaks, lateness, overtime } from "./shifts.js";

/** All families of computed cases, in the order in which they are told. */
export const families: readonly Family[] = [
  patient,
  hangUps,
  impatient,
  finite,
  loss,
  single,
  several,
  classes,
  urgent,
  skills,
  speeds,
  relieved,
  redials,
  rated,
  staffed,
  endless,
  busyness,
  overtime,
  breaks,
  absences,
  lateness,
  quotas,
];
