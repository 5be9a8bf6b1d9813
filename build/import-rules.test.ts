// Each import rule is broken once, in a small tree of its own, to see that it is caught: a rule that matches nothing passes for ever.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkImports } from './check-imports.mjs';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A tree of modules, each given by what it imports. */
type Tree = Readonly<Record<string, readonly string[]>>;

const SEEDED: readonly (readonly [rule: string, name: string, tree: Tree])[] = [
  ['shared-without-node', 'shared → a Node module', { 'shared/a.ts': ['node:fs'] }],
  ['shared-without-node', 'shared → a Node module, under its old name', { 'shared/a.ts': ['path'] }],
  ['shared-is-pure', 'shared → renderer', { 'shared/a.ts': ['../renderer/b.ts'], 'renderer/b.ts': [] }],
  [
    'shared-is-pure',
    'shared → electron',
    { 'shared/a.ts': ['../electron/host/b.ts'], 'electron/host/b.ts': [] },
  ],
  ['shared-packages', 'shared → a package for pages', { 'shared/a.ts': ['react'] }],
  [
    'page-not-to-node',
    'renderer → electron',
    { 'renderer/a.tsx': ['../electron/host/b.ts'], 'electron/host/b.ts': [] },
  ],
  ['page-without-node', 'renderer → a Node module', { 'renderer/a.tsx': ['node:path'] }],
  [
    'node-not-to-page',
    'electron → renderer',
    { 'electron/web/a.ts': ['../../renderer/b.ts'], 'renderer/b.ts': [] },
  ],
  ['electron-only-in-shell', 'host → Electron', { 'electron/host/a.ts': ['electron'] }],
  ['electron-only-in-shell', 'renderer → Electron', { 'renderer/a.ts': ['electron'] }],
  [
    'headless-never-reaches-electron',
    'host → another file → Electron',
    { 'electron/host/a.ts': ['../../shared/b.ts'], 'shared/b.ts': ['electron'] },
  ],
  [
    'headless-never-reaches-electron',
    'command line → host → shell',
    {
      'electron/cli/a.ts': ['../host/b.ts'],
      'electron/host/b.ts': ['../shell/c.ts'],
      'electron/shell/c.ts': [],
    },
  ],
  ['lowdb-only-in-storage', 'host → lowdb', { 'electron/host/settings/a.ts': ['lowdb'] }],
  ['encoder-only-in-engine', 'host → transformers', { 'electron/host/a.ts': ['@xenova/transformers'] }],
  [
    'engine-process-apart',
    'host → engine → engine-process',
    {
      'electron/host/a.ts': ['../engine/b.ts'],
      'electron/engine/b.ts': ['./engine-process.ts'],
      'electron/engine/engine-process.ts': [],
    },
  ],
  ['ws-only-in-doors', 'host → ws', { 'electron/host/a.ts': ['ws'] }],
  [
    'features-stay-apart',
    'one feature → another',
    { 'renderer/features/need/a.tsx': ['../brief/b.tsx'], 'renderer/features/brief/b.tsx': [] },
  ],
  ['ui-knows-no-store', 'ui → state', { 'renderer/ui/a.tsx': ['../state/b.ts'], 'renderer/state/b.ts': [] }],
  ['no-cycles', 'two files importing each other', { 'shared/a.ts': ['./b.ts'], 'shared/b.ts': ['./a.ts'] }],
  [
    'no-cycles',
    'a cycle through a type',
    { 'shared/a.ts': ['type ./b.ts'], 'shared/b.ts': ['type ./c.ts'], 'shared/c.ts': ['type ./a.ts'] },
  ],
  ['resolvable', 'an import of a file that is not there', { 'shared/a.ts': ['./gone.ts'] }],
];

/** The same imports where they belong. */
const ALLOWED: Tree = {
  'shared/a.ts': ['zod', './b.ts'],
  'shared/b.ts': [],
  'shared/b.test.ts': ['node:fs', './b.ts'],
  'renderer/features/need/a.tsx': ['./b.tsx', '../../ui/c.tsx', 'react', '../../../shared/a.ts'],
  'renderer/features/need/b.tsx': [],
  'renderer/ui/c.tsx': [],
  'electron/host/storage/a.ts': ['lowdb', 'node:fs'],
  'electron/engine/engine-process.ts': ['@xenova/transformers'],
  'electron/web/a.ts': ['ws', '../host/storage/a.ts'],
  'electron/shell/a.ts': ['electron', '../web/a.ts'],
};

describe('import rules', () => {
  it.each(SEEDED)('%s catches %s', async (rule, _name, tree) => {
    const { violations } = await checkImports(await plant(tree));
    expect(violations.map((violation) => violation.rule)).toContain(rule);
  });

  it('lets imports stand where they belong, and sees every module', async () => {
    const { modules, violations } = await checkImports(await plant(ALLOWED));
    expect(violations).toEqual([]);
    expect(modules).toBe(Object.keys(ALLOWED).length);
  });
});

async function plant(tree: Tree): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'earshot-imports-'));
  folders.push(root);
  for (const [path, imports] of Object.entries(tree)) {
    const lines = imports.map((name, index) =>
      name.startsWith('type ')
        ? `import type { T${index} } from '${name.slice(5)}';`
        : `import * as m${index} from '${name}';`,
    );
    const uses = imports.map((name, index) => (name.startsWith('type ') ? `T${index}` : `typeof m${index}`));
    await write(join(root, path), `${lines.join('\n')}\nexport type All = [${uses.join(', ')}];\n`);
  }
  for (const name of ['electron', 'lowdb', 'ws', 'zod', 'react', '@xenova/transformers']) {
    const folder = join(root, 'node_modules', name);
    await write(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await write(join(folder, 'index.js'), 'module.exports = {};\n');
  }
  return root;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
