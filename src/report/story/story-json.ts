import type { ContactStory } from "../../run/explain/contact-story.js";
import type { Json } from "../json.js";
import { storySentences } from "./story-sentences.js";

/** A contact's story as JSON: its facts, the sentences that tell them, and the cause. */
export function storyJson(story: ContactStory): Json {
  const { version, scenario, seed, replication, contact, queue, mostRedials, tries, lead } = story;
  const { tries: sentences, cause } = storySentences(story);
  return {
    callsim: version,
    scenario: { ...scenario },
    seed,
    replication,
    contact,
    queue,
    mostRedials,
    ...(lead && {
      lead: {
        ...plain(lead),
        calls: lead.calls.map((one, index) => ({ ...plain(one), sentences: sentences[index]! })),
      },
    }),
    tries: tries.map((one, index) => ({ ...plain(one), sentences: sentences[index]! })),
    cause,
  };
}

/** The facts are plain data; what is absent is left out, what has no end is null. */
function plain(facts: object): { readonly [key: string]: Json } {
  return facts as { readonly [key: string]: Json };
}
