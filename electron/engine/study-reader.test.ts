import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InterviewId, OriginalHash } from '../../shared/ids.ts';
import type { EngineInterview } from './messages.ts';
import { createStudyReader } from './study-reader.ts';
import { writeVectors } from './vector-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-study-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function interview(id: string, text: string, speaker = 'Ana'): EngineInterview {
  const times = { startMs: 0, endMs: 1_000 };
  return {
    id: InterviewId.parse(id),
    original: OriginalHash.parse('a'.repeat(64)),
    turns: [{ speaker: 'Ana', ...times, text, cues: [{ ...times, text }] }],
    participants: [{ speaker, key: 'ana' }],
  };
}

it('keeps an interview as long as its words and its people are the same, wherever it stands', async () => {
  const reader = createStudyReader();
  const one = interview('interview-1', 'I copy it all by hand.');
  const two = interview('interview-2', 'We gave up on it.');
  const [first, second] = await reader.read([one, two], folder);
  expect(await reader.read([structuredClone(two), structuredClone(one)], folder)).toEqual([second, first]);
  const [again] = await reader.read([structuredClone(one)], folder);
  expect(again).toBe(first);

  const [corrected] = await reader.read([interview('interview-1', 'I copy it all by foot.')], folder);
  expect(corrected?.segments[0]?.text).toBe('I copy it all by foot.');
  const [renamed] = await reader.read([interview('interview-1', 'I copy it all by foot.', 'Ben')], folder);
  expect(renamed?.segments[0]?.participant).toBeNull();
});

it('forgets what the last study did not hold, and what belongs to another folder', async () => {
  const reader = createStudyReader();
  const one = interview('interview-1', 'I copy it all by hand.');
  const [first] = await reader.read([one], folder);
  const [elsewhere] = await reader.read([one], join(folder, 'other'));
  expect(elsewhere).not.toBe(first);
  await reader.read([], join(folder, 'other'));
  const [later] = await reader.read([one], join(folder, 'other'));
  expect(later).not.toBe(elsewhere);
});

it('reads anew when the kept vectors were deleted or replaced since', async () => {
  const reader = createStudyReader();
  const one = interview('interview-1', 'I copy it all by hand.');
  const [first] = await reader.read([one], folder);
  await writeVectors(folder, one.id, new Map([['0'.repeat(64), Float32Array.of(1)]]));
  await reader.settle(folder);
  const [kept] = await reader.read([one], folder);
  expect(kept).toBe(first);
  await rm(folder, { recursive: true });
  const [anew] = await reader.read([one], folder);
  expect(anew).not.toBe(first);
});
