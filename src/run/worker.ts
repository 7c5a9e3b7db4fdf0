import { parentPort } from "node:worker_threads";
import { simulate } from "../engine/simulate.js";
import { compile, type Model } from "../model/model.js";
import type { WorkerAnswer, WorkerRequest } from "./thread-runner.js";

// A worker thread: told of a scenario once, then of one replication after the other; sends back nothing but
// the observations, whose arrays move without being copied.

let model: Model | undefined;
let seed = "";

parentPort!.on("message", (request: WorkerRequest) => {
  if (request.kind === "scenario") {
    model = undefined;
    seed = request.seed;
    model = compile(request.scenario);
    return;
  }
  const observations = simulate(model!, seed, request.replication);
  const answer: WorkerAnswer = { replication: request.replication, observations };
  const moved = Object.values(observations)
    .filter((value) => value instanceof Float64Array)
    .map((array) => array.buffer as ArrayBuffer);
  parentPort!.postMessage(answer, moved);
});
