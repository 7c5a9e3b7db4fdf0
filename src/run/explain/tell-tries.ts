import type { Model } from "../../model/model.js";
import { answerOf } from "./contact-answer.js";
import type { ContactTry } from "./contact-story.js";
import { closedTry, type OpenTry } from "./contact-try.js";
import { drawnLuck } from "./drawn-luck.js";
import type { PeopleView } from "./people-view.js";
import { type HandleParts, partsLeft } from "./time-limit.js";

/**
 * The calls of a contact as the story tells them, in their order, for a call that is handed over brings along
 * what was left of the one before.
 */
export function tellTries(
  model: Model,
  seed: string,
  replication: number,
  tries: readonly OpenTry[],
  people: PeopleView,
): ContactTry[] {
  let left: HandleParts | undefined;
  return tries.map((open) => {
    const luck = { ...drawnLuck(model, seed, replication, open.caller), ...left };
    left = partsLeft(model, open, luck, people);
    return closedTry(model, open, luck, open.answer && answerOf(model, open, luck, people));
  });
}
