// Hints by meaning with an encoder that knows two topics: whoever writes of one in other words is told, and nobody waits.
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { Engine } from '../../engine/engine-client.ts';
import { readVectors } from '../../engine/vector-cache.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let test: TestHost;
afterEach(() => test.close());

const IN_OTHER_WORDS = 'Lorry left while boxes lacked things';
const IN_THEIR_WORDS = 'The driver was gone before she knew the delivery was short';

/** Words of a delivery point one way, of a till the other, everything else nowhere; a little of its own in each text. */
function topicVector(text: string): Float32Array {
  const vector = new Float32Array(35);
  for (const letter of text) {
    const at = 2 + (letter.charCodeAt(0) % 32);
    vector[at] = (vector[at] ?? 0) + 0.02;
  }
  if (/deliver|driver|gone|signed|short|Lorry/i.test(text)) vector[0] = 1;
  else if (/till|takings|owe|waste|invoice|larder/i.test(text)) vector[1] = 1;
  else vector[34] = 1;
  return vector.map((value) => value / Math.hypot(...vector));
}

function engineWith(embed: Engine['embed']): Engine {
  return { extract: () => Promise.reject(new Error('not asked for')), embed, close: () => undefined };
}

/** Ends only when it is stopped, which may be before it begins. */
const untilStopped: Engine['extract'] = (_, options) =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(new AppError('cancelled', 'stopped'));
    if (options?.signal?.aborted) stop();
    options?.signal?.addEventListener('abort', stop);
  });

async function openSample(engine: Engine): Promise<InterviewId> {
  test = await startTestHost({ createEngine: () => engine });
  await test.call('workspaces.openSample', {});
  const hazel = (await test.call('interviews.list', {})).find((row) => row.participant === 'Hazel');
  if (!hazel) throw new Error('The sample has an interview with Hazel.');
  return hazel.id;
}

it('finds by meaning what shares no word, without what the participant said, and keeps the vectors', async () => {
  const embed = vi.fn<Engine['embed']>(async (_, texts) => texts.map(topicVector));
  const interviewId = await openSample(engineWith(embed));
  await test.call('search.heard', { interviewId, text: '' });
  const heard = await test.call('search.heard', { interviewId, text: IN_OTHER_WORDS });
  expect(heard?.label).toMatch(/delivery/);
  expect(heard?.quotes.map(({ participant }) => participant).sort()).toEqual(['Alder', 'Linden']);
  expect(await test.call('search.heard', { interviewId, text: 'Two brothers and a carpet' })).toBeNull();
  const { folder } = await test.call('workspaces.openSample', {});
  const kept = await readVectors(join(folder, 'derived', 'vectors'), 'heard before');
  expect(kept.size).toBeGreaterThan(10);
  // After a start nothing is encoded but the note.
  test = await test.restart();
  embed.mockClear();
  await test.call('search.heard', { interviewId, text: '' });
  expect(embed.mock.calls.flatMap(([, texts]) => texts)).toEqual([]);
});

it('holds nothing else up when the encoder never answers, and goes by words then', async () => {
  const never = new Promise<never>(() => undefined);
  const notes = [IN_OTHER_WORDS, IN_THEIR_WORDS];
  const interviewId = await openSample(
    engineWith((_, texts) =>
      texts.some((text) => notes.includes(text)) ? never : Promise.resolve(texts.map(topicVector)),
    ),
  );
  await test.call('search.heard', { interviewId, text: '' });
  // No word tells, so this one waits for ever; everything that comes after it is answered all the same.
  void test.call('search.heard', { interviewId, text: IN_OTHER_WORDS });
  expect(await test.call('interviews.list', {})).not.toEqual([]);
  expect((await test.call('search.heard', { interviewId, text: IN_THEIR_WORDS }))?.label).toMatch(/delivery/);
});

it('goes by words without an encoder, and does not try it again at every word', async () => {
  const embed = vi.fn<Engine['embed']>(() => Promise.reject(new Error('no encoder here')));
  const interviewId = await openSample(engineWith(embed));
  await test.call('search.heard', { interviewId, text: '' });
  const times = embed.mock.calls.length;
  expect((await test.call('search.heard', { interviewId, text: IN_THEIR_WORDS }))?.label).toMatch(/delivery/);
  expect(embed.mock.calls).toHaveLength(times);
});

it('leaves the encoder to an extraction that is running', async () => {
  const embed = vi.fn<Engine['embed']>(async (_, texts) => texts.map(topicVector));
  const interviewId = await openSample({ ...engineWith(embed), extract: untilStopped });
  await test.call('search.heard', { interviewId, text: '' });
  await test.call('extraction.start', {});
  embed.mockClear();
  expect((await test.call('search.heard', { interviewId, text: IN_THEIR_WORDS }))?.label).toMatch(/delivery/);
  expect(embed).not.toHaveBeenCalled();
});
