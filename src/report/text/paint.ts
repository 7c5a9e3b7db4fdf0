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

type Style = Parameters<typeof styleText>[0];

/** Colours of a terminal. Whether it shows them is for the caller to know. */
export const COLOURED: Paint = {
  title: styled("bold"),
  good: styled("green"),
  bad: styled("red"),
  doubtful: styled("yellow"),
  quiet: styled("dim"),
};

/** Left to itself, styleText would ask this process's standard output, whatever the text is for. */
function styled(style: Style): (text: string) => string {
  return (text) => styleText(style, text, { validateStream: false });
}
