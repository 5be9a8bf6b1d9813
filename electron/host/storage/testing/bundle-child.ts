// Makes a program for plain Node out of a TypeScript file, for the tests that kill a process.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles `entry` (a path) into a temporary folder. The caller deletes the folder. */
export async function bundleChild(
  entry: string,
): Promise<{ readonly folder: string; readonly program: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-child-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return { folder, program: join(folder, 'child.mjs') };
}
