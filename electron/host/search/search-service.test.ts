import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchHit, SearchKind } from '../../../shared/contract/search.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let test: TestHost;
let folder: string;
beforeEach(async () => {
  test = await startTestHost();
  ({ folder } = await test.call('workspaces.openSample', {}));
});
afterEach(() => test.close());

/** Asks until everything is searched. */
async function search(text: string, limit = 5): Promise<SearchAnswer> {
  for (;;) {
    const answer = await test.call('search.query', { text, limit });
    if (answer.building === null) return answer;
    await test.nextEvent();
  }
}

function hits<K extends SearchKind>(answer: SearchAnswer, kind: K): Extract<SearchHit, { kind: K }>[] {
  const all = answer.groups.flatMap((group) => group.hits);
  return all.filter((hit): hit is Extract<SearchHit, { kind: K }> => hit.kind === kind);
}

function marked(hit: SearchHit | undefined): string[] {
  return hit?.ranges.map(([from, to]) => hit.text.slice(from, to).toLowerCase()) ?? [];
}

async function importWords(participant: string, words: string): Promise<InterviewId> {
  const { interviewId } = await test.call('transcripts.import', {
    interviewId: null,
    newParticipant: participant,
    fileName: 'words.vtt',
    bytes: new TextEncoder().encode(`WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Rowan>${words}\n`),
    format: null,
    offsetMs: 0,
    speakers: { Rowan: { kind: 'participant' } },
  });
  return interviewId;
}

