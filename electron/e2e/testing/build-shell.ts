// Builds the shell for a test, with the host that ships and a page of the test's own: Earshot's page would greet the host
// by itself, on the connection that the test wants to be alone on.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Within the project, because the programs look for packages in the node_modules above them. */
const BUILDS = join(ROOT, 'node_modules', '.cache', 'earshot-tests');
const EXTERNAL = ['electron', '@xenova/transformers'];

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Door</title><link rel="icon" href="data:,"></head>
<body><h1>Door</h1></body></html>`;

export interface BuiltShell {
  readonly mainPath: string;
  remove(): Promise<void>;
}

/** Bundles main, host and preload with the settings of build/build.mjs that matter to them, in about a second. */
export async function buildShell(): Promise<BuiltShell> {
  await mkdir(BUILDS, { recursive: true });
  const folder = await mkdtemp(join(BUILDS, 'shell-'));
  await Promise.all([
    bundle(folder, ['shell/main', 'shell/host-process', 'host/transcripts/reading-thread'], 'esm', 'js'),
    bundle(folder, ['shell/preload'], 'cjs', 'cjs'),
    mkdir(join(folder, 'renderer')).then(() => writeFile(join(folder, 'renderer', 'index.html'), PAGE)),
    writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', version: '0.0.0' })),
  ]);
  return {
    mainPath: join(folder, 'main.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function bundle(
  outDir: string,
  programs: readonly string[],
  format: 'esm' | 'cjs',
  extension: string,
): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: programs.map((name) => join(ROOT, 'electron', `${name}.ts`)),
        external: [/^node:/, ...EXTERNAL],
        output: { format, entryFileNames: `[name].${extension}` },
      },
    },
  });
}
