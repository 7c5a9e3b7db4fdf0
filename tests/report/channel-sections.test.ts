import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { CHATS_SECTION, DEFERRED_SECTION, VISITS_SECTION } from "../../src/report/text/channel-sections.js";
import { PLAIN } from "../../src/report/text/paint.js";
import { formatTargets } from "../../src/report/text/targets.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { summarise } from "../../src/statistics/summarise.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

function reported(scenario: Scenario) {
  const model = compile(scenario);
  const summary = summarise(model, [simulate(model, "seed", 1)], { seed: "seed", version: "test" });
  const lines = (section: typeof CHATS_SECTION) =>
    section.format(scenario, summary, PLAIN).map((line) => line.trim().split(/ {2,}/).join("|"));
  return { summary, lines };
}

const plain = reported(scenarioOf({ queues: [queueOf("calls", { at: [0] })] }));

describe("the tables of channels", () => {
  test("tell what waited before and after, what came, and how waits count", () => {
    const open = { withinSeconds: 3600, counting: "ignore-short", underSeconds: 5, hours: "open" } as const;
    const scenario = scenarioOf({
      calendar: calendarOf({ open: [[0, 36_000]] }),
      queues: [
        queueOf("mails", {
          channel: "email",
          at: [0, 10, 40_000],
          backlog: { contacts: 4 },
          serviceLevel: open,
        }),
        queueOf("faxes", { channel: "fax", at: [20] }),
      ],
      teams: [teamOf("team", { skills: ["mails", "faxes"] })],
    });
    const { lines, summary } = reported(scenario);
    expect(lines(DEFERRED_SECTION).slice(-2)).toEqual([
      "mails|email|4|3|6|1|in opening hours",
      "faxes|fax|0|1|1|0|at all hours",
    ]);
    expect(formatTargets(scenario, summary, PLAIN).join("\n")).toContain(
      "no target; answered within 1h00m of opening hours  ",
    );
  });

  test("tell who found no seat, of all who came", () => {
    const { lines } = reported(
      scenarioOf({
        queues: [queueOf("guests", { channel: "visit", at: [0, 1, 2, 3], seats: 1 })],
        teams: [teamOf("team", { skills: ["guests"] })],
      }),
    );
    expect(lines(VISITS_SECTION).at(-1)).toBe("guests|1|2|2|50.0 %");
  });

  test("tell how many contacts agents hold at once, of the teams that may", () => {
    const chats = queueOf("chats", { channel: "chat", at: [0, 30], handle: 60, concurrency: 3 });
    const { lines } = reported(
      scenarioOf({
        queues: [chats, queueOf("calls", { at: [0] })],
        teams: [teamOf("chatters", { skills: ["chats"] }), teamOf("phones")],
      }),
    );
    // 120 seconds of chats in 90 of work.
    expect(lines(CHATS_SECTION).slice(-1)).toEqual(["chatters|1.33|3"]);
    expect(lines(CHATS_SECTION)).toHaveLength(2);
  });

  test("say nothing of a centre that has the phone alone", () => {
    for (const section of [DEFERRED_SECTION, VISITS_SECTION, CHATS_SECTION]) {
      expect(plain.lines(section)).toEqual([]);
    }
  });
});
