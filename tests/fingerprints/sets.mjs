import { createHash } from "node:crypto";

/*
 * Plain JavaScript, so that the tests take the fingerprints of the sources and `npm run digest` those of the
 * build, on any Node.
 */

/** What is fingerprinted of a scenario, from cause to effect. */
export const SETS = [
  "scenario",
  "calendar",
  "rates",
  "arrivals",
  "luck",
  "attendance",
  "routing",
  "queues",
  "waits",
  "crews",
  "shifts",
  "summary",
  "json",
];

/** The first one is traced; the counts and the figures are of them all. */
const REPLICATIONS = 3;
/** Callers of each queue, and as many redials, whose luck is looked at. */
const CALLERS = 500;

/**
 * A scenario's fingerprints by set, each the first 12 hexadecimal digits of SHA-256. Left out is what may
 * differ where nothing is simulated otherwise: versions, and how many events the engine took.
 */
export function fingerprintsOf(engine, scenario) {
  const { seed } = scenario.run;
  const model = engine.compile(scenario);
  const traced = tracedOf(engine, model, seed);
  const observed = Array.from({ length: REPLICATIONS }, (_, index) =>
    engine.simulate(model, seed, index + 1),
  );
  const summary = engine.summarise(model, observed, { seed, version: "" });
  const observations = (...fields) =>
    print((bytes) => {
      for (const one of observed) for (const field of fields) bytes.numbers(one[field]);
    });
  const cellsOf = (subjects) => subjects * (scenario.calendar.intervals.length + 1);
  return {
    scenario: print((bytes) => bytes.text(scenario.hash)),
    calendar: print((bytes) => writeCalendar(bytes, model)),
    rates: print((bytes) => writeRates(bytes, model)),
    arrivals: print((bytes) => bytes.numbers(traced.arrivals)),
    luck: print((bytes) => writeLuck(bytes, engine, model, seed)),
    attendance: print((bytes) => bytes.numbers(traced.attendance)),
    routing: print((bytes) => bytes.numbers(traced.routing)),
    queues: print((bytes) => {
      for (const { queueCells } of observed) writeCells(bytes, queueCells, cellsOf(model.queues.length), 17);
    }),
    waits: observations("waitCounts", "longestWaitSeconds"),
    crews: print((bytes) => {
      for (const { crewCells } of observed) writeCells(bytes, crewCells, cellsOf(model.crews.count), 11);
    }),
    shifts: observations("shiftCells", "handledCounts", "withinCounts"),
    summary: print((bytes) => writeSummary(bytes, summary)),
    json: print((bytes) => bytes.text(resultText(engine, scenario, summary))),
  };
}

/**
 * What `--format json` prints, less what tells the version, the state of the file and the time-zone data.
 */
export function resultText(engine, scenario, summary) {
  const result = engine.summaryJson(scenario, summary);
  return engine.formatJson({ ...result, callsim: "", scenario: scenario.name, timezoneData: "" });
}

/** The first 12 hexadecimal digits of SHA-256 over what `write` writes. */
export function print(write) {
  const bytes = new Bytes();
  write(bytes);
  return bytes.hash.digest("hex").slice(0, 12);
}

/** Canonical bytes: numbers as little-endian doubles with one NaN, texts with their length before them. */
class Bytes {
  hash = createHash("sha256");

  numbers(values) {
    const bytes = new DataView(new ArrayBuffer(8 * values.length));
    for (const [index, value] of values.entries()) {
      if (Number.isNaN(value)) bytes.setUint32(8 * index + 4, 0x7ff80000, true);
      else bytes.setFloat64(8 * index, value, true);
    }
    this.number(values.length);
    this.hash.update(bytes);
  }

  number(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(Number.isNaN(value) ? 0 : value);
    this.hash.update(Number.isNaN(value) ? "NaN" : bytes);
  }

  text(text) {
    this.number(Buffer.byteLength(text));
    this.hash.update(text);
  }
}

/**
 * First calls, who logs on, and who answered whom, each as numbers in their order. Agents from a table are
 * left out of those who log on: which of them come is up to the calls in hand where their number changes.
 */
function tracedOf(engine, model, seed) {
  const found = { arrivals: [], attendance: [], routing: [] };
  const fromTable = model.scenario.teams.map(({ staffing }) => staffing.kind === "table");
  let called = 0;
  engine.simulate(model, seed, 1, (seconds, event, contact, queue, team, agent) => {
    if (event === "arrives" && contact > called) {
      // A redial keeps its number: only a number that is new is a first call.
      called = contact;
      found.arrivals.push(queue, seconds);
    }
    if (event === "logsOn" && !fromTable[team]) found.attendance.push(team, agent, seconds);
    if (event === "answered") found.routing.push(contact, queue, team, agent);
  });
  return found;
}

