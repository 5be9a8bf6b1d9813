import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../sha256.ts';
import { temporaryFolder } from '../storage/testing/temporary-folder.ts';
import { backUpWorkspace } from './back-up.ts';
import { refusePath } from './portable-path.ts';
import { restoreWorkspace } from './restore.ts';
import { buildZip, type HandMadeEntry } from './testing/build-zip.ts';
import { openSampleWorkspace } from './testing/sample-workspace.ts';

const text = (content: string) => new TextEncoder().encode(content);
const MANIFEST: HandMadeEntry = {
  name: 'earshot.json',
  content: text(
    JSON.stringify({
      earshot: 'workspace',
      schema: 1,
      id: 'w1',
      name: 'W',
      createdAt: '2026-11-25',
      isSample: false,
    }),
  ),
};
const HARMLESS: HandMadeEntry = { name: 'exports/a.md', content: text('words '.repeat(100)) };

/** Restores, expects a refusal, and that neither the folder nor anything beside it was touched. */
async function expectRefusal(
  zip: Uint8Array,
  words: string | RegExp,
  code = 'unreadable-file',
): Promise<void> {
  const parent = await temporaryFolder();
  const file = join(parent, 'hostile.zip');
  await writeFile(file, zip);
  const error: unknown = await restoreWorkspace(file, join(parent, 'a', 'new')).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
  // The folder above may be left, empty.
  const left = (await readdir(parent, { recursive: true })).filter((name) => name !== 'a');
  expect(left).toEqual(['hostile.zip']);
}

describe('a zip by hand', () => {
  it('is restored when it is what a backup is', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'good.zip');
    const junk = { name: '__MACOSX/x', content: text('') };
    await writeFile(
      file,
      buildZip([MANIFEST, HARMLESS, { name: 'exports/', content: text(''), mode: 0o040755 }, junk]),
    );
    const { passedOver } = await restoreWorkspace(file, join(folder, 'new'));
    expect(passedOver).toEqual(['__MACOSX/x']);
    expect((await readdir(join(folder, 'new'), { recursive: true })).sort()).toEqual([
      'earshot.json',
      'exports',
      'exports/a.md',
    ]);
    expect(await readFile(join(folder, 'new', 'exports', 'a.md'))).toEqual(Buffer.from(HARMLESS.content));
  });
});

