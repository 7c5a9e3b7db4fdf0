import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { CentreFromTrace, type Row, trace } from "./centre-from-trace.js";
import { holdsExactly } from "./exact-scenario.js";
import { crewSum, queueSum } from "./sums.js";

describe("laws without any tolerance, where all times are multiples of half a second", () => {
  it("Little's law: the area under the line of each queue is the sum of its waits", () => {
    let area = 0;
    holdsExactly((scenario) => {
      const { rows, observed } = trace(scenario);
      const { horizonSeconds } = scenario.calendar;
      const queues = scenario.queues.map(() => ({ area: 0, others: 0 }));
      const centre = new CentreFromTrace();
      let before = 0;
      const pass = (now: number) => {
        for (const one of centre.line) queues[one.queue].area += now - before;
        before = now;
      };
      for (const row of rows) {
        pass(row.seconds);
        const left = centre.follow(row);
        if (row.event === "unserved" && left) queues[left.queue].others += row.seconds - left.since;
      }
      pass(horizonSeconds);
      for (const one of centre.line) queues[one.queue].others += horizonSeconds - one.since;
      for (const [queue, sums] of queues.entries()) {
        const waits =
          queueSum(observed, queue, "answeredWaitSeconds") +
          queueSum(observed, queue, "abandonedWaitSeconds");
        expect(waits + sums.others).toBe(sums.area);
        area += sums.area;
      }
    });
    expect(area).toBeGreaterThan(1e6);
  });

  it("an agent's time is work, idleness and pauses, and nothing is left over", () => {
    let worked = 0;
    holdsExactly((scenario) => {
      const { rows, observed } = trace(scenario);
      const { crews, horizonSeconds } = compile(scenario);
      const centre = new CentreFromTrace();
      for (const row of rows) centre.follow(row);
      centre.close(horizonSeconds);
      for (let crew = 0; crew < crews.count; crew++) {
        const agents = [...centre.seconds].filter(
          ([agent]) => agent >= crews.firstAgents[crew] && agent < crews.firstAgents[crew + 1],
        );
        const sum = (state: "busy" | "idle" | "resting") =>
          agents.reduce((total, [, seconds]) => total + seconds[state], 0);
        expect(crewSum(observed, crew, "busySeconds")).toBe(sum("busy"));
        expect(crewSum(observed, crew, "idleSeconds")).toBe(sum("idle"));
        const pauses = ["breakSeconds", "unpaidBreakSeconds", "offPhoneSeconds"] as const;
        expect(pauses.reduce((total, name) => total + crewSum(observed, crew, name), 0)).toBe(sum("resting"));
        worked += sum("busy");
      }
    });
    expect(worked).toBeGreaterThan(1e6);
  });

  it("what was handled is what agents were busy with", () => {
    holdsExactly((scenario) => {
      const { rows, observed } = trace(scenario);
      const { horizonSeconds } = scenario.calendar;
      const parts = ["talkSeconds", "holdSeconds", "wrapSeconds"] as const;
      const handled = scenario.queues.reduce(
        (sum, _, queue) => sum + parts.reduce((total, name) => total + queueSum(observed, queue, name), 0),
        0,
      );
      const begun = new Map<number, number>();
      let inHand = 0;
      for (const { event, contact, seconds } of rows) {
        if (event === "answered") begun.set(contact, seconds);
        if (event !== "ends") continue;
        inHand += seconds - begun.get(contact)!;
        begun.delete(contact);
      }
      // Who is still in service has been booked whole, and has a rest that lies beyond the end.
      if (begun.size === 0) expect(handled).toBe(inHand);
      else expect(handled).toBeGreaterThan(inHand);
      const { crews } = compile(scenario);
      let busy = 0;
      for (let crew = 0; crew < crews.count; crew++) busy += crewSum(observed, crew, "busySeconds");
      const soFar = [...begun.values()].reduce((sum, since) => sum + horizonSeconds - since, 0);
      expect(busy).toBe(inHand + soFar);
    });
  });
});

