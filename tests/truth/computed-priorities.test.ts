import { classes } from "./computed/classes.js";
import { urgent } from "./computed/designs.js";
import { holdFamily } from "./computed/hold-family.js";

holdFamily(classes);
holdFamily(urgent);