/**
 * So many cells, of which the first `always` fields are looked at whatever is in them. A later
 * one, of a mechanism that not every scenario uses, is looked at where something is booked in it.
 */
export function writeCells(bytes, cells, count, always) {
  const fields = cells.length / count;
  bytes.numbers(cells.filter((_, at) => at % fields < always));
  for (let field = always; field < fields; field++) {
    const column = cells.filter((_, at) => at % fields === field);
    if (column.every((value) => value === 0)) continue;
    bytes.number(field);
    bytes.numbers(column);
  }
}

/** Field by field, so that a field added for speed moves nothing. */
function writeCalendar(bytes, { scenario: { calendar }, crews }) {
  for (const { date, weekday, holiday, startSeconds, lengthSeconds } of calendar.days) {
    bytes.text(date);
    bytes.numbers([weekday, holiday ? 1 : 0, startSeconds, lengthSeconds]);
  }
  for (const { start, startSeconds, lengthSeconds } of calendar.intervals) {
    bytes.text(start);
    bytes.numbers([startSeconds, lengthSeconds]);
  }
  bytes.numbers(calendar.open.flatMap(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]));
  bytes.numbers(crews.teams);
  bytes.numbers(crews.firstAgents);
  for (const name of crews.shifts) bytes.text(name ?? "");
  for (const { crew, date, startSeconds, endSeconds, measured, breaks } of crews.musters) {
    bytes.text(date);
    bytes.numbers([crew, startSeconds, endSeconds, measured ? 1 : 0]);
    bytes.numbers(
      breaks.flatMap(({ dueSeconds, lengthSeconds, paid }) => [dueSeconds, lengthSeconds, paid ? 1 : 0]),
    );
  }
  for (const { crew, date, atSeconds, agents } of crews.changes) {
    bytes.text(date);
    bytes.numbers([crew, atSeconds, agents]);
  }
  bytes.numbers(crews.plannedSeconds);
  bytes.numbers(crews.paidSeconds);
}

function writeRates(bytes, model) {
  bytes.number(model.busynessCv);
  for (const { name, arrivals, busynessCv } of model.queues) {
    bytes.text(name);
    bytes.number(busynessCv);
    bytes.text(arrivals.kind);
    const columns =
      arrivals.kind === "replay"
        ? [arrivals.atSeconds, arrivals.handleSeconds ?? [], arrivals.patienceSeconds ?? []]
        : [arrivals.endsSeconds, arrivals.ratesPerSecond, arrivals.days, arrivals.handleFactors];
    for (const column of columns) bytes.numbers(column);
  }
}

/** What is to be kept of a caller here. */
const NEEDS = { parts: true, overflow: false, redial: true, numbers: false };

/** Whatever the engine draws about a caller: talk, hold, wrap, patience, and whether and when to try again. */
function writeLuck(bytes, { Luck, Contacts }, model, seed) {
  for (const [index, queue] of model.queues.entries()) {
    for (const attempt of queue.redial ? ["first", "redial"] : ["first"]) {
      const contacts = new Contacts(model.queues.length, NEEDS);
      const slot = contacts.take(index);
      const luck = new Luck(queue, seed, 1, attempt);
      const drawn = [];
      for (let caller = 0; caller < CALLERS; caller++) {
        luck.draw(contacts, slot);
        drawn.push(contacts.talkSeconds(slot), contacts.holdSeconds(slot), contacts.wrapSeconds(slot));
        drawn.push(contacts.patienceSeconds);
        if (queue.redial) drawn.push(contacts.redialAfterSeconds(slot));
      }
      bytes.numbers(drawn);
    }
  }
}

/** Every figure with its name, in the summary's order. */
function writeSummary(bytes, { queues, teams, intervals, weekdayIntervals, total, contacts }) {
  writeAll(bytes, [queues, teams, intervals, weekdayIntervals, total, contacts]);
}

function writeAll(bytes, value) {
  if (typeof value === "number") bytes.number(value);
  else if (typeof value !== "object" || value === null) bytes.text(String(value));
  else {
    for (const [name, inner] of Object.entries(value)) {
      bytes.text(name);
      writeAll(bytes, inner);
    }
  }
}
