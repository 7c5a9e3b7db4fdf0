import type { Place, ProblemReporter } from "../../kit/problem.js";

/** One line of an iCalendar file, unfolded: `DTSTART;VALUE=DATE:20260525`. */
export interface IcalLine {
  /** In capitals. */
  readonly name: string;
  /** In capitals, as `VALUE=DATE`. */
  readonly parameters: readonly string[];
  readonly value: string;
  readonly place: Place;
}

/** An event's lines; those of what is nested in it (alarms) are left out. */
export interface IcalEvent {
  readonly lines: readonly IcalLine[];
  readonly place: Place;
}

/** Joins lines that a blank at the next line's start continues, and reports lines without a name. */
export function unfoldIcal(text: string, file: string, report: ProblemReporter): IcalLine[] {
  const joined: { text: string; line: number }[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const before = joined[joined.length - 1];
    if (/^[ \t]/.test(line) && before !== undefined) before.text += line.slice(1);
    else if (line.trim() !== "") joined.push({ text: line, line: index + 1 });
  }
  const lines: IcalLine[] = [];
  for (const { text: content, line } of joined) {
    const place = { file, line, column: 1 };
    // A parameter in quotes may hold a colon.
    const match = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(content);
    if (match === null) {
      const message =
        "this line is not NAME:value as in an iCalendar file, nor continues one (with a blank before it)";
      report({ severity: "error", place, message });
      continue;
    }
    const parameters = match[2].split(";").slice(1);
    lines.push({
      name: match[1].toUpperCase(),
      parameters: parameters.map((parameter) => parameter.toUpperCase()),
      value: match[3].trim(),
      place,
    });
  }
  return lines;
}

/** The events of an iCalendar file; reports what is not closed. */
export function icalEvents(lines: readonly IcalLine[], report: ProblemReporter): IcalEvent[] {
  const events: IcalEvent[] = [];
  const open: { name: string; place: Place; lines: IcalLine[] }[] = [];
  const fault = (place: Place, message: string) => report({ severity: "error", place, message });
  for (const line of lines) {
    const name = line.value.toUpperCase();
    if (line.name === "BEGIN") {
      open.push({ name, place: line.place, lines: [] });
    } else if (line.name === "END") {
      const last = open.pop();
      if (last?.name !== name) {
        const wanted = last
          ? `expected END:${last.name} for line ${last.place.line}`
          : "nothing is open here";
        fault(line.place, `found END:${name}; ${wanted}`);
        return events;
      }
      if (name === "VEVENT") events.push({ lines: last.lines, place: last.place });
    } else {
      open[open.length - 1]?.lines.push(line);
    }
  }
  for (const { name, place } of open) fault(place, `BEGIN:${name} is never ended; is the file cut off?`);
  return events;
}
