import type { RunEntry } from '../workspace/workspace-document.ts';

/**
 * Finished runs, the one that holds first: the latest by time, and of two at one time the one with the greater hash. Every
 * computer comes to the same answer, whatever order the runs arrived in. Whoever lacks the first result shows the next
 * one that is there.
 */
export function newestRuns(runs: readonly RunEntry[]): readonly RunEntry[] {
  const isBefore = (one: RunEntry, other: RunEntry) =>
    one.at === other.at ? one.hash > other.hash : one.at > other.at;
  return [...runs].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}
