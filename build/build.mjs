// Builds the app with Vite alone: the page, the Node programs and the sandboxed preload, into dist/.
// It works in a folder beside dist/ and swaps at the end, so that a cut build never leaves half an app.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** What runs on Node: one program per entry, sharing chunks. */
const PROGRAMS = {
  main: 'electron/shell/main.ts',
  'host-process': 'electron/shell/host-process.ts',
  earshot: 'electron/cli/earshot.ts',
  'engine-process': 'electron/engine/engine-process.ts',
  'encoder-thread': 'electron/engine/encoder-thread.ts',
  'reading-thread': 'electron/host/transcripts/reading-thread.ts',
};
/** Sandboxed, hence CommonJS in one file. */
const PRELOAD = { preload: 'electron/shell/preload.ts' };
const PAGE = 'renderer/index.html';

/** Loaded at run time instead of being bundled: Electron is there already, the encoder's runtime has native parts. */
const EXTERNAL = ['electron', '@xenova/transformers'];

/** Everything whose change makes a built app stale. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'vite.config.ts',
  'build/build.mjs',
  'package-lock.json',
  'package.json',
];

/**
 * Builds unless dist/ was built from exactly these sources.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<'current' | 'built'>}
 */
export async function buildApp({ force = false } = {}) {
  const wanted = hashSources();
  const stamp = join(dist, '.built');
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'current';

  const { build } = await import('vite');
  // One folder per process: two builds at once must not write into each other's.
  const fresh = join(root, `dist.building-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    const programs = existing(PROGRAMS);
    const preload = existing(PRELOAD);
    const steps = [];
    if (existsSync(join(root, PAGE))) {
      steps.push(
        build({
          root: join(root, 'renderer'),
          configFile: join(root, 'vite.config.ts'),
          logLevel: 'warn',
          build: { outDir: join(fresh, 'renderer') },
        }),
      );
    }
    if (Object.keys(programs).length > 0) steps.push(build(nodeConfig(fresh, programs, 'esm', 'js')));
    if (Object.keys(preload).length > 0) steps.push(build(nodeConfig(fresh, preload, 'cjs', 'cjs')));
    await Promise.all(steps);
    writeFileSync(join(fresh, '.built'), wanted);
    swap(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return 'built';
}

function nodeConfig(outDir, input, format, extension) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input,
        external: [/^node:/, ...EXTERNAL],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunk-[name]-[hash].${extension}`,
        },
      },
    },
  };
}

/** Entries whose source is there: a part of the house that is not built yet does not stop the rest. */
function existing(entries) {
  return Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]) => [name, join(root, file)])
      .filter(([, file]) => existsSync(file)),
  );
}

/** Two renames instead of a copy; the old build is kept until the new one is in its place. */
function swap(fresh) {
  const old = `${fresh}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const startedAt = performance.now();
  const outcome = await buildApp({ force: process.argv.includes('--force') });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(outcome === 'built' ? `Built in ${seconds} s.` : 'The build is current.');
}
