import { expect, test } from "vitest";
import { serviceLevelParts } from "../../src/statistics/service-level.js";

const counts = {
  offered: 1060,
  answered: 1000,
  answeredWithin: 860,
  abandonedWithin: 20,
  abandonedUnder: 10,
};

test("the six ways of counting, on 1,000 answered of which 860 in time and 60 abandoned of which 20 in time", () => {
  expect(serviceLevelParts("ignore-short", counts)).toEqual({ met: 860, of: 1040 });
  expect(serviceLevelParts("abandoned-miss", counts)).toEqual({ met: 860, of: 1060 });
  expect(serviceLevelParts("abandoned-hit", counts)).toEqual({ met: 880, of: 1060 });
  expect(serviceLevelParts("answered-only", counts)).toEqual({ met: 860, of: 1000 });
  expect(serviceLevelParts("ignore-under", counts)).toEqual({ met: 860, of: 1050 });
  expect(serviceLevelParts("credit-under", counts)).toEqual({ met: 870, of: 1060 });
});
