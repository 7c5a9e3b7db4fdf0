/** A linear or logarithmic scale from data to the drawing. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

/** From `from`..`to` to `left`..`right`. */
export function linear(
  [from, to]: readonly [number, number],
  [left, right]: readonly [number, number],
  ticks: readonly number[],
): Scale {
  const scale = (value: number) => left + ((value - from) / (to - from)) * (right - left);
  return Object.assign(scale, { ticks });
}

/** The same by the logarithm. */
export function logarithmic(
  [from, to]: readonly [number, number],
  range: readonly [number, number],
  ticks: readonly number[],
): Scale {
  const inner = linear([Math.log(from), Math.log(to)], range, []);
  return Object.assign((value: number) => inner(Math.log(value)), { ticks });
}

/** Text of a coordinate: a tenth of a pixel is enough. */
export const at = (value: number) => String(Math.round(value * 10) / 10);

/** Escapes what XML would read as its own. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A line of text; `anchor` is where its x is. */
export function label(
  x: number,
  y: number,
  text: string,
  {
    anchor = "start",
    kind = "soft",
  }: { readonly anchor?: "start" | "middle" | "end"; readonly kind?: string } = {},
): string {
  const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text class="${kind}" x="${at(x)}" y="${at(y)}"${side}>${escaped(text)}</text>`;
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, kind = "grid"): string {
  return `<line class="${kind}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`;
}

/** A line through points. */
export function path(points: readonly (readonly [number, number])[], kind: string): string {
  const steps = points.map(([x, y], k) => `${k === 0 ? "M" : "L"}${at(x)} ${at(y)}`);
  return `<path class="${kind}" d="${steps.join("")}"/>`;
}

/** A dot. */
export function dot(x: number, y: number, radius: number, kind: string): string {
  return `<circle class="${kind}" cx="${at(x)}" cy="${at(y)}" r="${at(radius)}"/>`;
}

/** A vertical bar with feet: an interval. */
export function interval(x: number, low: number, high: number, kind: string, foot = 2.5): string {
  const feet = [low, high].map((y) => line(x - foot, y, x + foot, y, kind));
  return line(x, low, x, high, kind) + feet.join("");
}

/** Axes with grid, ticks and names; `tick` gives a tick's text. */
export function axes(
  x: Scale,
  y: Scale,
  area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  names: { readonly x: string; readonly y: string },
  tick: { readonly x: (value: number) => string; readonly y: (value: number) => string },
): string {
  const { left, right, top, bottom } = area;
  return [
    ...x.ticks.map((value) => line(x(value), top, x(value), bottom)),
    ...y.ticks.map((value) => line(left, y(value), right, y(value))),
    line(left, bottom, right, bottom, "axis"),
    ...x.ticks.map((value) => label(x(value), bottom + 18, tick.x(value), { anchor: "middle" })),
    ...y.ticks.map((value) => label(left - 8, y(value) + 4, tick.y(value), { anchor: "end" })),
    names.x && label((left + right) / 2, bottom + 40, names.x, { anchor: "middle" }),
    names.y && label(left - 8, top - 12, names.y, { anchor: "start", kind: "soft" }),
  ].join("\n");
}

const STYLE = `
text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
.paper { fill: #ffffff; } .ink { fill: #1f2328; } .soft { fill: #4a535c; } .bold { fill: #1f2328; font-weight: 600; }
.grid { stroke: #e2e6ea; } .axis { stroke: #6b747d; } .limit { stroke: #b35900; stroke-dasharray: 5 4; }
.one { fill: #0b62b8; } .two { fill: #b35900; } .faint { fill: #0b62b8; fill-opacity: 0.38; }
.one-line { stroke: #0b62b8; fill: none; stroke-width: 1.6; }
.two-line { stroke: #b35900; fill: none; stroke-width: 1.6; }
.diagonal { stroke: #6b747d; stroke-width: 1; fill: none; }
@media (prefers-color-scheme: dark) {
.paper { fill: #0d1117; } .ink { fill: #e6edf3; } .soft { fill: #b4bec8; } .bold { fill: #e6edf3; }
.grid { stroke: #262d35; } .axis { stroke: #8b949e; } .limit { stroke: #f0a35e; }
.one { fill: #6cb6ff; } .two { fill: #f0a35e; } .faint { fill: #6cb6ff; fill-opacity: 0.45; }
.one-line { stroke: #6cb6ff; } .two-line { stroke: #f0a35e; } .diagonal { stroke: #8b949e; }
}`;

/** A whole drawing with its title and what it shows, readable by light and by dark. */
export function drawing(
  width: number,
  height: number,
  title: string,
  about: string,
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="about">${escaped(about)}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    label(16, 26, title, { kind: "bold" }),
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}
