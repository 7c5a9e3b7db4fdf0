import { suggestion } from "../../kit/nearest.js";
import type { Evaluation, Quality } from "../quality.js";
import type { TeamInput } from "../schema/team.js";
import type { Checking } from "./checking.js";

/** What a team's terms say of quality; nothing where they do not. */
export function qualityOf(checking: Checking, team: string, input: TeamInput): { quality?: Quality } {
  const { quality } = input;
  if (!quality) return {};
  const { coaching, survey } = quality;
  const evaluation = evaluationOf(checking, team, quality);
  const away = (coaching?.share ?? 0) + (input.offPhone?.share ?? 0);
  if (away >= 1) {
    const found = `with offPhone it is ${Math.round(away * 100)}% of paid time`;
    const message = `${found}; both together are below 100%`;
    checking.problems.at(["teams", team, "quality", "coaching", "share"], message);
  }
  return {
    quality: {
      ...(evaluation ? { evaluation } : {}),
      ...(coaching ? { coaching: { share: coaching.share, blockSeconds: coaching.block } } : {}),
      ...(survey ? { surveyShare: survey.response } : {}),
    },
  };
}

function evaluationOf(
  { sections, problems, calendar }: Checking,
  team: string,
  { evaluated: share, takes, by }: NonNullable<TeamInput["quality"]>,
): Evaluation | undefined {
  if (share === undefined || takes === undefined || by === undefined) return undefined;
  const path = ["teams", team, "quality"];
  const names = sections.teams.map(({ name }) => name);
  const terms = sections.teams.find(({ name }) => name === by)?.value;
  if (!names.includes(by)) {
    problems.at([...path, "by"], `there is no team ${by}; ${suggestion(by, names)}`);
  } else if (typeof terms?.agents === "object") {
    const message = `${by} has agents from a table, without shifts to plan its evaluations in`;
    problems.at([...path, "by"], message);
  }
  const other = sections.teams.find(
    ({ value }) =>
      value?.quality?.by === by && value.quality.takes !== undefined && value.quality.takes !== takes,
  );
  if (other) {
    const message = `${by} evaluates ${other.name} too, in another time; make them one`;
    problems.at([...path, "takes"], message);
  }
  const days = calendar.days.filter(
    ({ startSeconds, lengthSeconds }) =>
      startSeconds < calendar.horizonSeconds && startSeconds + lengthSeconds > 0,
  );
  if (sections.calendar && days.length < 2) {
    const message =
      "little or nothing is evaluated: it is what was answered before the day's first shift, " +
      "and there is one day; give the calendar warmup: 1d";
    problems.at([...path, "evaluated"], message, { ofKey: true, severity: "warning" });
  }
  return { share, takesSeconds: takes, team: by };
}
