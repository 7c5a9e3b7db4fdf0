import type { EventNodes } from "./event-nodes.js";
import { widened } from "./widened.js";

/**
 * The events whose bucket's turn it is, the next one on top: a binary heap with the times beside the nodes.
 */
export class EventHeap {
  size = 0;
  nodes = new Int32Array(16);
  times = new Float64Array(16);

  constructor(private readonly events: EventNodes) {}

  push(node: number): void {
    if (this.size === this.nodes.length) this.grow();
    const { nodes, times, events } = this;
    const time = events.time(node);
    let place = this.size++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = times[parent];
      if (parentTime < time || (parentTime === time && events.tiesBefore(nodes[parent], node))) break;
      nodes[place] = nodes[parent];
      times[place] = parentTime;
      place = parent;
    }
    nodes[place] = node;
    times[place] = time;
  }

  /** Takes the top off a heap that is not empty. */
  pop(): number {
    const { nodes, times, events } = this;
    const top = nodes[0];
    const size = --this.size;
    if (size === 0) return top;
    const node = nodes[size];
    const time = times[size];
    let place = 0;
    while (true) {
      let child = 2 * place + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size) {
        const sooner = times[child] - times[right];
        if (sooner > 0 || (sooner === 0 && events.tiesBefore(nodes[right], nodes[child]))) child = right;
      }
      const childTime = times[child];
      if (childTime > time || (childTime === time && events.tiesBefore(node, nodes[child]))) break;
      nodes[place] = nodes[child];
      times[place] = childTime;
      place = child;
    }
    nodes[place] = node;
    times[place] = time;
    return top;
  }

  /** Mean distance in seconds between the events; 0 where all are at one instant. */
  spacing(): number {
    const { times, size } = this;
    let last = times[0];
    for (let place = 1; place < size; place++) if (times[place] > last) last = times[place];
    return (last - times[0]) / size;
  }

  private grow(): void {
    this.nodes = widened(this.nodes, new Int32Array(this.nodes.length * 2));
    this.times = widened(this.times, new Float64Array(this.times.length * 2));
  }
}
