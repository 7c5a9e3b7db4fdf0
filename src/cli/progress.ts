/** Progress on standard error: a bar on a terminal, silence elsewhere. */
export interface Progress {
  /** `of` is undefined where the end is not known; `rest` stands behind, such as the time left. */
  show(done: number, of?: number, rest?: string): void;
  clear(): void;
}

const BAR_COLUMNS = 30;
const LEAST_MILLISECONDS = 100;

/** A bar for `what`, shown at most ten times a second, and from the first on only after a moment. */
export function openProgress(what: string, quiet: boolean): Progress {
  if (quiet || !process.stderr.isTTY) return { show() {}, clear() {} };
  let last = performance.now();
  let shown = false;
  return {
    show(done, of, rest = "") {
      const now = performance.now();
      if (now - last < LEAST_MILLISECONDS) return;
      last = now;
      shown = true;
      // A line that wraps could not be taken back. A terminal that does not tell its width says 0.
      const columns = process.stderr.columns || Number.POSITIVE_INFINITY;
      const line = `${what} ${barOf(done, of)}${rest && `, ${rest}`}`;
      process.stderr.write(`\r\x1b[K${line.slice(0, Math.max(1, columns - 1))}`);
    },
    clear() {
      if (shown) process.stderr.write("\r\x1b[K");
      shown = false;
    },
  };
}

function barOf(done: number, of: number | undefined): string {
  if (of === undefined) return String(done);
  const full = Math.min(BAR_COLUMNS, Math.floor((done / Math.max(1, of)) * BAR_COLUMNS));
  return `[${"#".repeat(full)}${".".repeat(BAR_COLUMNS - full)}] ${Math.floor(done)} of ${of}`;
}

/**
 * Tells how long work that goes on as it began will take: `about 3m left`; nothing in the first second.
 * `first`: what was done before; whoever learns meanwhile how much it is says so each time.
 */
export function watchTimeLeft(of = 0, first = 0): (done: number, ofNow?: number) => string {
  const began = performance.now();
  return (done, ofNow = of) => {
    const seconds = (performance.now() - began) / 1000;
    if (seconds < 1 || done <= first) return "";
    const left = (seconds / (done - first)) * (ofNow - done);
    if (left < 90) return `about ${Math.ceil(left)}s left`;
    const minutes = Math.ceil(left / 60);
    return minutes < 100 ? `about ${minutes}m left` : `about ${Math.ceil(minutes / 60)}h left`;
  };
}
