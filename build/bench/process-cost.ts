// What another process has cost so far, as Linux counts it. Processor time says more than a clock on a computer that does
// other things as well.
import { readFile } from 'node:fs/promises';

/** Of `/proc/<pid>/stat`: the clock ticks of every Linux that Node runs on (USER_HZ). */
const TICKS_PER_SECOND = 100;
/** Places of `utime` and `stime`, counted behind the name in brackets (proc(5), fields 14 and 15). */
const UTIME = 11;

export const isCostCounted = process.platform === 'linux';

/** Milliseconds of processor time, in steps of ten. */
export async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[UTIME]) + Number(fields[UTIME + 1]);
  return (ticks * 1_000) / TICKS_PER_SECOND;
}

/** What is resident. */
export async function megabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024);
}
