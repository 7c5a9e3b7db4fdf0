import type { AgentLine } from "../../plan/schedule/schedule-result.js";
import type { Calendar, Scenario } from "../../scenario/scenario.js";

const LINE_OCTETS = 75;

/**
 * An agent's shifts as an iCalendar file (RFC 5545): UTC times, so that no reader needs our time zone; the
 * stamp is the calendar's first moment, so that the same schedule has the same bytes.
 */
export function formatIcs(scenario: Scenario, line: AgentLine): string {
  const { calendar, hash, name } = scenario;
  const stamp = utcText(calendar, calendar.warmupSeconds);
  const events = line.shifts.flatMap((shift, index) => {
    const end = shift.startSeconds + shift.lengthSeconds;
    const breaks = shift.breaks.map(({ afterSeconds, lengthSeconds, paid }) => {
      const from = clockText(shift.startClockSeconds + afterSeconds);
      const to = clockText(shift.startClockSeconds + afterSeconds + lengthSeconds);
      return `Break ${from}-${to}${paid ? "" : " (unpaid)"}`;
    });
    return [
      "BEGIN:VEVENT",
      `UID:${hash}-${uidText(line.name)}-${index + 1}@callsim`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${utcText(calendar, shift.startSeconds)}`,
      `DTEND:${utcText(calendar, end)}`,
      `SUMMARY:${escaped(`${shift.template} (${line.name})`)}`,
      ...(breaks.length > 0 ? [`DESCRIPTION:${escaped(breaks.join("\n"))}`] : []),
      "END:VEVENT",
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//callsim//schedule//EN",
    `X-WR-CALNAME:${escaped(`${name}: ${line.name}`)}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((one) => `${folded(one)}\r\n`).join("");
}

/** A position on the time axis as `20260302T110000Z`. */
function utcText({ intervals }: Calendar, seconds: number): string {
  const { start, startSeconds } = intervals[0]!;
  const moment = new Date(Date.parse(start) + (seconds - startSeconds) * 1000);
  return moment.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function clockText(seconds: number): string {
  const minutes = Math.round(seconds / 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** As the type TEXT asks: no control characters but the line's end, which is spelled out. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

function uidText(text: string): string {
  return encodeURIComponent(text);
}

/** Lines of at most 75 octets; what follows on begins with a blank. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}
