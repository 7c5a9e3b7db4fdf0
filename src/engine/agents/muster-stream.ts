import type { Muster } from "../../model/crews.js";
import { openStream, type Stream } from "../../random/stream.js";
import type { Run } from "../run.js";

/** The stream from which one shift of a crew draws for a purpose, agent by agent. */
export function openMusterStream(run: Run, purpose: string, { crew, date }: Muster): Stream {
  const { crews, scenario } = run.model;
  const subject = `${scenario.teams[crews.teams[crew]].name}/${crews.shifts[crew] ?? ""}/${date}`;
  return openStream(run.seed, run.replication, purpose, subject);
}
