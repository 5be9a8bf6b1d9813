// What each layer must not see is used once, beside that layer's real sources, to see that it does not compile.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript-native/package.json')),
  'bin',
  'tsc',
);

let folder: string | undefined;
afterEach(async () => {
  if (folder) await rm(folder, { recursive: true, force: true });
});

const SEEDS = [
  {
    layer: 'shared',
    refused: [
      'window.close()',
      'document.title',
      'process.exit()',
      'Buffer.from([])',
      'setTimeout(() => {}, 1)',
      "fetch('x')",
      'require',
    ],
    allowed: ['new Map()', 'structuredCloneOfOurOwn', 'JSON.stringify(1)'],
  },
  {
    layer: 'electron',
    refused: [
      'window.close()',
      'document.title',
      'process.parentPort.postMessage(1)',
      'process.resourcesPath',
      'Electron.app',
    ],
    allowed: ['process.pid', 'Buffer.from([])'],
  },
  {
    layer: 'electron/shell',
    refused: ['window.close()', 'document.title'],
    allowed: ['process.parentPort.postMessage(1)', 'process.resourcesPath'],
  },
  {
    layer: 'renderer',
    refused: ['process.pid', 'Buffer.from([])', 'require', '__dirname'],
    allowed: ['window.close()', 'document.title'],
  },
];

it.each(SEEDS)(
  '$layer compiles against only what it has',
  async ({ layer, refused, allowed }) => {
    const uses = [...refused, ...allowed];
    const lines = uses.map((use, index) => `export const use${index} = () => ${use};`);
    const failing = await linesWithErrors(layer, `const structuredCloneOfOurOwn = 1;\n${lines.join('\n')}\n`);
    expect(uses.filter((_use, index) => failing.has(index + 2))).toEqual(refused);
  },
  60_000,
);

/** Line numbers, from 1, of the seeded file that do not compile as part of the layer. */
async function linesWithErrors(layer: string, seed: string): Promise<Set<number>> {
  // Inside node_modules, where packages are found from, but outside of every layer's own sources.
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'layer-'));
  await writeFile(join(folder, 'seed.ts'), seed);
  const own = join(root, layer);
  const { include, exclude = [] } = await layerFolders(own);
  const project = join(folder, 'tsconfig.json');
  await writeFile(
    project,
    JSON.stringify({
      extends: join(own, 'tsconfig.json'),
      files: ['./seed.ts'],
      include: include.map((path) => join(own, path)),
      exclude: exclude.map((path) => join(own, path)),
    }),
  );
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [compiler, '-p', project, '--pretty', 'false'],
      { cwd: folder },
      (_error, stdout) => resolve(stdout),
    );
  });
  return new Set([...output.matchAll(/^seed\.ts\((\d+),/gm)].map((match) => Number(match[1])));
}

async function layerFolders(own: string): Promise<{ include: string[]; exclude?: string[] }> {
  const text = await readFile(join(own, 'tsconfig.json'), 'utf8');
  // Comment lines are TypeScript's own addition to JSON.
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
}
