import { Tally } from "../tally.mjs";
import { report, sizeFromArgument } from "./protocol.mjs";

// Written for pages: it yields to the screen every quarter of a second.
globalThis.requestAnimationFrame = (step) => setImmediate(step);
const { Entity, Exponential, Queue, Simulation } = await import("simscript");

const { contacts, agents, ratePerSecond, handleSeconds, patienceSeconds } = sizeFromArgument();
const handles = new Exponential(handleSeconds, 2);
const patiences = patienceSeconds === undefined ? undefined : new Exponential(patienceSeconds, 3);
const tally = new Tally(contacts);
const waiting = [];
let busy = 0;
let offered = 0;
let answered = 0;
let abandoned = 0;
let answeredWaitSeconds = 0;
let abandonedWaitSeconds = 0;

function arrives() {
  if (++offered === tally.nextBatch) {
    tally.closeBatch([offered, answered, abandoned, answeredWaitSeconds, abandonedWaitSeconds]);
  }
}

/** Nobody hangs up: the library's queue with a capacity is the team. */
class PatientCall extends Entity {
  async script() {
    arrives();
    const sim = this.simulation;
    const arrivedSeconds = sim.timeNow;
    await this.enterQueue(sim.desk);
    answered++;
    answeredWaitSeconds += sim.timeNow - arrivedSeconds;
    await this.delay(handles.sample());
    this.leaveQueue(sim.desk);
  }
}

/**
 * Its queues cannot be left while waiting, so a waiting call is a delay that a freed agent's signal cuts
 * short.
 */
class Call extends Entity {
  async script() {
    arrives();
    const sim = this.simulation;
    if (busy < agents) busy++;
    else {
      const arrivedSeconds = sim.timeNow;
      waiting.push(this);
      await this.delay(patiences.sample(), null, this);
      if (!this.taken) {
        abandoned++;
        abandonedWaitSeconds += sim.timeNow - arrivedSeconds;
        waiting.splice(waiting.indexOf(this), 1);
        return;
      }
      answeredWaitSeconds += sim.timeNow - arrivedSeconds;
    }
    answered++;
    await this.delay(handles.sample());
    const next = waiting.shift();
    if (next) {
      next.taken = true;
      this.sendSignal(next, 1);
    } else busy--;
  }
}

class Centre extends Simulation {
  desk = new Queue("desk", agents);

  onStarting() {
    super.onStarting();
    this.generateEntities(patiences ? Call : PatientCall, new Exponential(1 / ratePerSecond, 1), contacts);
  }
}

await report("simscript", contacts, async () => {
  const centre = new Centre();
  await new Promise((resolve) => {
    centre.finished.addEventListener(resolve);
    centre.start();
  });
  return { batches: tally.batches(), lost: offered - answered - abandoned };
});
