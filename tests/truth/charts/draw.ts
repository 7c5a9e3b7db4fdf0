import type { ChartData } from "./chart-data.js";
import { axes, dot, drawing, interval, label, line, linear, logarithmic, path } from "./svg.js";

const WIDTH = 860;
const percent = (share: number) => `${Math.round(100 * share)} %`;

/** All charts by file name. */
export function drawAll(data: ChartData): Readonly<Record<string, string>> {
  return {
    "agreement.svg": drawAgreement(data),
    "scores.svg": drawScores(data),
    "bias.svg": drawBias(data),
    "waiting-times.svg": drawWaits(data),
    "day.svg": drawDay(data),
  };
}

function drawAgreement({ families }: ChartData): string {
  const points = families.flatMap(({ waits }) => waits);
  const area = { left: 70, right: WIDTH - 24, top: 70, bottom: 470 };
  const ticks = [1, 3, 10, 30, 100, 300];
  const x = logarithmic([1, 400], [area.left, area.right], ticks);
  const y = logarithmic([1, 400], [area.bottom, area.top], ticks);
  const seen = points.filter(([truth]) => truth >= 1 && truth <= 400);
  return drawing(
    WIDTH,
    530,
    `Mean waits of ${seen.length} cases: simulated against exact`,
    "Every point lies on the diagonal within its bar of four standard errors.",
    [
      axes(
        x,
        y,
        area,
        {
          x: "exact mean wait, seconds",
          y: "simulated mean wait, seconds; bars are four standard errors either way",
        },
        { x: String, y: String },
      ),
      line(x(1), y(1), x(400), y(400), "diagonal"),
      ...seen.map(([truth, reached, error]) =>
        interval(x(truth), y(Math.max(1, reached - 4 * error)), y(reached + 4 * error), "one-line"),
      ),
      ...seen.map(([truth, reached]) => dot(x(truth), y(reached), 2.6, "one")),
    ],
  );
}

function drawScores({ families }: ChartData): string {
  const rowHeight = 24;
  const area = { left: 290, right: WIDTH - 24, top: 86, bottom: 86 + rowHeight * families.length };
  const x = linear([-5, 5], [area.left, area.right], [-4, -3, -2, -1, 0, 1, 2, 3, 4]);
  const count = families.reduce((sum, { scores }) => sum + scores.length, 0);
  return drawing(
    WIDTH,
    area.bottom + 56,
    `${count.toLocaleString("en-US")} simulated figures: how far each is from its exact value`,
    "By family, distance in standard errors; dashed lines are the limit of four.",
    [
      ...(families.some(({ again }) => again.length > 0)
        ? [
            dot(22, 52, 4.5, "two"),
            label(
              34,
              56,
              "beyond the limit of four at first, and within it at a second look with other seeds",
              {
                kind: "ink",
              },
            ),
          ]
        : []),
      ...x.ticks.map((value) =>
        line(x(value), area.top, x(value), area.bottom, value === 0 ? "axis" : "grid"),
      ),
      ...[-4, 4].map((value) => line(x(value), area.top, x(value), area.bottom, "limit")),
      ...families.flatMap(({ name, scores, cases }, row) => {
        const y = area.top + rowHeight * (row + 0.5);
        // Spread over the row so that equal ones stay apart; by a fixed pattern, to draw the same again.
        const shift = (k: number) => ((((k * 37) % 17) - 8) / 8) * 6;
        return [
          label(area.left - 14, y + 4, `${name} (${cases})`, { anchor: "end", kind: "ink" }),
          ...scores.map((score, k) =>
            dot(x(score), y + shift(k), 2.3, Math.abs(score) < 4 ? "faint" : "two"),
          ),
        ];
      }),
      ...x.ticks.map((value) =>
        label(x(value), area.bottom + 18, value > 0 ? `+${value}` : String(value).replace("-", "−"), {
          anchor: "middle",
        }),
      ),
      label((area.left + area.right) / 2, area.bottom + 42, "standard errors from the exact value", {
        anchor: "middle",
      }),
      label(area.left - 14, area.top - 12, "family (cases)", { anchor: "end" }),
    ],
  );
}

function drawBias({ families }: ChartData): string {
  const rowHeight = 24;
  const area = { left: 290, right: WIDTH - 24, top: 88, bottom: 88 + rowHeight * families.length };
  const ticks = [0.1, 0.3, 1, 3, 10, 30];
  const x = logarithmic([0.08, 40], [area.left, area.right], ticks);
  return drawing(
    WIDTH,
    area.bottom + 56,
    "What would be noticed: the smallest bias that is four standard errors",
    "By family: in a single case's wait or loss, and in the handle time by all cases together.",
    [
      dot(22, 52, 4.5, "one"),
      label(34, 56, "handle time, all cases of the family together", { kind: "ink" }),
      dot(402, 52, 4.5, "two"),
      label(414, 56, "mean wait, or share lost, median case", { kind: "ink" }),
      ...ticks.map((value) => line(x(value), area.top, x(value), area.bottom, value === 1 ? "axis" : "grid")),
      ...families.flatMap(({ name, longerPercent, pooled }, row) => {
        const y = area.top + rowHeight * (row + 0.5);
        const single =
          pooled.find(({ kind }) => kind === "wait") ?? pooled.find(({ kind }) => kind === "lost");
        return [
          label(area.left - 14, y + 4, name, { anchor: "end", kind: "ink" }),
          line(area.left, y, area.right, y, "grid"),
          dot(x(longerPercent), y, 4.5, "one"),
          ...(single ? [dot(x(100 * single.median), y, 4.5, "two")] : []),
        ];
      }),
      ...ticks.map((value) => label(x(value), area.bottom + 18, `${value} %`, { anchor: "middle" })),
      label((area.left + area.right) / 2, area.bottom + 42, "relative bias, per cent (logarithmic)", {
        anchor: "middle",
      }),
    ],
  );
}

