// Checks a workspace without changing anything and without its lock, so that it can be asked at any time: of a folder,
// also while an Earshot writes to it, and of a backup without unpacking it.

import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { nodeFileSystem } from '../storage/fs-port.ts';
import { MANIFEST_SCHEMA, Manifest } from '../workspace/manifest.ts';
import { checkDocuments } from './check-documents.ts';
import { checkLog } from './check-log.ts';
import { checkWords } from './check-quotes.ts';
import type { Finding, WorkspaceReport } from './findings.ts';
import { folderFiles, type WorkspaceFile, type WorkspaceFiles } from './workspace-files.ts';

/** Rejects with AppError `not-a-workspace` for a folder without `earshot.json`, `storage-failed` where reading fails. */
export async function checkWorkspace(folder: string): Promise<WorkspaceReport> {
  if ((await nodeFileSystem.facts(join(folder, 'earshot.json'))) === undefined) {
    throw new AppError('not-a-workspace', `${folder} is no Earshot workspace`, { details: { folder } });
  }
  const mayBeInUse = (await nodeFileSystem.facts(join(folder, 'lock'))) !== undefined;
  return checkFiles(folderFiles(folder), mayBeInUse);
}

/** The same for a workspace wherever it is. `mayBeInUse`: somebody may be writing to it at this moment. */
export async function checkFiles(files: WorkspaceFiles, mayBeInUse: boolean): Promise<WorkspaceReport> {
  const findings: Finding[] = [];
  const tell = (finding: Finding) => findings.push(finding);
  const manifest = await checkManifest(files, tell);
  const documents = await checkDocuments(files, mayBeInUse, tell);
  // Listed after what refers to them was read: an original is stored before anything refers to it.
  const listed = await files.list();
  await checkPrevious(files, listed, tell);
  const { workspace, transcripts } = documents;
  if (manifest && workspace.id !== null && workspace.id !== manifest.id)
    tell({
      severity: 'damage',
      what: 'earshot.json and the documents are of two workspaces',
      where: 'earshot.json',
    });
  const words = await checkWords(files, listed, { transcripts, decisions: workspace.decisions }, tell);
  for (const { path, part, bytes } of listed) {
    if (part !== 'set-aside') continue;
    tell({
      severity: 'note',
      what: `${bytes} bytes that could not be read were set aside here`,
      where: path,
    });
  }
  const counts = {
    people: workspace.people.length,
    participants: workspace.participants.length,
    tags: workspace.tags.length,
    interviews: workspace.interviews.length,
    briefs: workspace.briefs.length,
    notes: documents.notes,
    deletedNotes: documents.deletedNotes,
    decisions: workspace.decisions.length,
    logs: documents.logs,
    records: documents.records,
    logBytes: documents.logBytes,
    unreadable: documents.unreadable,
    ...words,
  };
  return {
    id: manifest?.id ?? workspace.id,
    name: workspace.name || (manifest?.name ?? null),
    isWhole: findings.every((finding) => finding.severity !== 'damage'),
    counts,
    findings: [...whatIsFine(findings, counts), ...findings],
  };
}

async function checkManifest(
  files: WorkspaceFiles,
  tell: (finding: Finding) => void,
): Promise<Manifest | null> {
  const bytes = await files.read('earshot.json');
  const parsed = Manifest.safeParse(parseJson(bytes));
  if (!parsed.success) {
    tell({ severity: 'damage', what: 'it is not one of Earshot’s', where: 'earshot.json' });
    return null;
  }
  if (parsed.data.schema > MANIFEST_SCHEMA)
    tell({ severity: 'note', what: 'a newer Earshot wrote this workspace', where: 'earshot.json' });
  return parsed.data;
}

/** The generation before is only a fallback: what is wrong with it loses nothing today. */
async function checkPrevious(
  files: WorkspaceFiles,
  listed: readonly WorkspaceFile[],
  tell: (finding: Finding) => void,
): Promise<void> {
  for (const { path, part } of listed) {
    if (part !== 'previous-log') continue;
    const { finding } = await checkLog(files, path, false);
    if (finding) tell({ ...finding, severity: 'note', what: `the generation before: ${finding.what}` });
  }
}

function whatIsFine(findings: readonly Finding[], counts: WorkspaceReport['counts']): Finding[] {
  const isFine = (folder: string) =>
    !findings.some(({ severity, where }) => severity === 'damage' && where.startsWith(folder));
  const fine: Finding[] = [];
  if (isFine('documents')) {
    const what = `${counts.logs} documents open, with ${counts.records} records`;
    fine.push({ severity: 'ok', what, where: 'documents' });
  }
  if (isFine('originals'))
    fine.push({
      severity: 'ok',
      what: `${counts.originals} originals are what was imported`,
      where: 'originals',
    });
  if (counts.brokenQuotes === 0)
    fine.push({ severity: 'ok', what: `${counts.quotes} quotes equal their words`, where: 'decisions' });
  return fine;
}

function parseJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // refused by the schema
  }
}