describe('search over everything', () => {
  it('finds needs, words, notes, briefs and people, and says where each is', async () => {
    const said = hits(await search('monday'), 'said')[0];
    expect(marked(said)).toContain('monday');
    expect(said).toMatchObject({ isParticipant: expect.any(Boolean), startMs: expect.any(Number) });
    // Where it says the words are, they are.
    const reading = said && (await test.call('transcripts.read', { interviewId: said.interviewId }));
    const turn = reading?.turns.find((one) => one.startMs === said?.startMs);
    expect(turn?.text.toLowerCase()).toContain('monday');
    expect(hits(await search('monday'), 'needs')[0]?.text).toBe(
      'Three numbers every Monday that match the till',
    );
    expect(hits(await search('till'), 'notes').length).toBeGreaterThan(0);
    expect(hits(await search('monday'), 'briefs').length).toBeGreaterThan(0);
    expect(hits(await search('hazel'), 'people')[0]?.pseudonym).toBe('Hazel');
  });

  it('forgives a slip, and knows the nearest word where it finds nothing', async () => {
    expect(marked(hits(await search('mnoday'), 'needs')[0])).toEqual(['monday']);
    const nothing = await search('mnodya');
    expect(nothing.groups).toEqual([]);
    expect(nothing.nearest).toMatchObject({ word: 'monday' });
    const there = await search('monday', 50);
    expect(nothing.nearest?.texts).toBe(there.groups.reduce((sum, group) => sum + group.total, 0));
  });

  it('says that a word stands everywhere instead of that nobody said it', async () => {
    expect(await search('the')).toMatchObject({ groups: [], isTooCommon: true, nearest: null });
  });

  it('wants every word, and shows no more of a kind than was asked for', async () => {
    const both = await search('monday till', 50);
    for (const hit of hits(both, 'said')) expect(hit.text.toLowerCase()).toMatch(/monday|till/);
    expect((await search('monday qqqq')).groups).toEqual([]);
    const one = await search('monday', 1);
    expect(one.groups.every((group) => group.hits.length === 1)).toBe(true);
  });

  it('finds what came in since, and no longer what is archived', async () => {
    await search('zebra');
    const id = await importWords('Rowan', 'The zebra crossing is where the van waits');
    expect(hits(await search('zebra'), 'said')[0]).toMatchObject({ interviewId: id, participant: 'Rowan' });
    await test.call('interviews.update', { id, isArchived: true });
    expect((await search('zebra')).groups).toEqual([]);
  });

  it('finds words as they were corrected and as the file has them', async () => {
    const id = await importWords('Rowan', 'We keep it all in Brightside these days');
    await search('brightside');
    const read = await test.call('transcripts.read', { interviewId: id });
    if (read === null) throw new Error('the interview has words');
    await test.call('words.mark', {
      interviewId: id,
      original: read.original,
      marks: [{ from: 18, to: 28, meaning: { kind: 'correction', text: 'Lumenfold' } }],
    });
    await expect.poll(async () => hits(await search('lumenfold'), 'said').length).toBe(1);
    const [inFile] = hits(await search('brightside'), 'said');
    expect(inFile).toMatchObject({ interviewId: id, start: 0 });
    expect(inFile?.text).toContain('Lumenfold');
    expect(inFile?.text).toContain('file says: “Brightside”');
  });

  it('finds notes by the name that their tag has now', async () => {
    const { id } = await test.call('tags.create', { name: 'trust', definition: '' });
    const before = hits(await search('trust', 50), 'notes').length;
    expect(before).toBeGreaterThan(0);
    await test.call('tags.update', { id, name: 'okapi' });
    expect(hits(await search('okapi', 50), 'notes')).toHaveLength(before);
  });

  it('keeps what it made beside the workspace, and reads only what is new after that', async () => {
    await importWords('Rowan', 'The zebra crossing is where the van waits');
    await search('zebra');
    const parts = join(folder, 'derived', 'search');
    await expect.poll(() => readdir(parts).catch(() => []), { timeout: 15_000 }).toContain('parts');
    test = await test.restart();
    // The words are gone from the cache and from their original: only the kept index knows them.
    await rm(join(folder, 'derived', 'turns'), { recursive: true });
    await rm(join(folder, 'originals'), { recursive: true });
    expect(hits(await search('zebra'), 'said')).toHaveLength(1);
  });

  it('waits for the needs when a note is asked about while they are counted', async () => {
    const interviews = await test.call('interviews.list', {});
    const hazel = interviews.find((one) => one.participant === 'Hazel');
    if (!hazel) throw new Error('The sample has an interview with Hazel.');
    const text = 'The driver was gone before he knew the delivery was short';
    const [, heard] = await Promise.all([
      test.call('search.query', { text: 'delivery', limit: 1 }),
      test.call('search.heard', { interviewId: hazel.id, text }),
    ]);
    expect(heard?.quotes.length).toBeGreaterThan(0);
  });

  it('tells a note that others said something like it, but not what its own participant said', async () => {
    await search('monday');
    const rows = await test.call('interviews.list', {});
    const { needs } = await test.call('needs.list', {});
    const delivery = needs.find((need) => /delivery/.test(need.label));
    const hazel = rows.find((row) => row.participant === 'Hazel');
    expect(hazel).toBeDefined();
    if (hazel === undefined) return;
    const text = 'The driver was gone before she knew the delivery was short';
    const heard = await test.call('search.heard', { interviewId: hazel.id, text });
    expect(heard?.needId).toBe(delivery?.id);
    expect(heard?.quotes.map((quote) => quote.participant).sort()).toEqual(['Alder', 'Linden']);
    expect(
      await test.call('search.heard', { interviewId: hazel.id, text: 'Two brothers and a carpet' }),
    ).toBeNull();
  });

  it.each([
    ['torn', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['foreign', () => Buffer.from('not an index')],
  ])('makes a %s index anew', async (_, damage) => {
    await search('monday');
    const part = join(folder, 'derived', 'search', 'part-0');
    await expect.poll(() => readFile(part).catch(() => null), { timeout: 15_000 }).not.toBeNull();
    await writeFile(part, damage(await readFile(part)));
    test = await test.restart();
    expect(hits(await search('monday'), 'said').length).toBeGreaterThan(0);
  });
});
