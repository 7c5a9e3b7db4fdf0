import type { Luck } from "./luck.js";

/** The text as a file's bytes: mostly UTF-8, now and then with bytes that are wrong, or as UTF-16. */
export function bytesOf(luck: Luck, text: string): Uint8Array {
  if (!luck.chance(0.1)) return Buffer.from(text);
  const bytes = Buffer.from(text, luck.pick(["utf8", "utf8", "utf8", "utf16le", "latin1"] as const));
  if (luck.chance(0.2)) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
  if (luck.chance(0.2)) return Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]);
  for (let left = luck.below(4); left > 0 && bytes.length > 0; left--) {
    bytes[luck.below(bytes.length)] = luck.below(256);
  }
  return luck.chance(0.3) ? bytes.subarray(0, luck.below(bytes.length + 1)) : bytes;
}
