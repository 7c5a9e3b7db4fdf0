import type { Finding } from "./check-findings.js";

/** Services whose logs take commands. GitLab takes none: it reads a file, see code-quality.ts. */
export type CommandService = "github" | "azure";

/**
 * The text with nothing in it that GitHub Actions or Azure Pipelines would take for a command: a scenario of
 * a stranger's pull request must not set variables by its name. A line that begins with `::` gets a blank
 * between, `##[` and `##vso[` one after the first sign, wherever they stand.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replace(/#(?=#\s*(?:\[|vso\[))/gi, "# ");
}

/**
 * A finding as a command that shows it beside its line of the file, one line of text. `pathOf` turns a file
 * as it was named into the path that the service knows it by.
 */
export function formatCommand(
  finding: Finding,
  service: CommandService,
  pathOf: (file: string) => string,
): string {
  const { severity, place, path, message } = finding;
  const file = withoutCommands(pathOf(place?.file ?? finding.file));
  const line = place?.line ?? 1;
  const column = place?.column ?? 1;
  const text = withoutCommands(path ? `${path}: ${message}` : message);
  if (service === "github") {
    const where = `file=${githubProperty(file)},line=${line},col=${column}`;
    return `::${severity} ${where},title=${TITLES[finding.kind]}::${githubData(text)}`;
  }
  const where = `sourcepath=${azureText(file)};linenumber=${line};columnnumber=${column}`;
  return `##vso[task.logissue type=${severity};${where};code=${finding.kind};]${azureText(text)}`;
}

const TITLES: Readonly<Record<Finding["kind"], string>> = {
  promise: "callsim promise",
  baseline: "callsim baseline",
  input: "callsim scenario",
};

/** As the toolkit of GitHub Actions escapes messages. */
function githubData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/** And properties. */
function githubProperty(text: string): string {
  return githubData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

/** As the task library of Azure Pipelines escapes both. */
function azureText(text: string): string {
  return text
    .replace(/%/g, "%AZP25")
    .replace(/\r/g, "%0D")
    .replace(/\n/g, "%0A")
    .replace(/\]/g, "%5D")
    .replace(/;/g, "%3B");
}
