/** What a report calls a variant: A for the first, then B, and after Z AA. */
export function variantLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : variantLetter(Math.floor(index / 26) - 1) + last;
}
