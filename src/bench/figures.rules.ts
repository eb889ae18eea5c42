/** How long something took, many times over. */
export interface Figures {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

/**
 * @param elapsedMs of every one
 * @param wallMs of all together; the sum unless they overlapped
 */
export function figuresOf(elapsedMs: readonly number[], wallMs = sumOf(elapsedMs)): Figures {
  const sorted = elapsedMs.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    p50Ms: percentile(sorted, 50),
    p95Ms: percentile(sorted, 95),
    p99Ms: percentile(sorted, 99),
    perSecond: (sorted.length / wallMs) * 1000,
  };
}

/** Nearest rank: the smallest value that as many per cent of all do not exceed. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(Math.ceil((percent / 100) * sorted.length) - 1, 0)] ?? Number.NaN;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** One piece of work on many rows, which has no percentiles. */
export function rateOf(count: number, elapsedMs: number): Figures {
  return { ...figuresOf([]), count, perSecond: (count / elapsedMs) * 1000 };
}
