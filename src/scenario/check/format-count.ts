/** A large count for a message: `1.5 million`, `64 million`, `2 billion`. */
export function formatCount(count: number): string {
  const steps = [
    { from: 1e12, name: "trillion" },
    { from: 1e9, name: "billion" },
    { from: 1e6, name: "million" },
  ];
  const step = steps.find(({ from }) => count >= from);
  if (!step) return String(Math.round(count));
  const times = count / step.from;
  return `${times >= 100 ? Math.round(times) : Math.round(times * 10) / 10} ${step.name}`;
}
