import { existsSync } from "node:fs";

const FRONT_DOOR = new URL("../../dist/index.js", import.meta.url);

/** The build: its front door, and the inner modules whose work is fingerprinted. */
export async function loadBuilt() {
  if (!existsSync(FRONT_DOOR)) throw new Error("there is no build; npm run build makes it");
  const inner = [
    "engine/contacts/luck.js",
    "engine/contacts/contacts.js",
    "report/json.js",
    "report/json-results.js",
    "run/thread-runner.js",
  ];
  const modules = await Promise.all(
    ["index.js", ...inner].map((file) => import(new URL(`../../dist/${file}`, import.meta.url).href)),
  );
  return Object.assign({}, ...modules);
}
