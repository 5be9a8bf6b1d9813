import { afterEach, expect, it } from 'vitest';
import type { Engine } from '../../engine/engine-client.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let test: TestHost;
afterEach(() => test.close());

/** Stands in for the encoder: texts are alike by the letters they hold. */
function createEngine(): Engine {
  return {
    extract: () => Promise.reject(new Error('not asked for')),
    embed: (_, texts) =>
      Promise.resolve(
        texts.map((text) => {
          const vector = new Float32Array(26);
          for (const letter of text.toLowerCase()) {
            const at = letter.charCodeAt(0) - 97;
            if (at >= 0 && at < 26) vector[at] = (vector[at] ?? 0) + 1;
          }
          return vector;
        }),
      ),
    close: () => undefined,
  };
}

it('proposes notes that do not carry the tag, tags on a yes, and never asks again after a no', async () => {
  test = await startTestHost({ createEngine });
  await test.call('workspaces.openSample', {});
  const tag = await test.call('tags.create', {
    name: 'unused-so-far',
    definition: 'Nobody used it yet.',
  });
  const find = () => test.call('tags.findLike', { id: tag.id });
  const needed = await find();
  expect(needed).toMatchObject({ places: 0, needed: 5, found: [] });

  const pain = await test.call('tags.create', { name: 'pain', definition: '' });
  const before = await test.call('tags.findLike', { id: pain.id });
  expect(before.places).toBeGreaterThanOrEqual(5);
  const [first, second] = before.found;
  if (first?.kind !== 'note' || second?.kind !== 'note') throw new Error('two notes are close');
  await test.call('tags.addLike', {
    id: pain.id,
    source: { kind: 'note', interviewId: first.interviewId, noteId: first.noteId },
  });
  await test.call('tags.refuseLike', { id: pain.id, key: second.key });
  const after = await test.call('tags.findLike', { id: pain.id });
  expect(after.places).toBe(before.places + 1);
  const keys = after.found.map(({ key }) => key);
  expect(keys).not.toContain(first.key);
  expect(keys).not.toContain(second.key);
});
