"""The workloads in SimPy 3 or 4: one or two queues, hang-ups where the workload has them.

Reads the workload's numbers as JSON from its first argument, prints its version, processor time a contact,
batches and contacts lost as JSON, in the words of protocol.mjs.
"""

import json
import math
import random
import sys
import time

import simpy

BATCHES = 24
WARMUP_BATCHES = 4


class Centre:
    """Agents idle, contacts waiting, and the counts of each queue in the order of tally.mjs."""

    def __init__(self, env, size):
        self.env = env
        self.queues = size["queues"]
        self.contacts = size["contacts"]
        self.per_batch = size["contacts"] // BATCHES
        # By team, since when each idle agent is idle, the longest first.
        self.idle = [[0.0] * agents for agents in size["teams"]]
        self.waiting = [[] for _ in self.queues]
        self.counts = [[0, 0, 0, 0.0, 0.0] for _ in self.queues]
        self.rows = []
        self.offered = 0
        self.patience = random.Random("patience")
        self.handle = random.Random("handle")

    def serves(self, team):
        """The queues a team serves: its own number, or all for the team past the last queue."""
        return [team] if team < len(self.queues) else range(len(self.queues))

    def idle_team(self, queue):
        """The team whose head has been idle longest among those that serve the queue, or None."""
        teams = [t for t in range(len(self.idle)) if self.idle[t] and queue in self.serves(t)]
        return min(teams, key=lambda t: self.idle[t][0], default=None)

    def freed(self, team):
        """A freed agent takes the contact waiting longest, or is idle."""
        heads = [self.waiting[q][0] for q in self.serves(team) if self.waiting[q]]
        if heads:
            contact = min(heads, key=lambda c: c[0])
            self.waiting[contact[1]].pop(0)
            contact[2].succeed(team)
        else:
            self.idle[team].append(self.env.now)

    def calls(self, queue):
        """The arrivals of one queue, until enough contacts have come."""
        rate = self.queues[queue]["ratePerSecond"]
        draw = random.Random(f"arrivals/{queue}")
        while True:
            yield self.env.timeout(draw.expovariate(rate))
            if self.offered == self.contacts:
                return
            self.offered += 1
            self.counts[queue][0] += 1
            if self.offered % self.per_batch == 0:
                self.rows.append([n for row in self.counts for n in row])
            self.env.process(self.call(queue))

    def call(self, queue):
        """One contact: taken at once, or waiting until an agent or the end of its patience."""
        spec = self.queues[queue]
        counts = self.counts[queue]
        arrived = self.env.now
        team = self.idle_team(queue)
        if team is not None:
            self.idle[team].pop(0)
        else:
            taken = self.env.event()
            contact = (arrived, queue, taken)
            self.waiting[queue].append(contact)
            if "patienceSeconds" in spec:
                patience = self.env.timeout(self.patience.expovariate(1 / spec["patienceSeconds"]))
                yield taken | patience
                if not taken.triggered:
                    self.waiting[queue].remove(contact)
                    counts[2] += 1
                    counts[4] += self.env.now - arrived
                    return
            else:
                yield taken
            team = taken.value
        counts[1] += 1
        counts[3] += self.env.now - arrived
        yield self.env.timeout(self.handle_seconds(spec))
        self.freed(team)

    def handle_seconds(self, spec):
        if "handleCv" not in spec:
            return self.handle.expovariate(1 / spec["handleSeconds"])
        variance = math.log1p(spec["handleCv"] ** 2)
        return self.handle.lognormvariate(math.log(spec["handleSeconds"]) - variance / 2, math.sqrt(variance))


def main():
    size = json.loads(sys.argv[1])
    env = simpy.Environment()
    centre = Centre(env, size)
    for queue in range(len(centre.queues)):
        env.process(centre.calls(queue))
    started = time.process_time()
    env.run()
    spent = time.process_time() - started
    kept = centre.rows[WARMUP_BATCHES - 1 :]
    batches = [[b - a for a, b in zip(before, after)] for before, after in zip(kept, kept[1:])]
    lost = sum(c[0] - c[1] - c[2] for c in centre.counts)
    print(
        json.dumps(
            {
                "name": f"SimPy {simpy.__version__}",
                "nanoseconds": spent * 1e9 / centre.offered,
                "contacts": centre.offered,
                "batches": batches,
                "lost": lost,
            }
        )
    )


main()
