// What one workspace holds more or less of than another: for somebody who wonders which of the two to go on with.
import type { WorkspaceCounts, WorkspaceReport } from './findings.ts';

export interface CountDifference {
  readonly what: keyof WorkspaceCounts;
  readonly here: number;
  readonly there: number;
}

export interface WorkspaceComparison {
  /** They carry the same id: one is a copy of the other, or was. */
  readonly isSameWorkspace: boolean;
  /** Only what differs. */
  readonly differences: readonly CountDifference[];
}

/** What people would miss; bytes and records differ for reasons that lose nothing. */
const COMPARED = [
  'interviews',
  'notes',
  'decisions',
  'quotes',
  'originals',
  'briefs',
  'participants',
  'tags',
] as const;

export function compareWorkspaces(here: WorkspaceReport, there: WorkspaceReport): WorkspaceComparison {
  return {
    isSameWorkspace: here.id !== null && here.id === there.id,
    differences: COMPARED.map((what) => ({
      what,
      here: here.counts[what],
      there: there.counts[what],
    })).filter((one) => one.here !== one.there),
  };
}
