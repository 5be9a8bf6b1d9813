// `earshot.json`: the file that makes a folder a workspace. Small, readable, written durably and hardly ever.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { WorkspaceId } from '../../../shared/ids.ts';
import { DurableJson } from '../storage/durable-json.ts';

/** The layout of the folder. A higher number was written by a newer Earshot and is only read. */
export const MANIFEST_SCHEMA = 1;

export const Manifest = z.object({
  earshot: z.literal('workspace'),
  schema: z.number().int().positive(),
  id: WorkspaceId,
  name: z.string().min(1).max(80),
  createdAt: z.string().max(40),
  isSample: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

const FILE = 'earshot.json';

/** Undefined when the folder holds no manifest; AppError `not-a-workspace` when it holds one that cannot be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, FILE), 'utf8');
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw new AppError('folder-not-usable', 'the folder cannot be read', {
      cause: error,
      details: { folder },
    });
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('not-a-workspace', `${FILE} in this folder is not one of Earshot's`, {
      cause: error,
      details: { folder },
    });
  }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await new DurableJson<Manifest>(join(folder, FILE)).write(manifest);
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
