import { agreeOnScenarios } from "./agree-on-scenarios.js";

agreeOnScenarios(0, 2);
