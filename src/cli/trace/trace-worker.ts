import { parentPort, workerData } from "node:worker_threads";
import { simulate } from "../../engine/simulate.js";
import { compile } from "../../model/model.js";
import { csvLines } from "../../report/csv.js";
import { traceRows } from "./trace-rows.js";
import type { TraceAnswer, TraceRequest } from "./write-trace.js";

// The tracing thread: one replication, its rows sent on in pieces.

const PIECE_ROWS = 4096;

const { scenario, seed, credit } = workerData as TraceRequest;
const places = new Int32Array(credit);
const model = compile(scenario);
const rowOf = traceRows(model);
let piece: string[][] = [["seconds", "event", "contact", "queue", "team", "agent"]];
let rows = 0;
simulate(model, seed, 1, (...event) => {
  piece.push(rowOf(...event));
  rows++;
  if (piece.length >= PIECE_ROWS) send();
});
send();
answer({ kind: "done", rows });

function send(): void {
  while (Atomics.load(places, 0) === 0) Atomics.wait(places, 0, 0);
  Atomics.sub(places, 0, 1);
  answer({ kind: "rows", text: csvLines(piece) });
  piece = [];
}

function answer(message: TraceAnswer): void {
  parentPort!.postMessage(message);
}
