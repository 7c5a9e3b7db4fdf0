import { suggestion } from "../../kit/nearest.js";
import { dayNumber } from "../local-date.js";
import type { Learning, Licence, Pressure, Tenure, Training } from "../people.js";
import type { LicenceInput } from "../schema/people.js";
import type { TeamInput } from "../schema/team.js";
import type { Team } from "../team.js";
import { type Checking, checkDistribution } from "./checking.js";

/** As many as an integer has bits, but for its sign. */
const MOST_LICENCES = 31;

/** Seconds of a block of supervising where nothing is said. */
const CUSTOMARY_BLOCK = 1800;

type People = Pick<Team, "tenure" | "learning" | "training">;

/** What a team says of its people; `undefined` where a distribution could not be read. */
export function peopleOf(checking: Checking, team: string, input: TeamInput): People | undefined {
  const { learning } = input;
  checkRepeats(checking, team, input);
  checkPressure(checking, team, input);
  checkReasons(checking, team, input);
  const training = trainingOf(checking, team, input);
  const tenure = tenureOf(checking, team, input);
  if (input.tenure && !tenure) return undefined;
  return {
    ...(tenure ? { tenure } : {}),
    ...(learning ? { learning: learningOf(learning) } : {}),
    ...(training ? { training } : {}),
  };
}

function learningOf({ handle, resolution }: NonNullable<TeamInput["learning"]>): Learning {
  return {
    ...(handle ? { handle: { start: handle.start, halfSeconds: handle.half } } : {}),
    ...(resolution ? { resolution: { start: resolution.start, halfSeconds: resolution.half } } : {}),
  };
}

/** The pressure of a quota as the schema has it, in the scenario's words. */
export function pressureOf({ wrap = 1, repeat = 1 }: { wrap?: number; repeat?: number }): Pressure {
  return { wrapFactor: wrap, repeatFactor: repeat };
}

/** A licence as the schema has it, in the scenario's words. */
export function licenceOf({ after, pass, again }: LicenceInput): Licence {
  return {
    afterSeconds: after,
    passShare: pass,
    ...(again === undefined ? {} : { againSeconds: again }),
  };
}

/** Tenure without a use, and uses of a tenure that nobody has told. */
function checkReasons({ problems }: Checking, team: string, input: TeamInput): void {
  const path = ["teams", team];
  const known = input.tenure !== undefined || input.hired !== undefined;
  const { skills } = input;
  const licensed = Array.isArray(skills)
    ? []
    : Object.entries(skills as Record<string, { licence?: unknown }>).flatMap(([queue, { licence }]) =>
        licence === undefined ? [] : [["skills", queue, "licence"]],
      );
  const uses = [
    ...(["learning", "training"] as const).filter((key) => input[key]).map((key) => [key]),
    ...licensed,
  ];
  if (known && uses.length === 0) {
    const key = input.tenure ? "tenure" : "hired";
    const message = `${key} changes nothing without learning, training or a licence`;
    problems.at([...path, key], message, { ofKey: true, severity: "warning" });
  }
  if (licensed.length > MOST_LICENCES) {
    const message = `found ${licensed.length} licences; a team has at most ${MOST_LICENCES}`;
    problems.at([...path, "skills"], message, { ofKey: true });
  }
  for (const use of known ? [] : uses) {
    const message = "found no word of how long agents have been there; give the team tenure or hired";
    problems.at([...path, ...use], message, { ofKey: true });
  }
}

/** Who learns to resolve, or resolves less in a hurry, changes nothing where nobody calls again. */
function checkRepeats({ sections, problems }: Checking, team: string, input: TeamInput): void {
  const named = Array.isArray(input.skills) ? input.skills : Object.keys(input.skills);
  const isAsked = sections.queues.some(
    ({ name, value }) => named.includes(name) && value && "after" in value && value.after?.repeat,
  );
  const uses = [
    ...(input.learning?.resolution ? [["learning", "resolution"]] : []),
    ...(input.quota?.pressure?.repeat === undefined ? [] : [["quota", "pressure", "repeat"]]),
  ];
  for (const use of isAsked ? [] : uses) {
    const message = `it changes nothing: no queue that ${team} serves has after: {repeat: ...}`;
    problems.at(["teams", team, ...use], message, { ofKey: true, severity: "warning" });
  }
}

