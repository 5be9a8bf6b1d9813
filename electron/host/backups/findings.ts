// What a check of a workspace answers. It holds ids, paths and counts, never what people said.

export interface Finding {
  /** `note` is worth knowing and loses nothing; `damage` means that something is missing or not what it was. */
  readonly severity: 'ok' | 'note' | 'damage';
  /** One English sentence without its full stop. */
  readonly what: string;
  /** A path in the workspace, or an id. */
  readonly where: string;
}

export interface WorkspaceCounts {
  readonly people: number;
  readonly participants: number;
  readonly tags: number;
  readonly interviews: number;
  readonly briefs: number;
  /** Notes that are not deleted. */
  readonly notes: number;
  readonly deletedNotes: number;
  readonly transcripts: number;
  readonly decisions: number;
  /** Different quotes that decisions pinned. */
  readonly quotes: number;
  readonly brokenQuotes: number;
  readonly originals: number;
  readonly originalBytes: number;
  readonly logs: number;
  readonly records: number;
  readonly logBytes: number;
  /** Records that do not fit their schema: kept, and not shown. */
  readonly unreadable: number;
}

export interface WorkspaceReport {
  /** Null when `earshot.json` cannot be read. */
  readonly id: string | null;
  readonly name: string | null;
  readonly isWhole: boolean;
  readonly counts: WorkspaceCounts;
  readonly findings: readonly Finding[];
}

/** How many things are damaged. */
export function damageCount(report: WorkspaceReport): number {
  return report.findings.filter((finding) => finding.severity === 'damage').length;
}
