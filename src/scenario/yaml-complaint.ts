import type { YAMLParseError, YAMLWarning } from "yaml";

type Fault = YAMLParseError | YAMLWarning;

/** The complaint about a quotation mark without a second. */
export const UNCLOSED_QUOTE = "a quotation mark is opened here and not closed";

const RUNS_ON = "the line after this value is indented further, so belongs to it; align it with its siblings";

/**
 * What YAML complains about, in words for people who do not know YAML's. One slip makes it complain of much
 * that follows: that is left out.
 */
export function yamlComplaints(
  faults: readonly Fault[],
  text: string,
): { offset: number; message: string }[] {
  const first = [...faults].sort((a, b) => a.pos[0] - b.pos[0])[0];
  const tabs = faults.filter((fault) => fault.code === "TAB_AS_INDENT");
  const kept = tabs.length > 0 ? tabs : faults;
  const over = kept.find(
    (fault) =>
      fault.code === "BLOCK_AS_IMPLICIT_KEY" &&
      kept.some((other) => other.code === "MULTILINE_IMPLICIT_KEY" && other.pos[0] === fault.pos[0]),
  );
  const echoed = inBrackets(kept);
  return kept
    .filter((fault) => !ECHOES.includes(fault.code) || fault === first)
    .filter((fault) => fault === over || fault.pos[0] !== over?.pos[0])
    .filter((fault) => fault === echoed || echoed === undefined || fault.pos[0] < echoed.pos[0])
    .map((fault) => ({
      offset: fault.pos[0],
      message: fault === over ? RUNS_ON : yamlComplaint(fault, text),
    }));
}

/** Complaints that follow from any other above them, each line anew. */
const ECHOES: readonly string[] = ["UNEXPECTED_TOKEN", "BAD_INDENT"];

/** The first block inside brackets: what is said of the same place, and behind it, echoes that one. */
function inBrackets(faults: readonly Fault[]): Fault | undefined {
  return faults.find(({ code }) => code === "BLOCK_IN_FLOW");
}

function yamlComplaint(fault: Fault, text: string): string {
  const code = text.codePointAt(fault.pos[0]);
  const found = code === undefined ? "" : String.fromCodePoint(code);
  switch (fault.code) {
    case "TAB_AS_INDENT":
      return "a tab indents this line; indent with spaces";
    case "BAD_INDENT":
      return bracketComplaint(fault, text) ?? `this line's indentation does not match ${SIBLINGS}`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return "a second colon on one line; put quotes around a value that has one";
    case "MULTILINE_IMPLICIT_KEY":
      return "this line has no colon; write a key, a colon and a space, then the value";
    case "KEY_OVER_1024_CHARS":
      return "found a colon behind more than 1024 characters; put quotes around a value that has one";
    case "MISSING_CHAR":
      return missingComplaint(fault, found, text);
    case "BAD_SCALAR_START":
      return `a value cannot begin with ${found}; put quotes around it`;
    case "BAD_DQ_ESCAPE":
      return "a backslash inside double quotes begins an escape; write it twice or use single quotes";
    case "TAG_RESOLVE_FAILED":
      return `${fault.message.replace("Unresolved tag: ", "the tag ")} is not supported; remove it`;
    case "BAD_COLLECTION_TYPE":
      return "the tag here is of another kind of value; remove it";
    case "MULTIPLE_TAGS":
    case "MULTIPLE_ANCHORS":
      return `found a second ${found} before one value; expected one at most`;
    case "BAD_PROP_ORDER":
      return `found ${found} behind an & or a !; expected it before them`;
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
      return `a ${found === "&" ? "& begins an anchor" : "* begins an alias"} here; ${QUOTES_IF_TEXT}`;
    case "BLOCK_IN_FLOW":
      if (found === "-") return "found a list with dashes inside brackets; write it with brackets too";
      return "found a second colon inside brackets; expected a comma between the entries";
    case "UNEXPECTED_TOKEN":
      return unexpectedComplaint(fault, found);
    default:
      return `found ${describe(found)}; expected YAML, check brackets, quotes and colons`;
  }
}

const SIBLINGS = "the lines above; align it with its siblings";
const QUOTES_IF_TEXT = "put quotes around the value if it is text";

/** What is to be written where something is missing, by a part of what the parser says of it. */
const MISSING: readonly (readonly [said: string, message: string])[] = [
  ["quote", UNCLOSED_QUOTE],
  ["map values", "this line has no colon; write a key, a colon, a value"],
  ["Tags and anchors", "found a value right behind an & or a !; expected a space, or quotes around it all"],
  ["Comments must", "found # right behind a value; expected a space before a comment"],
  ["space after :", "found a value right behind a colon; expected a space between"],
  ["item without -", "found a line without a dash in a list; expected a dash and a space before each item"],
  ["cannot start on same line", "found a key on the line of ---; expected it on a line of its own"],
  ["indicator line", "found text behind the end of the scenario; expected nothing more"],
];

function missingComplaint(fault: Fault, found: string, text: string): string {
  const known = MISSING.find(([said]) => fault.message.includes(said))?.[1];
  if (known !== undefined) return known;
  if (/Missing ,/.test(fault.message))
    return `found ${describe(found)} inside brackets; expected a comma before it`;
  return bracketComplaint(fault, text) ?? `found ${describe(found)}; expected more before it`;
}

/** A bracket that is not closed, undefined where it is none. */
function bracketComplaint({ message, pos }: Fault, text: string): string | undefined {
  const closing = /end with a ([\]}])/.exec(message)?.[1];
  if (closing === undefined) return undefined;
  const place = text.slice(pos[0]).trim() === "" ? "at the end" : "before this line, or indent it further";
  return `a bracket opened above is not closed; add ${closing} ${place}`;
}

function unexpectedComplaint({ message }: Fault, found: string): string {
  if (message.includes("header includes extra")) {
    return `found ${describe(found)} behind | or >; expected the text to begin on the next line`;
  }
  if (/Unexpected (?:,|empty item)/.test(message)) {
    return "found a comma behind a bracket or another comma; expected a value between them";
  }
  return `${describe(found)} is not expected here; check brackets, quotes and commas`;
}

function describe(character: string): string {
  return character.trim() === "" ? "the end of the line" : character;
}
