// One line of the benchmark's table, and how its figures are written.

/** What every row is given: where the project lies, an empty folder, and how many interviews a large study has, growing. */
export interface Bench {
  readonly root: string;
  readonly folder: string;
  /** Imports a file that is not the project's, by its URL: what runs a row's own files gives nothing out once they run. */
  readonly importFile: (url: string) => Promise<unknown>;
  readonly sizes: readonly number[];
}

export interface Row {
  readonly what: string;
  readonly earshot?: string;
  readonly peer?: string;
  /** Earshot's figure divided by the peer's. */
  readonly ratio?: number;
}

/** Milliseconds below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;
}

export function perSecond(count: number, ms: number, unit: string): string {
  return `${Math.round((count * 1_000) / ms).toLocaleString('en')} ${unit}/s`;
}

/** How long `task` takes, in milliseconds, and what it gives. */
export async function timed<T>(
  task: () => Promise<T> | T,
): Promise<{ readonly ms: number; readonly result: T }> {
  const startedAt = performance.now();
  const result = await task();
  return { ms: performance.now() - startedAt, result };
}

/** The shortest of several times, which other work on the computer disturbs least. */
export async function best(times: number, task: () => Promise<unknown> | unknown): Promise<number> {
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) measured.push((await timed(task)).ms);
  return Math.min(...measured);
}
