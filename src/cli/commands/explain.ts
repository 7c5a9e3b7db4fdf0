import { suggestion } from "../../kit/nearest.js";
import { formatProblem, WrongUsage } from "../../kit/problem.js";
import { formatJson } from "../../report/json.js";
import { storyJson } from "../../report/story/story-json.js";
import { formatStoryText } from "../../report/text/story-text.js";
import { readScenario } from "../../scenario/read-scenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { deliver } from "../deliver.js";
import { tellStory, type Whose } from "../explain/tell-story.js";
import type { ExplainOptions } from "../explain-options.js";
import { complain } from "../failures.js";
import { watchInterruption } from "../interruption.js";
import { paintFor } from "../paint-for.js";
import { readOptionsOf } from "../simulation.js";
import { makeFolder } from "../write-file.js";

/** `callsim explain FILE --contact N` or `--worst`. */
export async function explain(file: string, options: ExplainOptions): Promise<void> {
  refuseContradictions(options);
  const { scenario, warnings } = await readScenario(file, readOptionsOf(options));
  const whose = whoseOf(scenario, options);
  if (!options.quiet) for (const one of warnings) complain(formatProblem(one));
  if (options.out !== undefined) makeFolder(options.out);
  const { replication, seed = scenario.run.seed } = options;
  const interruption = watchInterruption();
  try {
    const story = await tellStory({ scenario, replication, seed, whose }, interruption.signal);
    if (!story) throw new WrongUsage(nobody(options));
    const isText = options.format === "text";
    const text = isText
      ? formatStoryText(scenario, story, paintFor(options.out))
      : formatJson(storyJson(story));
    await deliver("explain", text, options);
  } finally {
    interruption.close();
  }
}

function refuseContradictions({ contact, worst, queue, hungUp }: ExplainOptions): void {
  if (contact === undefined && !worst) {
    throw new WrongUsage("whose story? give --contact NUMBER, as in run --trace, or --worst");
  }
  if (contact !== undefined && worst) throw new WrongUsage("--contact and --worst do not go together");
  if (worst) return;
  if (queue !== undefined)
    throw new WrongUsage("--queue goes with --worst; a contact's number says its queue");
  if (hungUp) throw new WrongUsage("--hung-up goes with --worst");
}

function whoseOf({ queues }: Scenario, { contact, queue, hungUp }: ExplainOptions): Whose {
  if (contact !== undefined) return { kind: "contact", contact };
  const names = queues.map(({ name }) => name);
  if (queue !== undefined && !names.includes(queue)) {
    throw new WrongUsage(`there is no queue ${queue}; ${suggestion(queue, names)}`);
  }
  return { kind: "worst", queue, hungUp: hungUp ?? false };
}

function nobody({ queue, hungUp, replication }: ExplainOptions): string {
  const whom = queue === undefined ? "nobody" : `nobody in ${queue}`;
  return `${whom} ${hungUp ? "hung up" : "had to wait"} in replication ${replication}`;
}
