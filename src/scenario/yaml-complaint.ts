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
  return kept
    .filter((fault) => fault.code !== "UNEXPECTED_TOKEN" || fault === first)
    .filter((fault) => fault === over || fault.pos[0] !== over?.pos[0])
    .map((fault) => ({
      offset: fault.pos[0],
      message: fault === over ? RUNS_ON : yamlComplaint(fault, text),
    }));
}

function yamlComplaint(fault: Fault, text: string): string {
  const found = text[fault.pos[0]] ?? "";
  switch (fault.code) {
    case "TAB_AS_INDENT":
      return "a tab indents this line; indent with spaces";
    case "BAD_INDENT":
      if (fault.message.includes("end with a")) {
        const closing = fault.message.at(-1);
        return `a bracket opened above is not closed; add ${closing} before this line, or indent it further`;
      }
      return "this line's indentation does not match the lines above; align it with its siblings";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "a second colon on one line; put quotes around a value that has one";
    case "MULTILINE_IMPLICIT_KEY":
      return "this line has no colon; write a key, a colon and a space, then the value";
    case "MISSING_CHAR":
      if (fault.message.includes("quote")) return UNCLOSED_QUOTE;
      if (fault.message.includes("map values"))
        return "this line has no colon; write a key, a colon, a value";
      return `${fault.message.toLowerCase()}`;
    case "BAD_SCALAR_START":
      return `a value cannot begin with ${found}; put quotes around it`;
    case "BAD_DQ_ESCAPE":
      return "a backslash inside double quotes begins an escape; write it twice or use single quotes";
    case "TAG_RESOLVE_FAILED":
      return `${fault.message.replace("Unresolved tag: ", "the tag ")} is not supported; remove it`;
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
      return "a * begins an alias here; put quotes around the value if it is text";
    case "UNEXPECTED_TOKEN":
      return `${describe(found)} is not expected here; check brackets, quotes and commas`;
    default:
      return fault.message.split("\n")[0]!;
  }
}

function describe(character: string): string {
  return character.trim() === "" ? "the end of the line" : character;
}
