import { expect, test } from "vitest";
import { changesWords } from "../../src/report/text/compare/change-words.js";

test("times of weeks are told in weeks, of days in days, and shorter ones as everywhere", () => {
  const words = (a: number, b: number) =>
    changesWords([{ path: "teams.desk.training.lengthSeconds", a, b }], ["A", "B"], 1);
  expect(words(21 * 86_400, 10 * 86_400)).toBe("teams.desk.training.length 3w to 10d");
  expect(words(2 * 86_400, 8.5 * 86_400)).toBe("teams.desk.training.length 48h00m to 204h00m");
  expect(words(90, 0)).toBe("teams.desk.training.length 90s to 0s");
});
