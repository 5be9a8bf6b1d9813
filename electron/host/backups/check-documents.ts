// Reads every document of a workspace out of its logs: do its records fit together, and what is in it. It hands on the
// few facts that other checks need, and lets the documents go.
import * as Y from 'yjs';
import { briefDocumentName } from '../../../shared/briefs/brief-document.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import {
  type InterviewFacts,
  interviewDocumentName,
  readInterview,
  type TranscriptRef,
} from '../../../shared/interviews/interview-document.ts';
import {
  readWorkspace,
  WORKSPACE_DOCUMENT,
  type WorkspaceFacts,
} from '../../../shared/workspace/workspace-document.ts';
import { checkLog } from './check-log.ts';
import type { Finding } from './findings.ts';
import type { WorkspaceFile, WorkspaceFiles } from './workspace-files.ts';
import { documentOf } from './workspace-parts.ts';

export interface CheckedDocuments {
  readonly workspace: WorkspaceFacts;
  readonly transcripts: ReadonlyMap<InterviewId, readonly TranscriptRef[]>;
  readonly notes: number;
  readonly deletedNotes: number;
  readonly logs: number;
  readonly records: number;
  readonly logBytes: number;
  readonly unreadable: number;
}

export async function checkDocuments(
  files: WorkspaceFiles,
  mayBeInUse: boolean,
  tell: (finding: Finding) => void,
): Promise<CheckedDocuments> {
  const counts = { notes: 0, deletedNotes: 0, logs: 0, records: 0, logBytes: 0, unreadable: 0 };

  async function read<T>(name: string, use: (document: Y.Doc) => T): Promise<T> {
    const path = `documents/${name}.ylog`;
    const log = await checkLog(files, path, mayBeInUse);
    if (log.finding) tell(log.finding);
    counts.logs += 1;
    counts.records += log.records.length;
    counts.logBytes += log.bytes;
    const document = new Y.Doc();
    const why = applyRecords(document, log.records);
    if (why !== null) tell({ severity: 'damage', what: why, where: path });
    const result = use(document);
    document.destroy();
    return result;
  }

  // The index first, and the names after it: what it names was written before it, also while somebody writes.
  const workspace = await read(WORKSPACE_DOCUMENT, readWorkspace);
  const names = documentNames(await files.list());
  counts.unreadable += workspace.unreadable;
  if (!names.has(WORKSPACE_DOCUMENT)) tell(missing(WORKSPACE_DOCUMENT));
  const indexed = new Set<string>([WORKSPACE_DOCUMENT]);
  const transcripts = new Map<InterviewId, readonly TranscriptRef[]>();
  for (const { id } of workspace.interviews) {
    const name = interviewDocumentName(id);
    indexed.add(name);
    if (!names.has(name)) {
      tell(missing(name));
      continue;
    }
    const { facts, unreadable } = await read(name, readInterviewCounted);
    if (facts.id !== null && facts.id !== id)
      tell({ severity: 'damage', what: 'the document is that of another interview', where: name });
    counts.notes += facts.notes.length;
    counts.deletedNotes += facts.deletedNotes.length;
    counts.unreadable += unreadable;
    transcripts.set(id, facts.transcripts);
  }
  for (const { id } of workspace.briefs) {
    const name = briefDocumentName(id);
    indexed.add(name);
    if (names.has(name)) await read(name, () => undefined);
    else tell(missing(name));
  }
  for (const name of names) {
    if (indexed.has(name)) continue;
    await read(name, () => undefined);
    tell({
      severity: 'note',
      what: 'no interview and no brief has this document',
      where: `documents/${name}.ylog`,
    });
  }
  if (counts.unreadable > 0) {
    const what = `${counts.unreadable} records are not understood; they are kept`;
    tell({ severity: 'note', what, where: 'documents' });
  }
  return { workspace, transcripts, ...counts };
}

/** A log that only its generation before is left of counts: opening it reads that one. */
function documentNames(listed: readonly WorkspaceFile[]): Set<string> {
  return new Set(
    listed.flatMap(({ path, part }) => {
      const name = documentOf(part === 'previous-log' ? path.slice(0, -'.prev'.length) : path);
      return name === null ? [] : [name];
    }),
  );
}

/** Null when all fit together, else why not. */
function applyRecords(document: Y.Doc, records: readonly Uint8Array[]): string | null {
  try {
    document.transact(() => {
      for (const record of records) Y.applyUpdate(document, record);
    });
  } catch {
    // Yjs throws whatever its decoder met; the reason says nothing to a person.
    return 'a whole record does not hold an edit';
  }
  const isWaiting = document.store.pendingStructs !== null || document.store.pendingDs !== null;
  return isWaiting ? 'edits are missing that later ones build upon' : null;
}

/** With the number of notes and transcript references that do not fit their schema. */
function readInterviewCounted(document: Y.Doc): {
  readonly facts: InterviewFacts;
  readonly unreadable: number;
} {
  const facts = readInterview(document);
  const notes = document.getMap('notes').size - facts.notes.length - facts.deletedNotes.length;
  const transcripts = document.getMap('transcripts').size - facts.transcripts.length;
  return { facts, unreadable: notes + transcripts };
}

function missing(name: string): Finding {
  return { severity: 'damage', what: 'the document is missing', where: `documents/${name}.ylog` };
}
