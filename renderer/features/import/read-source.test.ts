import { expect, it } from 'vitest';
import { readSource } from './read-source.ts';

it('reads a large file in pieces and says how far it is', async () => {
  const content = new Uint8Array(9_000_000).map((_, index) => index % 251);
  const shares: number[] = [];
  const read = await readSource(
    new File([content], 'long.vtt'),
    () => true,
    (share) => shares.push(share),
  );
  expect(read?.every((byte, index) => byte === index % 251)).toBe(true);
  expect(shares.map((share) => Math.round(share * 100))).toEqual([44, 89, 100]);
});

it('stops between two pieces when nobody wants the file any more', async () => {
  let pieces = 0;
  const read = await readSource(
    new File([new Uint8Array(9_000_000)], 'long.vtt'),
    () => pieces < 1,
    () => {
      pieces += 1;
    },
  );
  expect([read, pieces]).toEqual([null, 1]);
});

it('reads an empty file as no bytes', async () => {
  const read = await readSource(
    new File([], 'empty.vtt'),
    () => true,
    () => undefined,
  );
  expect(read).toHaveLength(0);
});