describe('a hostile zip is refused by name, and leaves nothing', () => {
  it.each([
    ['../escaped.md', 'leads out'],
    ['exports/../../escaped.md', 'leads out'],
    ['exports/..', 'leads out'],
    ['/etc/escaped.md', 'root'],
    ['exports\\..\\..\\escaped.md', 'backslash'],
    ['C:/escaped.md', 'drive letter'],
    ['c:escaped.md', 'drive letter'],
    ['exports/a.md:stream', 'sign'],
    ['exports//a.md', 'empty part'],
    ['exports/./a.md', 'empty part'],
    ['exports/a\u0000.md', 'sign'],
    ['exports/a\u001b[2Jb.md', 'sign'],
    ['exports/NUL.md', 'device'],
    ['exports/a.md.', 'dot or a space'],
    [`exports/${'a'.repeat(256)}`, 'too long'],
    ['', 'empty'],
  ])('a path like %j', async (name, words) => {
    const zip = buildZip([MANIFEST, { ...HARMLESS, name }]);
    await expectRefusal(zip, words);
  });

  it.each([
    ['a link', { mode: 0o120777 }, 'link'],
    ['a device', { mode: 0o020666 }, 'device'],
    ['an encrypted entry', { flags: 1 }, 'encrypted'],
    ['an unknown packing', { method: 12 }, 'unknown way'],
    ['another name in its own header', { localName: '../x' }, 'not what'],
    ['a size below the real one', { declaredBytes: 10 }, 'larger than'],
    ['a size above the real one', { declaredBytes: 10_000 }, 'damaged'],
    ['a wrong checksum', { declaredCrc32: 1 }, 'damaged'],
    ['a name that is no UTF-8', { name: 'exports/\uFFFD' }, 'sign'],
  ])('%s', async (_what, changes, words) => {
    await expectRefusal(buildZip([MANIFEST, { ...HARMLESS, ...changes }]), words);
  });

  it.each([
    ['exports/a.md', 'exports/a.md'],
    ['exports/a.md', 'exports/A.MD'],
    ['exports/\u00e9.md', 'exports/e\u0301.md'],
  ])('two names for one file: %s and %s', async (one, other) => {
    await expectRefusal(
      buildZip([MANIFEST, { ...HARMLESS, name: one }, { ...HARMLESS, name: other }]),
      'twice',
    );
  });

  it('a name that is a file and a folder', async () => {
    const entries = [MANIFEST, { ...HARMLESS, name: 'exports/a' }, { ...HARMLESS, name: 'exports/a/b' }];
    await expectRefusal(buildZip(entries), 'both a file and a folder');
  });

  it('a bomb that says so, and a bomb that denies it', async () => {
    const content = new Uint8Array(80 * 2 ** 20);
    await expectRefusal(buildZip([MANIFEST, { ...HARMLESS, content }]), 'unpack to', 'too-large');
    await expectRefusal(buildZip([MANIFEST, { ...HARMLESS, content, declaredBytes: 1_000 }]), 'larger than');
  });

  it('a bomb of many entries that share one content', async () => {
    const shared = Array.from({ length: 50 }, (_, index) => ({
      ...HARMLESS,
      name: `exports/${index}.md`,
      sharesContentOf: 1,
    }));
    await expectRefusal(buildZip([MANIFEST, HARMLESS, ...shared]), 'overlaps');
  });

  it('what is no backup, no zip, or nothing', async () => {
    await expectRefusal(buildZip([HARMLESS]), 'no backup', 'not-a-workspace');
    await expectRefusal(
      buildZip([{ ...MANIFEST, content: text('{"earshot":1}') }]),
      'no backup',
      'not-a-workspace',
    );
    await expectRefusal(text('PK but no zip at all, though it is long enough'), 'no zip');
    await expectRefusal(new Uint8Array(0), 'no zip');
  });

  it('no path that is accepted leads out of its folder, on any system', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '', '/', '\\', 'C:', 'exports', 'a', ' ', '\u0000', 'nul', '%2e%2e'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    return fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('/', ''), (pieces, glue) => {
        const path = pieces.join(glue);
        if (refusePath(path) !== null) return;
        const target = join('/safe/folder', path);
        expect(target.startsWith('/safe/folder/')).toBe(true);
        expect(join(dirname(target), basename(target))).toBe(target.replace(/\/$/, ''));
        for (const sign of ['\\', ':', '\0']) expect(path).not.toContain(sign);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a backup that came to harm', () => {
  it('is refused wherever it was cut short', async () => {
    const { folder } = await openSampleWorkspace();
    const { file } = await backUpWorkspace(folder);
    const zip = await readFile(file);
    for (const share of [0, 0.01, 0.3, 0.6, 0.9, 0.99]) {
      await expectRefusal(zip.subarray(0, Math.floor(zip.length * share)), 'cut short|no zip');
    }
    await expectRefusal(zip.subarray(0, -1), 'cut short');
  });

  it('is either refused or restored as it was, whichever bit of it flipped', async () => {
    const { folder } = await openSampleWorkspace();
    const { file } = await backUpWorkspace(folder);
    const zip = await readFile(file);
    const contentsOf = async (zipFile: string) => {
      const to = join(await temporaryFolder(), 'new');
      await restoreWorkspace(zipFile, to);
      const names = (await readdir(to, { recursive: true })).sort().filter((name) => /\.\w+$/.test(name));
      return Promise.all(names.map(async (name) => [name, sha256(await readFile(join(to, name)))]));
    };
    const whole = await contentsOf(file);
    const damaged = join(await temporaryFolder(), 'damaged.zip');
    let refused = 0;
    // Two thirds in the directory at the end, where a flip is least likely to meet a checksum.
    const position = fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 0, max: zip.length - 1 }) },
      { weight: 2, arbitrary: fc.integer({ min: zip.length - 1_200, max: zip.length - 1 }) },
    );
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(zip);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        await writeFile(damaged, flipped);
        try {
          expect(await contentsOf(damaged)).toEqual(whole);
        } catch (error) {
          refused += 1;
          expect(error).toMatchObject({ name: 'AppError' });
        }
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(40);
  }, 60_000);
});