describe("laws of every trace", () => {
  it("a contact has one life: it comes, perhaps waits, has one end, and begins anew only by a redial", () => {
    const after: Readonly<Record<string, readonly string[]>> = {
      "": ["arrives"],
      arrives: ["waits", "answered", "blocked", "closed"],
      waits: ["answered", "abandons", "unserved", "overflows"],
      overflows: ["answered", "abandons", "unserved", "overflows"],
      answered: ["ends"],
      // Who tries again is the same caller.
      abandons: ["redials"],
      blocked: ["redials"],
      redials: ["arrives"],
    };
    const ofContacts = new Set(Object.values(after).flat());
    let contacts = 0;
    holdsExactly((scenario) => {
      const last = new Map<number, string>();
      for (const { event, contact } of trace(scenario).rows) {
        if (!ofContacts.has(event)) continue;
        const before = last.get(contact) ?? "";
        expect(after[before] ?? [], `contact ${contact} ${before}`).toContain(event);
        last.set(contact, event);
      }
      contacts += last.size;
    });
    expect(contacts).toBeGreaterThan(5000);
  });

  it("an agent has one contact at a time, and none while away or on a break", () => {
    let answers = 0;
    holdsExactly((scenario) => {
      const centre = new CentreFromTrace();
      for (const row of trace(scenario).rows) {
        const { event, agent, team } = row;
        if (event === "answered") {
          expect(centre.agents.get(agent)).toMatchObject({ state: "idle", team });
          answers++;
        }
        if (event === "ends") expect(centre.agents.get(agent)?.state).toBe("busy");
        if (event === "breakStarts") expect(centre.agents.get(agent)?.state).toBe("idle");
        if (event === "logsOff") expect(["idle", "resting"]).toContain(centre.agents.get(agent)?.state);
        if (event === "logsOn") expect(centre.agents.has(agent)).toBe(false);
        centre.follow(row);
      }
    });
    expect(answers).toBeGreaterThan(3000);
  });

  it("a busy signal is heard when the lines are full, and never else", () => {
    let blocked = 0;
    let free = 0;
    holdsExactly((scenario) => {
      const { lines = Number.POSITIVE_INFINITY, queues } = scenario;
      const centre = new CentreFromTrace();
      const inQueue = queues.map(() => 0);
      for (const row of trace(scenario).rows) {
        const { event, queue } = row;
        const own = queues[queue]?.lines ?? Number.POSITIVE_INFINITY;
        const joins = event === "waits" || (event === "answered" && !isWaiting(centre, row));
        const isFull = centre.inSystem >= lines || inQueue[queue] >= own;
        if (event === "blocked") {
          expect(isFull).toBe(true);
          blocked++;
        } else if (joins) {
          expect(isFull).toBe(false);
          free++;
        }
        if (joins) inQueue[queue]++;
        if (event === "ends" || event === "abandons" || event === "unserved") inQueue[queue]--;
        centre.follow(row);
      }
    });
    expect(blocked).toBeGreaterThan(100);
    expect(free).toBeGreaterThan(3000);
  });

  it("an arriving contact takes the agent who idled longest in a team that prefers it most", () => {
    let choices = 0;
    holdsExactly((scenario) => {
      const centre = new CentreFromTrace();
      const preference = preferencesOf(scenario);
      // Equal moments are in the order in which the trace tells them.
      const idleSince = new Map<number, number>();
      for (const [at, row] of trace(scenario).rows.entries()) {
        const { event, agent, team, queue } = row;
        const mine = preference(team, queue);
        if (event === "answered" && !isWaiting(centre, row) && mine !== undefined) {
          for (const [other, one] of centre.agents) {
            const its = preference(one.team, queue);
            if (one.state !== "idle" || other === agent || its === undefined) continue;
            expect(mine).toBeLessThanOrEqual(its);
            if (mine === its) expect(idleSince.get(agent)).toBeLessThan(idleSince.get(other)!);
            choices++;
          }
        }
        centre.follow(row);
        if (event === "ends" || event === "logsOn" || event === "breakEnds") idleSince.set(agent, at);
      }
    });
    expect(choices).toBeGreaterThan(300);
  });

  it("a freed agent takes the most urgent, then the most preferred, then the longest waiting", () => {
    let choices = 0;
    holdsExactly((scenario) => {
      const { queues, routing } = scenario;
      const centre = new CentreFromTrace();
      const preference = preferencesOf(scenario);
      const rank = (team: number, queue: number) => [
        routing.contact === "priority" ? queues[queue].priority : 1,
        preference(team, queue)!,
      ];
      for (const row of trace(scenario).rows) {
        const { event, contact, team, queue } = row;
        const place = centre.line.findIndex((one) => one.contact === contact);
        if (event === "answered" && place >= 0 && preference(team, queue) !== undefined) {
          const [urgency, liking] = rank(team, queue);
          for (const [at, other] of centre.line.entries()) {
            if (at === place || preference(team, other.queue) === undefined) continue;
            const [its, itsLiking] = rank(team, other.queue);
            expect(urgency).toBeLessThanOrEqual(its);
            if (urgency === its) expect(liking).toBeLessThanOrEqual(itsLiking);
            if (urgency === its && liking === itsLiking) expect(place).toBeLessThan(at);
            choices++;
          }
        }
        centre.follow(row);
      }
    });
    expect(choices).toBeGreaterThan(1000);
  });
});

function isWaiting(centre: CentreFromTrace, { contact }: Row): boolean {
  return centre.line.some((one) => one.contact === contact);
}

function preferencesOf({ teams, queues }: Scenario) {
  return (team: number, queue: number) =>
    teams[team]?.skills.find((skill) => skill.queue === queues[queue]?.name)?.preference;
}
