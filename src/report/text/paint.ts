import { styleText } from "node:util";

/** Marks of emphasis; each returns its text, in colour where colour was asked for. */
export interface Paint {
  readonly title: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubtful: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const asItIs = (text: string) => text;

/** No colour: the text as it is. */
export const PLAIN: Paint = {
  title: asItIs,
  good: asItIs,
  bad: asItIs,
  doubtful: asItIs,
  quiet: asItIs,
};

/** Colours of a terminal. Whether it shows them is for the caller to know. */
export const COLOURED: Paint = {
  title: (text) => styleText("bold", text),
  good: (text) => styleText("green", text),
  bad: (text) => styleText("red", text),
  doubtful: (text) => styleText("yellow", text),
  quiet: (text) => styleText("dim", text),
};
