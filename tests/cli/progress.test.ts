import { afterEach, expect, test, vi } from "vitest";
import { openProgress } from "../../src/cli/progress.js";

const { isTTY, columns } = process.stderr;
afterEach(() => {
  Object.assign(process.stderr, { isTTY, columns });
  vi.restoreAllMocks();
});

/** What a bar at `done` of 10 replications writes on a terminal of that width. */
async function barOn(width: number, done: number): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  Object.assign(process.stderr, { isTTY: true, columns: width });
  const bar = openProgress("Replications", false);
  await new Promise((resolve) => setTimeout(resolve, 120));
  bar.show(done, 10);
  vi.restoreAllMocks();
  return written.join("");
}

test("a bar fills one line and never more, so that it can be taken back", async () => {
  const begin = "\r\u001b[K";
  expect(await barOn(80, 5)).toBe(`${begin}Replications [###############...............] 5 of 10`);
  expect(await barOn(20, 5)).toBe(`${begin}Replications [#####`);
  expect(await barOn(0, 10)).toBe(`${begin}Replications [##############################] 10 of 10`);
});
