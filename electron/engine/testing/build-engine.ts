// Builds the engine process for a test: what runs is the real program, started as the app starts it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Within the project, because the program looks for the encoder's runtime in the node_modules above it. */
const BUILDS = join(ROOT, 'node_modules', '.cache', 'earshot-tests');

export const MODEL_FOLDER = join(ROOT, 'models', 'earshot-exchange-v1');

export interface BuiltEngine {
  readonly scriptPath: string;
  /** The program of the threads in which it encodes. */
  readonly threadPath: string;
  remove(): Promise<void>;
}

export async function buildEngine(): Promise<BuiltEngine> {
  await mkdir(BUILDS, { recursive: true });
  const folder = await mkdtemp(join(BUILDS, 'engine-'));
  const runtime = '@xenova/transformers';
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [runtime] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: ['engine-process', 'encoder-thread'].map((name) =>
          join(ROOT, 'electron', 'engine', `${name}.ts`),
        ),
        external: [/^node:/, runtime],
        output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name]-[hash].mjs' },
      },
    },
  });
  return {
    scriptPath: join(folder, 'engine-process.mjs'),
    threadPath: join(folder, 'encoder-thread.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
