import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { callsim, folderWith } from "./call.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The block of text that follows a sentence of the README. */
function shownAfter(sentence: string): string {
  const start = readme.replace(/\n/g, " ").indexOf(sentence);
  expect(start, sentence).toBeGreaterThan(0);
  const [, block] = /```text\n([\s\S]*?)```/.exec(readme.slice(start))!;
  return block!;
}

async function printed(...args: readonly string[]): Promise<string> {
  const { code, stdout } = await callsim(args, { cwd: root });
  expect(code).toBe(0);
  return stdout;
}

test("the README shows what compare prints", async () => {
  const shown = shownAfter("callsim compare scenarios/03-two-skills.yaml");
  expect(await printed("compare", "scenarios/03-two-skills.yaml")).toContain(shown);
});

test("the README shows how sure staff is of its answer", async () => {
  const shown = shownAfter("callsim staff scenarios/09-peak-day.yaml");
  expect(await printed("staff", "scenarios/09-peak-day.yaml")).toContain(shown);
});

test("the README shows what sweep prints", async () => {
  const shown = shownAfter("callsim sweep scenarios/02-hang-ups-and-redials.yaml");
  const text = await printed(
    ...["sweep", "scenarios/02-hang-ups-and-redials.yaml", "--vary", "teams.agents.agents=12..15"],
    ...["--vary", "queues.orders.redial.chance=0%..60%:30%", "--measure", "orders.serviceLevel"],
    ...["--out", path.join(folderWith({}), "sweep.csv")],
  );
  expect(text).toContain(shown);
  // Beside it stands what was swept, so that a kept summary can be traced to its scenario.
  expect(text.replace(/\n/g, " ")).toMatch(/; callsim [\d.]+, scenario [0-9a-f]{16} before values are set/);
});

test("the README shows what grow prints of a case whose rate is not known", async () => {
  const shown = shownAfter("callsim grow scenarios/22-outlook.yaml --only-cases");
  const file = "scenarios/22-outlook.yaml";
  const { growth } = parse(readFileSync(path.join(root, file), "utf8"));
  // A case prints the same, whichever are beside it; the others would take half a minute.
  const others = Object.keys(growth.cases).filter((name) => name !== "yearly");
  const without = others.flatMap((name) => ["--set", `growth.cases.${name}=null`]);
  const quiet = ["--set", "sources=null", ...without];
  expect(await printed("grow", file, "--only-cases", ...quiet)).toContain(shown);
});

test("the README shows what hire prints first", async () => {
  const shown = shownAfter("callsim hire scenarios/23-hiring.yaml --replications 5`, the beginning");
  expect(await printed("hire", "scenarios/23-hiring.yaml", "--replications", "5")).toContain(shown);
});

test("the README shows what explain prints", async () => {
  const shown = shownAfter("callsim explain scenarios/06-around-the-clock.yaml --worst");
  expect(await printed("explain", "scenarios/06-around-the-clock.yaml", "--worst")).toContain(shown);
});

test("the README shows what run says of control variates and of a precision", async () => {
  const [controls, precision] = shownAfter("callsim run scenarios/09-peak-day.yaml`, which simulates").split(
    "\n",
  );
  const file = "scenarios/09-peak-day.yaml";
  expect(await printed("run", file)).toContain(`\n${controls}\n`);
  const asked = "run.precision={measure: claims.serviceLevel, halfWidth: 0.5%}";
  expect(await printed("run", file, "--set", asked)).toContain(`\n${precision}\n`);
});

test("the README shows what run prints of the main job, before the growth", async () => {
  const text = await printed("run", "scenarios/06-around-the-clock.yaml");
  const [, queues] = /(Queues: contacts over the 7 days[\s\S]*?)\n\n/.exec(readme)!;
  const [, head] = /(Monday 2016-05-30[\s\S]*? without\.)\n/.exec(readme)!;
  expect(text).toContain(queues!);
  expect(text).toContain(head!);
});
