import { agreeOnScenarios } from "./agree-on-scenarios.js";

agreeOnScenarios(1, 2);
