// Makes a workspace folder: never in a folder that holds anything already, so nothing of anybody's is touched.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { TagId, WorkspaceId } from '../../../shared/ids.ts';
import { slug } from '../../../shared/text/slug.ts';
import { STARTING_TAGS } from '../../../shared/workspace/tags.ts';
import {
  putRecord,
  WORKSPACE_DOCUMENT,
  WORKSPACE_SCHEMA,
} from '../../../shared/workspace/workspace-document.ts';
import { MANIFEST_SCHEMA, type Manifest, writeManifest } from './manifest.ts';
import { type OpenedWorkspace, type OpenOptions, openWorkspaceFolder } from './opened-workspace.ts';

export interface NewWorkspace {
  readonly name: string;
  /** Null: a folder of that name in `defaultFolder`, with a number behind it when the name is taken. */
  readonly folder: string | null;
  readonly defaultFolder: string;
  readonly isSample: boolean;
  readonly newId: () => string;
}

export async function createWorkspace(wanted: NewWorkspace, options: OpenOptions): Promise<OpenedWorkspace> {
  const folder = wanted.folder ?? (await freeFolder(wanted.defaultFolder, wanted.name));
  await requireEmptyFolder(folder);
  const manifest: Manifest = {
    earshot: 'workspace',
    schema: MANIFEST_SCHEMA,
    id: WorkspaceId.parse(wanted.newId()),
    name: wanted.name,
    createdAt: options.now().toISOString(),
    isSample: wanted.isSample,
  };
  await storeManifest(folder, manifest);
  const workspace = await openWorkspaceFolder(folder, options);
  try {
    await fillNew(workspace, manifest, wanted);
  } catch (error) {
    await workspace.close();
    throw error;
  }
  return workspace;
}

/** A workspace that is somewhere else already, and comes here document by document once it is open. */
export async function makeReplicaFolder(
  wanted: Pick<Manifest, 'id' | 'name' | 'createdAt' | 'isSample'> & {
    readonly folder: string | null;
    readonly defaultFolder: string;
  },
  before: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = wanted.folder ?? (await freeFolder(wanted.defaultFolder, wanted.name));
  await requireEmptyFolder(folder);
  const { id, name, createdAt, isSample } = wanted;
  await before(folder);
  await storeManifest(folder, {
    earshot: 'workspace',
    schema: MANIFEST_SCHEMA,
    id,
    name,
    createdAt,
    isSample,
  });
  return folder;
}

async function storeManifest(folder: string, manifest: Manifest): Promise<void> {
  try {
    await writeManifest(folder, manifest);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('folder-not-usable', 'the folder cannot be written', { cause, details: { folder } });
  }
}

async function fillNew(workspace: OpenedWorkspace, manifest: Manifest, wanted: NewWorkspace): Promise<void> {
  if (!workspace.hasLock)
    throw new AppError('disk-full', 'there is no room for a workspace', {
      retryable: true,
      details: { folder: workspace.folder },
    });
  await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
    const meta = document.getMap('meta');
    meta.set('schema', WORKSPACE_SCHEMA);
    meta.set('id', manifest.id);
    meta.set('name', manifest.name);
    // The sample brings its own codebook.
    for (const tag of wanted.isSample ? [] : STARTING_TAGS) {
      const id = TagId.parse(wanted.newId());
      putRecord(document, 'tags', id, { ...tag, id });
    }
  });
}

/** The first of "Name", "Name 2", "Name 3" … in `parent` that does not exist or is empty. */
export async function freeFolder(parent: string, name: string): Promise<string> {
  const base =
    slug(name) === ''
      ? 'Untitled'
      : name
          .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
          .trim()
          .slice(0, 80) || slug(name);
  for (let count = 1; count < 1_000; count += 1) {
    const folder = join(parent, count === 1 ? base : `${base} ${count}`);
    if ((await entriesOf(folder)).length === 0) return folder;
  }
  throw new AppError('folder-not-usable', 'there are a thousand folders of this name already', {
    details: { parent },
  });
}

async function requireEmptyFolder(folder: string): Promise<void> {
  if ((await entriesOf(folder)).length > 0) {
    throw new AppError('folder-not-usable', 'the folder holds files already', {
      details: { folder, reason: 'not-empty' },
    });
  }
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new AppError('folder-not-usable', 'the folder cannot be made', { cause, details: { folder } });
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((entry) => entry !== '.DS_Store' && entry !== 'desktop.ini');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new AppError('folder-not-usable', 'the folder cannot be read', {
      cause: error,
      details: { folder },
    });
  }
}