function drawWaits({ waits }: ChartData): string {
  const { agents, perHour, handleSeconds, patienceSeconds, exact, simulated } = waits;
  const area = { left: 70, right: WIDTH - 24, top: 92, bottom: 420 };
  const x = linear([0, 120], [area.left, area.right], [0, 20, 40, 60, 80, 100, 120]);
  const y = linear([0, 1], [area.bottom, area.top], [0, 0.2, 0.4, 0.6, 0.8, 1]);
  return drawing(
    WIDTH,
    480,
    `How soon callers are answered or hang up: ${agents} agents, ${perHour} calls an hour`,
    `Handling ${handleSeconds} s, patience ${patienceSeconds} s on average; lines exact, points simulated.`,
    [
      axes(
        x,
        y,
        area,
        { x: "seconds after the call", y: "share of calls; bars are four standard errors either way" },
        { x: String, y: percent },
      ),
      dot(22, 52, 4.5, "one"),
      label(34, 56, "answered by then", { kind: "ink" }),
      dot(202, 52, 4.5, "two"),
      label(214, 56, "hung up by then; lines are exact, points simulated", { kind: "ink" }),
      path(
        exact.map(([seconds, answered]) => [x(seconds), y(answered)]),
        "one-line",
      ),
      path(
        exact.map(([seconds, , gone]) => [x(seconds), y(gone)]),
        "two-line",
      ),
      ...simulated.flatMap(({ seconds, answered, gone }) =>
        [
          { kind: "one", figure: answered },
          { kind: "two", figure: gone },
        ].flatMap(({ kind, figure: [reached, error] }) => [
          interval(x(seconds), y(reached - 4 * error), y(reached + 4 * error), `${kind}-line`, 4),
          dot(x(seconds), y(reached), 3.2, kind),
        ]),
      ),
    ],
  );
}

function drawDay({ day }: ChartData): string {
  const { perHour, agents, handleSeconds, fromClock, exact, simulated, withinSeconds, days } = day;
  const to = perHour.length * 3600;
  const hours = Array.from({ length: perHour.length + 1 }, (_, hour) => hour * 3600);
  const upper = { left: 70, right: WIDTH - 24, top: 66, bottom: 180 };
  const lower = { left: 70, right: WIDTH - 24, top: 234, bottom: 500 };
  const x = linear([0, to], [upper.left, upper.right], hours);
  const load = linear([0, 16], [upper.bottom, upper.top], [0, 4, 8, 12, 16]);
  const y = linear([0, 1], [lower.bottom, lower.top], [0, 0.2, 0.4, 0.6, 0.8, 1]);
  const clock = (seconds: number) => `${String((fromClock + seconds) / 3600).padStart(2, "0")}:00`;
  const erlangs = perHour.map((count) => (count / 3600) * handleSeconds);
  return drawing(
    WIDTH,
    560,
    `A day with a peak above capacity, answered within ${withinSeconds} seconds: ${days.toLocaleString("en-US")} days simulated`,
    "Above, load and agents; below, the share answered in time of those who call at each moment.",
    [
      axes(
        x,
        load,
        upper,
        { x: "", y: "erlangs offered (line), agents (dashed)" },
        { x: () => "", y: String },
      ),
      path(
        erlangs.flatMap((value, hour) => [
          [x(hour * 3600), load(value)],
          [x((hour + 1) * 3600), load(value)],
        ]),
        "one-line",
      ),
      line(x(0), load(agents), x(to), load(agents), "limit"),
      axes(
        x,
        y,
        lower,
        {
          x: "time of the call",
          y: "answered in time; line exact, points quarters of an hour with four standard errors",
        },
        { x: clock, y: percent },
      ),
      path(
        exact.map(([seconds, answered]) => [x(seconds), y(answered)]),
        "one-line",
      ),
      ...simulated.flatMap(({ fromSeconds, answered: [reached, error] }) => [
        interval(
          x(fromSeconds + 450),
          y(reached - 4 * error),
          y(Math.min(1, reached + 4 * error)),
          "two-line",
          4,
        ),
        dot(x(fromSeconds + 450), y(reached), 3, "two"),
      ]),
    ],
  );
}
