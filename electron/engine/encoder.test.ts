import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { headValue } from '../../shared/extraction/heads.ts';
import { dot } from '../../shared/extraction/vectors.ts';
import { type LocalEncoder, openEncoder } from './encoder.ts';
import { readModelFolder } from './model-folder.ts';
import { MODEL_FOLDER } from './testing/build-engine.ts';

const TestVectors = z.object({
  tolerance: z.object({ vector: z.number(), probability: z.number() }),
  items: z.array(
    z.object({
      text: z.string(),
      first8: z.array(z.number()),
      detector_probability: z.number(),
      request_probability: z.number(),
    }),
  ),
  cosines: z.array(z.array(z.number())),
});

describe('the encoder that ships with the app', () => {
  let encoder: LocalEncoder;
  let expected: z.infer<typeof TestVectors>;
  let vectors: Float32Array[];

  beforeAll(async () => {
    encoder = await openEncoder(MODEL_FOLDER);
    expected = TestVectors.parse(JSON.parse(await readFile(join(MODEL_FOLDER, 'test-vectors.json'), 'utf8')));
    vectors = await encoder.embed(expected.items.map(({ text }) => text));
  }, 60_000);
  afterAll(() => encoder.close());

  it('gives the vectors that its model folder promises', () => {
    for (const [i, { first8 }] of expected.items.entries()) {
      const off = first8.map((value, d) => Math.abs(value - (vectors[i]?.[d] ?? Number.NaN)));
      expect(Math.max(...off)).toBeLessThanOrEqual(expected.tolerance.vector);
    }
  });

  it('gives unit vectors with the promised cosines', () => {
    for (const [i, row] of expected.cosines.entries()) {
      for (const [j, cosine] of row.entries()) {
        const own = dot(vectors[i] ?? [], vectors[j] ?? []);
        expect(Math.abs(own - cosine)).toBeLessThanOrEqual(expected.tolerance.vector);
      }
    }
  });

  it('lets the heads come to the promised probabilities', async () => {
    const { heads } = await readModelFolder(MODEL_FOLDER);
    const probability = (i: number, head: typeof heads.detector): number =>
      1 / (1 + Math.exp(-headValue(vectors[i] ?? new Float32Array(), head)));
    for (const [i, item] of expected.items.entries()) {
      const { probability: tolerance } = expected.tolerance;
      expect(Math.abs(probability(i, heads.detector) - item.detector_probability)).toBeLessThanOrEqual(
        tolerance,
      );
      expect(Math.abs(probability(i, heads.request) - item.request_probability)).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });

  it('gives a text the same vector whatever else is asked for', async () => {
    const { text } = expected.items[4] ?? { text: '' };
    const [alone] = await encoder.embed([text]);
    expect(alone).toEqual(vectors[4]);
  });

  it('stops between two texts when told to', async () => {
    await expect(encoder.embed(['one'], AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
