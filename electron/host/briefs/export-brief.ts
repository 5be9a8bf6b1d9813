// Writes a brief's Markdown file: under a safe name, over its own earlier file and over nothing else.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { briefDocumentName, briefText } from '../../../shared/briefs/brief-document.ts';
import type { ExportedBrief } from '../../../shared/contract/briefs.ts';
import { AppError } from '../../../shared/errors.ts';
import { briefMarkdown, briefSource, readBriefSource } from '../../../shared/exports/brief-markdown.ts';
import type { BriefId } from '../../../shared/ids.ts';
import { needsById } from '../../../shared/needs/need.ts';
import { slug } from '../../../shared/text/slug.ts';
import { found, type HostContext } from '../host-context.ts';
import { writeDurably } from '../storage/durable-write.ts';
import { nodeFileSystem } from '../storage/fs-port.ts';
import { storageError } from '../storage/storage-error.ts';

/** Names that Windows keeps for itself, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** To `folder`, or to the workspace's own `exports` folder. AppError `not-our-file` when another file has the name. */
export async function exportBrief(
  context: HostContext,
  id: BriefId,
  folder: string | null,
): Promise<ExportedBrief> {
  const workspace = context.workspace();
  const facts = workspace.facts();
  const brief = found(
    facts.briefs.find((entry) => entry.id === id),
    'brief',
  );
  const view = await context.needs().view();
  const text = briefMarkdown({
    id,
    title: brief.title,
    text: await workspace.documents.read(briefDocumentName(id), (document) => briefText(document).toString()),
    workspaceName: workspace.describe().name,
    createdAt: brief.createdAt,
    exportedAt: context.now().toISOString(),
    needs: needsById(view.needs),
    interviews: view.interviewsWithWords,
    people: facts.people,
    participants: facts.participants,
  });
  const target = folder ?? join(workspace.folder, 'exports');
  const path = join(target, `${fileStem(brief.title)}.md`);
  const before = await textOf(path);
  if (before !== undefined && readBriefSource(before) !== briefSource(id)) {
    throw new AppError('not-our-file', 'a file of this name is there already and Earshot did not write it', {
      details: { path },
    });
  }
  try {
    await mkdir(target, { recursive: true });
    await writeDurably(nodeFileSystem, path, Buffer.from(text, 'utf8'));
  } catch (error) {
    throw storageError(error, 'the file could not be written', { path });
  }
  return { path, text, wasThere: before !== undefined };
}

function fileStem(title: string): string {
  const stem = slug(title);
  if (stem === '') return 'brief';
  return RESERVED.test(stem) ? `${stem}-brief` : stem;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new AppError('folder-not-usable', 'the file that is there cannot be read', {
      cause: error,
      details: { path },
    });
  }
}