function checkPressure({ problems }: Checking, team: string, input: TeamInput): void {
  if (!input.quota?.pressure || typeof input.agents !== "object") return;
  const message = "agents from a table have no shift to be behind in; use a roster, or leave pressure out";
  problems.at(["teams", team, "quota", "pressure"], message, { ofKey: true });
}

function tenureOf(checking: Checking, team: string, input: TeamInput): Tenure | undefined {
  const { problems } = checking;
  const path = ["teams", team];
  if (input.tenure && input.hired) {
    problems.at([...path, "hired"], "found tenure and hired together; expected one of them", { ofKey: true });
  }
  if (input.tenure) {
    const of = checkDistribution(checking, input.tenure, [...path, "tenure"]);
    return of && { kind: "drawn", of };
  }
  return input.hired && { kind: "hired", groups: groupsOf(checking, team, input) };
}

function groupsOf(checking: Checking, team: string, input: TeamInput) {
  const { problems, calendar, sections } = checking;
  const path = ["teams", team, "hired"];
  const first = calendar.days.find((day) => day.startSeconds >= calendar.warmupSeconds)!.date;
  const shifts = Object.keys(input.roster ?? {});
  if (typeof input.agents === "object") {
    const message = "agents from a table have no names, so none of them is new; give tenure, or a roster";
    problems.at(path, message, { ofKey: true });
    return [];
  }
  const left = new Map<string | undefined, number>([
    [undefined, input.agents ?? 0],
    ...Object.entries(input.roster ?? {}),
  ]);
  return input.hired!.map(({ date, agents, shift }, index) => {
    const at = [...path, index];
    if (sections.calendar && dayNumber(date) > dayNumber(first)) {
      const message = `found ${date}; hired at the latest on ${first}, the calendar's first day`;
      problems.at([...at, "date"], message);
    }
    const which = shift ?? (shifts.length === 1 ? shifts[0] : undefined);
    if (shift !== undefined && !shifts.includes(shift)) {
      const hint = shifts.length > 0 ? suggestion(shift, shifts) : "the team has no roster";
      problems.at([...at, "shift"], `${team} has no shift ${shift}; ${hint}`);
    } else if (which === undefined && shifts.length > 1) {
      problems.at(at, `${team} works several shifts; say which, as in shift: ${shifts[0]}`);
    } else {
      const before = left.get(which)!;
      left.set(which, before - agents);
      if (agents > before) {
        const there =
          before > 0
            ? `only ${before} of its agents ${before === 1 ? "is" : "are"} left`
            : "no agents are left";
        problems.at([...at, "agents"], `found ${agents}; ${there}`);
      }
    }
    const tenureSeconds = Math.max(0, dayNumber(first) - dayNumber(date)) * 86_400;
    return { ...(which === undefined ? {} : { shift: which }), agents, tenureSeconds };
  });
}

function trainingOf({ sections, problems }: Checking, team: string, input: TeamInput): Training | undefined {
  const { training } = input;
  if (!training) return undefined;
  const path = ["teams", team, "training"];
  if (typeof input.agents === "object") {
    const message = "agents from a table are those on the phone; training needs agents: 20 or a roster";
    problems.at(path, message, { ofKey: true });
  }
  const { length, nesting = 0, supervisor, share = 0, block = CUSTOMARY_BLOCK } = training;
  if (supervisor === undefined) return { lengthSeconds: length, nestingSeconds: 0 };
  const names = sections.teams.map(({ name }) => name);
  const at = [...path, "supervisor"];
  const terms = sections.teams.find(({ name }) => name === supervisor)?.value;
  if (supervisor === team) {
    problems.at(at, `${team} cannot supervise itself; make the seniors a team of their own`);
  } else if (!names.includes(supervisor)) {
    problems.at(at, `there is no team ${supervisor}; ${suggestion(supervisor, names)}`);
  } else if (typeof terms?.agents === "object") {
    problems.at(at, `${supervisor} has agents from a table, without shifts to plan its supervising in`);
  }
  const other = sections.teams.find(
    ({ value }) =>
      value?.training?.supervisor === supervisor && (value.training.block ?? CUSTOMARY_BLOCK) !== block,
  );
  if (other) {
    const message = `${supervisor} supervises ${other.name} too, in blocks of another length; make them one`;
    problems.at([...path, "block"], message);
  }
  return {
    lengthSeconds: length,
    nestingSeconds: nesting,
    supervision: { team: supervisor, share, blockSeconds: block },
  };
}
