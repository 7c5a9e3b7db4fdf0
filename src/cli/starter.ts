/** The scenario that `callsim init` writes: small, whole, each line explained. A test reads and runs it. */
export const STARTER = `# A call centre to start from: change the figures to yours, then
#   callsim run FILE     what service callers get
#   callsim staff FILE   the agents each half hour needs
#   callsim grow FILE    what the coming years bring
callsim: 1
name: My call centre
sources:                                   # where your figures come from; every report prints them
  queues.calls.arrivals: "assumption: replace by your forecast"

calendar:
  timezone: America/New_York
  start: 2026-03-02                        # first day that counts
  days: 5
  interval: 30m                            # 15m, 30m or 60m: the step of reports
  hours: {mon-fri: 08:00-18:00}            # or always

queues:
  calls:
    arrivals:
      perDay: 800                          # or perHour, perWeek, or table: volumes.csv
      weekdays: {mon: 1.2, fri: 0.9}       # weights, 1 where silent
    handle:
      talk: {lognormal: {mean: 4m, cv: 0.8}}
      wrap: {exponential: {mean: 30s}}
    patience: {exponential: {mean: 3m}}    # callers wait so long, then hang up; without it, never
    target: {answered: 80%, within: 20s}

teams:
  agents:
    skills: [calls]
    roster: {early: 9, late: 9}            # agents on each shift; or agents: 10
    pay: 16.50                             # an hour
    absence: 5%                            # chance that an agent misses a shift

shifts:
  early:
    days: mon-fri
    start: "08:00"
    length: 8h
    breaks: [{after: 2h, length: 15m}, {after: 4h, length: 30m, paid: false}]
  late:
    days: mon-fri
    start: "10:00"
    length: 8h
    breaks: [{after: 90m, length: 15m}, {after: 4h30m, length: 30m, paid: false}]

run: {replications: 20, seed: monday}      # the same seed gives the same result
expect: [calls.serviceLevel >= 80%]        # what callsim check judges

growth:
  baseYear: 2026
  cases:
    more-calls: {of: volume, change: 20%, until: 2029, source: "assumption: replace by yours"}
`;
