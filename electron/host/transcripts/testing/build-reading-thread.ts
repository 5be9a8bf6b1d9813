// Builds the reading thread's program for a test: what runs is the real one, started as the app starts it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const BUILDS = join(ROOT, 'node_modules', '.cache', 'earshot-tests');

export interface BuiltThread {
  readonly path: string;
  remove(): Promise<void>;
}

export async function buildReadingThread(): Promise<BuiltThread> {
  await mkdir(BUILDS, { recursive: true });
  const folder = await mkdtemp(join(BUILDS, 'reading-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: join(ROOT, 'electron', 'host', 'transcripts', 'reading-thread.ts'),
        external: [/^node:/],
        output: { format: 'esm', entryFileNames: 'reading-thread.mjs' },
      },
    },
  });
  return {
    path: join(folder, 'reading-thread.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
