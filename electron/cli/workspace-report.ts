// How a check of a workspace is written for a person: what was found, one line each, then what is in it.
import { damageCount, type Finding, type WorkspaceReport } from '../host/backups/findings.ts';

const SIGNS = { ok: 'ok     ', note: 'note   ', damage: 'DAMAGED' } satisfies Record<
  Finding['severity'],
  string
>;

/** With a line feed at its end. */
export function listFindings(findings: readonly Finding[]): string {
  return findings.map(({ severity, where, what }) => `  ${SIGNS[severity]}  ${where}: ${what}\n`).join('');
}

/** "3 interviews, 41 notes, 12 decisions, 3 originals, 1.2 MB" */
export function sumUp({ counts }: WorkspaceReport): string {
  return [
    counted(counts.interviews, 'interview'),
    counted(counts.notes, 'note'),
    counted(counts.decisions, 'decision'),
    counted(counts.originals, 'original'),
    formatBytes(counts.originalBytes + counts.logBytes),
  ].join(', ');
}

/** "1 thing is damaged", "3 things are damaged"; null when nothing is. */
export function damageSentence(report: WorkspaceReport): string | null {
  const count = damageCount(report);
  if (count === 0) return null;
  return count === 1 ? '1 thing is damaged or missing' : `${count} things are damaged or missing`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Decimal units, as file managers write them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
