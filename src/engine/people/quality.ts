import type { Muster } from "../../model/crews.js";
import type { Model } from "../../model/model.js";
import type { QualityTables } from "../../model/quality.js";
import type { Stream } from "../../random/stream.js";
import { openMusterStream } from "../agents/muster-stream.js";
import { BlockKind } from "../agents/pauses.js";
import type { Run } from "../run.js";

/**
 * What is left to evaluate, by team that evaluates. What was answered until its first shift of a date is
 * evaluated on that date, spread evenly over all its rostered time; what does not fit waits for the next.
 */
export class Evaluations {
  private readonly openSeconds: Float64Array;
  /** By team whose contacts are evaluated, how many of them stand in `openSeconds`, or did. */
  private readonly counted: Float64Array;
  /** The date planned last, and of its time the share in which the team evaluates. */
  private readonly dates: (string | undefined)[];
  private readonly shares: Float64Array;

  constructor(
    private readonly tables: QualityTables,
    teams: number,
  ) {
    this.openSeconds = new Float64Array(teams);
    this.counted = new Float64Array(teams);
    this.dates = new Array(teams);
    this.shares = new Float64Array(teams);
  }

  /** The share of a date's time in which the team evaluates; `answered` tells of a team how much it has. */
  shareOf(model: Model, team: number, date: string, answered: (team: number) => number): number {
    if (this.dates[team] !== date) {
      for (const { team: of, secondsEach } of this.tables.evaluates[team]) {
        const contacts = answered(of);
        this.openSeconds[team] += (contacts - this.counted[of]) * secondsEach;
        this.counted[of] = contacts;
      }
      const there = rosteredSeconds(model, team, date);
      this.dates[team] = date;
      this.shares[team] = there > 0 ? Math.min(1, this.openSeconds[team] / there) : 0;
      this.openSeconds[team] -= this.shares[team] * there;
    }
    return this.shares[team];
  }
}

/** Draws when each agent of a crew is coached and when it evaluates: two draws an agent for each. */
export function drawQuality(run: Run, muster: Muster): void {
  const { model, pauses, evaluations } = run;
  const { crew, date, startSeconds, endSeconds } = muster;
  const team = model.crews.teams[crew];
  const { evaluates, evaluatingBlocks } = model.quality!;
  if (model.scenario.teams[team].quality?.coaching) {
    drawCoaching(run, crew, openMusterStream(run, "coaching", muster), startSeconds, endSeconds);
  }
  if (evaluates[team].length === 0) return;
  const share = evaluations!.shareOf(model, team, date, (of) => answeredBy(run, of));
  const block = { share, blockSeconds: evaluatingBlocks[team] };
  const stream = openMusterStream(run, "evaluating", muster);
  for (let agent = model.crews.firstAgents[crew]; agent < model.crews.firstAgents[crew + 1]; agent++) {
    pauses!.drawBlocks(agent, BlockKind.Evaluating, startSeconds, endSeconds, block, stream);
  }
}

/** Draws when each agent of a crew, whose team is coached, is so between two moments. */
export function drawCoaching(run: Run, crew: number, stream: Stream, from: number, until: number): void {
  const { crews, scenario } = run.model;
  const coaching = scenario.teams[crews.teams[crew]].quality!.coaching!;
  for (let agent = crews.firstAgents[crew]; agent < crews.firstAgents[crew + 1]; agent++) {
    run.pauses!.drawBlocks(agent, BlockKind.Coaching, from, until, coaching, stream);
  }
}

/** Contacts that the team has answered until now, in the warm-up too. */
function answeredBy({ accounts, model }: Run, team: number): number {
  const { crews } = model;
  let contacts = 0;
  for (let crew = 0; crew < crews.count; crew++) {
    if (crews.teams[crew] === team) contacts += accounts.answeredSoFar(crew);
  }
  return contacts;
}

function rosteredSeconds({ crews }: Model, team: number, date: string): number {
  let sum = 0;
  for (const { crew, date: on, startSeconds, endSeconds } of crews.musters) {
    if (on !== date || crews.teams[crew] !== team) continue;
    sum += (crews.firstAgents[crew + 1] - crews.firstAgents[crew]) * (endSeconds - startSeconds);
  }
  return sum;
}
