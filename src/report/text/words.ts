import { formatNumber } from "./numbers.js";

/** `a`, `a and b`, `a, b and c`. */
export function listOf(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** `1 contact`, `12 contacts`. */
export function contactsWord(count: number): string {
  return `${formatNumber(count)} contact${count === 1 ? "" : "s"}`;
}

/** `the one agent`, `both agents`, `all 12 agents`. */
export function allOf(count: number, noun: string): string {
  if (count === 1) return `the one ${noun}`;
  return `${count === 2 ? "both" : `all ${formatNumber(count)}`} ${noun}s`;
}

/** The text with a capital at its start. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `1 agent`, `12 agents`. */
export function agentsWord(count: number): string {
  return `${formatNumber(count)} agent${count === 1 ? "" : "s"}`;
}

/** `2nd`, `3rd`, `11th`. */
export function ordinal(place: number): string {
  const tens = place % 100;
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending}`;
}
