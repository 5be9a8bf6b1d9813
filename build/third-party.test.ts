import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeThirdParty, refusedLicences, shippedPackages } from './third-party.mjs';

const root = join(import.meta.dirname, '..');

it('ships nothing under a licence that does not allow it', () => {
  const refused = shippedPackages(root).filter(({ licence }) => refusedLicences(licence).length > 0);
  expect(refused).toEqual([]);
});

it('names every shipped package in THIRD-PARTY.md (npm run third-party writes it)', async () => {
  expect(await readFile(join(root, 'THIRD-PARTY.md'), 'utf8')).toBe(describeThirdParty(root));
});

it('finds what is bundled, what lies beside it, and what those need in turn', () => {
  const names = shippedPackages(root).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['@huggingface/transformers', 'onnxruntime-node', 'zod', 'yjs', 'lib0']),
  );
  expect(names).not.toContain('vitest');
});

it.each([
  ['MIT', []],
  ['(MIT OR GPL-3.0-only)', []],
  ['Apache-2.0 AND MIT', []],
  ['GPL-3.0-only', ['GPL-3.0-only']],
  ['MIT AND CC-BY-NC-4.0', ['CC-BY-NC-4.0']],
  ['unknown', ['unknown']],
])('reads %s', (expression, refused) => {
  expect(refusedLicences(expression)).toEqual(refused);
});
