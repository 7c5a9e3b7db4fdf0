import type { Model } from "../../model/model.js";
import type { TeamPeople } from "../../model/people.js";
import { compileSampler } from "../../random/compile-sampler.js";
import { openStream } from "../../random/stream.js";
import type { Licence } from "../../scenario/people.js";

/** Past so many failed exams nobody is taken to come to another. */
const MOST_EXAMS = 1000;
const EVER = Number.POSITIVE_INFINITY;

/**
 * By agent, the tenure when counted time begins, in seconds; Infinity for one who has been there for ever.
 */
export function drawTenures(model: Model, seed: string, replication: number): Float64Array {
  const { crews, people } = model;
  const tenures = new Float64Array(crews.agents).fill(EVER);
  for (let crew = 0; crew < crews.count; crew++) {
    const tenure = people?.teams[crews.teams[crew]]?.tenure;
    const first = crews.firstAgents[crew];
    const end = crews.firstAgents[crew + 1];
    if (tenure?.kind === "drawn") {
      const draw = compileSampler(tenure.of, openStream(seed, replication, "tenure", crewName(model, crew)));
      for (let agent = first; agent < end; agent++) tenures[agent] = draw();
    }
    let last = end;
    for (const { shift, agents, tenureSeconds } of tenure?.kind === "hired" ? tenure.groups : []) {
      // A team whose shifts gave way to a table has all its hires there.
      if (shift !== undefined && crews.shifts[crew] !== undefined && shift !== crews.shifts[crew]) continue;
      const from = Math.max(first, last - agents);
      tenures.fill(tenureSeconds, from, last);
      last = from;
    }
  }
  return tenures;
}

/**
 * By agent of the crew and licence of its team, `(agent - first) * licences + licence`, the tenure from which
 * the agent holds the licence; Infinity for never. One draw an agent and licence, however many exams it
 * takes.
 */
export function drawLicences(
  model: Model,
  crew: number,
  { licences }: TeamPeople,
  seed: string,
  replication: number,
): Float64Array {
  const { crews, queues } = model;
  const agents = crews.firstAgents[crew + 1] - crews.firstAgents[crew];
  const from = new Float64Array(agents * licences.length);
  for (const [index, licence] of licences.entries()) {
    const subject = `${crewName(model, crew)}/${queues[licence.queue].name}`;
    const draw = openStream(seed, replication, "licence", subject);
    for (let agent = 0; agent < agents; agent++) {
      from[agent * licences.length + index] = licensedFrom(licence, draw());
    }
  }
  return from;
}

/** The tenure at the exam that is passed: the first n fail with the chance of one failing to the power n. */
function licensedFrom({ afterSeconds, passShare, againSeconds = EVER }: Licence, uniform: number): number {
  let failing = 1 - passShare;
  let exams = 1;
  while (uniform < failing && exams < MOST_EXAMS) {
    failing *= 1 - passShare;
    exams++;
  }
  if (uniform < failing) return EVER;
  return exams === 1 ? afterSeconds : afterSeconds + (exams - 1) * againSeconds;
}

function crewName({ crews, scenario }: Model, crew: number): string {
  return `${scenario.teams[crews.teams[crew]].name}/${crews.shifts[crew] ?? ""}`;
}
