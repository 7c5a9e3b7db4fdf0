import { Tally } from "../tally.mjs";
import { report, sizeFromArgument } from "./protocol.mjs";

// The package hands out its classes on `window` alone.
globalThis.window = {};
await import("simjs");
const { Sim, Facility, Entity, Random } = globalThis.window.Sim;

const { contacts, agents, ratePerSecond, handleSeconds, patienceSeconds } = sizeFromArgument();
const arrivals = new Random(1);
const handles = new Random(2);
const patiences = new Random(3);
const tally = new Tally(contacts);
let offered = 0;
let answered = 0;
let abandoned = 0;
let answeredWaitSeconds = 0;
let abandonedWaitSeconds = 0;

/** A source of calls to one facility. `simulate` ends when it stops setting its timer. */
class Calls extends Entity {
  start() {
    this.setTimer(arrivals.exponential(ratePerSecond)).done(this.arrives);
  }

  arrives() {
    const arrivedSeconds = this.time();
    const seconds = handles.exponential(1 / handleSeconds);
    const call = this.useFacility(desk, seconds).done(() => {
      answered++;
      answeredWaitSeconds += this.time() - arrivedSeconds - seconds;
    });
    if (patienceSeconds !== undefined) {
      call.waitUntil(patiences.exponential(1 / patienceSeconds), () => {
        abandoned++;
        abandonedWaitSeconds += this.time() - arrivedSeconds;
      });
    }
    if (++offered === tally.nextBatch) {
      tally.closeBatch([offered, answered, abandoned, answeredWaitSeconds, abandonedWaitSeconds]);
    }
    if (offered < contacts) this.setTimer(arrivals.exponential(ratePerSecond)).done(this.arrives);
  }
}

const desk = new Facility("desk", Facility.FCFS, agents);
await report("simjs", contacts, () => {
  const sim = new Sim();
  sim.addEntity(Calls);
  sim.simulate(Number.MAX_VALUE, Number.MAX_SAFE_INTEGER);
  return { batches: tally.batches(), lost: offered - answered - abandoned };
});
