import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import { BriefId, NeedId, type StatementId } from '../../../shared/ids.ts';
import type { Need } from '../../../shared/needs/need.ts';
import { transcriptText } from '../../../shared/transcripts/transcript.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
  await test.call('workspaces.openSample', {});
});
afterEach(() => test.close());

const list = (): Promise<NeedsView> => test.call('needs.list', {});

/** The named need of the sample, and the one that is still a suggestion. */
async function both(): Promise<{ named: Need; other: Need }> {
  const { needs } = await list();
  const named = needs.find((need) => need.isRenamed);
  const other = needs.find((need) => !need.isRenamed);
  if (!named || !other) throw new Error('the sample has two needs');
  return { named, other };
}

async function need(id: NeedId): Promise<Need> {
  const found = (await list()).needs.find((one) => one.id === id);
  if (!found) throw new Error(`there is no need ${id}`);
  return found;
}

const idsOf = (one: Need): StatementId[] => one.quotes.map(({ id }) => id);

async function loseResults(): Promise<void> {
  const { workspace } = await test.call('session.state', {});
  await rm(join(workspace?.folder ?? '', 'derived'), { recursive: true });
  test = await test.restart();
}

describe('decisions about needs', () => {
  it('merges two needs under both their ids, and parts them again exactly', async () => {
    const { named, other } = await both();
    const { decisionId } = await test.call('needs.merge', { id: named.id, fromId: other.id });
    const merged = (await list()).needs;
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ id: named.id, aliases: [other.id], label: named.label, people: 3 });
    expect(new Set(merged[0]?.quotes.map(({ id }) => id))).toEqual(
      new Set([...idsOf(named), ...idsOf(other)]),
    );
    await test.call('needs.undo', { decisionId });
    const parted = await both();
    expect([idsOf(parted.named), idsOf(parted.other), parted.other.status]).toEqual([
      idsOf(named),
      idsOf(other),
      'suggested',
    ]);
  });

  it('splits quotes off as a need of their own that outlives lost results', async () => {
    const { named } = await both();
    const [first, second] = idsOf(named);
    if (!first || !second) throw new Error('two quotes are needed');
    const { needId } = await test.call('needs.split', {
      id: named.id,
      quoteIds: [first, second],
      label: 'Apart',
    });
    await loseResults();
    expect(await need(needId)).toMatchObject({ label: 'Apart', status: 'accepted', splitFrom: named.id });
    expect(idsOf(await need(needId)).sort()).toEqual([first, second].sort());
    expect(idsOf(await need(named.id))).not.toContain(first);
  });

  it('does not undo a split while a later decision is about what was split off', async () => {
    const { named } = await both();
    const quoteIds = idsOf(named).slice(0, 1);
    const { decisionId, needId } = await test.call('needs.split', { id: named.id, quoteIds, label: null });
    const rename = await test.call('needs.rename', { id: needId, label: 'Named since' });
    await expect(test.call('needs.undo', { decisionId })).rejects.toMatchObject({ code: 'built-upon' });
    await test.call('needs.undo', { decisionId: rename.decisionId });
    await test.call('needs.undo', { decisionId });
    expect(new Set(idsOf(await need(named.id)))).toEqual(new Set(idsOf(named)));
  });

  it('moves, takes out and pins quotes', async () => {
    const { named, other } = await both();
    const [moved, out, pinned] = idsOf(named);
    if (!moved || !out || !pinned) throw new Error('three quotes are needed');
    await test.call('needs.moveQuote', { id: named.id, toId: other.id, quoteIds: [moved] });
    await test.call('needs.removeQuote', { id: named.id, quoteIds: [out] });
    await test.call('needs.pinQuote', { id: named.id, quoteIds: [pinned] });
    const after = await both();
    expect(idsOf(after.other)).toContain(moved);
    expect(after.named.quotes.find(({ id }) => id === pinned)?.isPinned).toBe(true);
    for (const gone of [moved, out]) expect(idsOf(after.named)).not.toContain(gone);
  });

  it('adds words cut from the original, of one speaker, and refuses anything else', async () => {
    const { other } = await both();
    const [interview] = await test.call('interviews.list', {});
    const interviewId = interview?.id;
    if (!interviewId) throw new Error('the sample has interviews');
    const reading = await test.call('transcripts.read', { interviewId });
    if (!reading) throw new Error('it has words');
    const text = transcriptText(reading.turns);
    const second = reading.turns[1];
    if (!second) throw new Error('it has turns');
    const from = text.indexOf(second.text);
    const words = { kind: 'words' as const, interviewId, original: reading.original };
    const add = (span: { from: number; to: number }) =>
      test.call('needs.addQuote', { id: other.id, source: { ...words, ...span }, verdict: 'for' });
    await add({ from: from - 1, to: from + 12 });
    const added = (await need(other.id)).quotes.find((quote) => quote.start === from);
    expect(added).toMatchObject({
      text: second.text.slice(0, 12).trimEnd(),
      isBroken: false,
      speaker: second.speaker,
    });
    expect(added?.placedBy).not.toBeNull();
    await expect(add({ from: 0, to: text.length })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(add({ from: text.length + 5, to: text.length + 9 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('counts words against apart, and a person who only speaks against is not for it', async () => {
    const { named } = await both();
    const linden = named.quotes.filter(({ participant }) => participant === 'Linden').map(({ id }) => id);
    await test.call('needs.markQuote', { id: named.id, quoteIds: linden, verdict: 'against' });
    const after = await need(named.id);
    expect(after).toMatchObject({ people: 2, peopleAgainst: 1 });
    expect(after.stances.find(({ participant }) => participant === 'Linden')?.stance).toBe('against');
  });

  it('makes, corrects and breaks a pair', async () => {
    const { named } = await both();
    expect(named.pair).toMatchObject({ by: null });
    const asked = { quoteId: named.requests[0]?.id ?? null, text: 'a dashboard' };
    await test.call('needs.pair', { id: named.id, asked, needs: { quoteId: null, text: 'three numbers' } });
    expect((await need(named.id)).pair).toMatchObject({
      asked: { text: 'a dashboard', quote: { id: named.requests[0]?.id } },
      needs: { text: 'three numbers', quote: null },
    });
    const { decisionId } = await test.call('needs.unpair', { id: named.id });
    expect((await need(named.id)).pair).toBeNull();
    await test.call('needs.undo', { decisionId });
    expect((await need(named.id)).pair?.by).not.toBeNull();
  });

  it('keeps a need that stands in a brief, whatever else is undone, until the link goes', async () => {
    const { other } = await both();
    const { id } = await test.call('briefs.create', { title: 'Deliveries' });
    const accept = await test.call('needs.accept', { id: other.id });
    await test.call('briefs.link', { id, needId: other.id });
    await test.call('needs.undo', { decisionId: accept.decisionId });
    await loseResults();
    expect(await need(other.id)).toMatchObject({ status: 'suggested', people: 3, label: other.label });
    expect(await need(other.id)).toMatchObject({ lastDecisionId: null });
  });

  it('marks what came in since this person looked, and never before their first look', async () => {
    const { named, other } = await both();
    expect(other.newSince).toEqual([]);
    await test.call('needs.look', { id: other.id });
    const [moved] = idsOf(named);
    if (!moved) throw new Error('a quote is needed');
    expect((await need(other.id)).newSince).toEqual([]);
    await test.call('needs.removeQuote', { id: other.id, quoteIds: idsOf(other).slice(0, 1) });
    expect((await need(other.id)).newSince).toEqual([]);
  });

  it('refuses what does not fit, and writes nothing', async () => {
    const { named, other } = await both();
    const before = await list();
    const nothing = NeedId.parse('nothing');
    const refusals = [
      test.call('needs.merge', { id: named.id, fromId: named.id }),
      test.call('needs.merge', { id: named.id, fromId: nothing }),
      test.call('needs.moveQuote', { id: named.id, toId: nothing, quoteIds: idsOf(named) }),
      test.call('needs.moveQuote', { id: named.id, toId: other.id, quoteIds: ['nothing'] }),
      test.call('needs.markQuote', { id: named.id, quoteIds: ['note:nothing'], verdict: 'for' }),
      test.call('needs.settle', { id: named.id, mergeId: 'a', splitId: 'b', keep: 'both' }),
      test.call('needs.undo', { decisionId: 'nothing' }),
      test.call('briefs.link', { id: BriefId.parse('monday-numbers'), needId: nothing }),
    ];
    for (const refusal of refusals) await expect(refusal).rejects.toMatchObject({ name: 'AppError' });
    expect(await list()).toEqual(before);
  });
});

describe('words in another language', () => {
  it('are named as such', async () => {
    const said = [
      'Also ich mache das jeden Montag, weil die Zahlen nicht stimmen, und dann rufe ich noch mal an.',
      'Wenn der Lieferant kommt, bin ich meistens schon in der Küche und habe keine Zeit für das Papier.',
      'Ja, und wir haben dann auch nicht gewusst, ob es wirklich alles da war oder nur die Hälfte.',
      'Man muss halt immer fragen, und das ist doch eigentlich nicht meine Aufgabe, sondern die von dem Fahrer.',
      'Aber sie sind sehr nett, und wenn es mal nicht passt, dann wird es am nächsten Tag gebracht.',
    ];
    const cues = said.map(
      (words, at) => `00:00:${at * 10 + 10}.000 --> 00:00:${at * 10 + 18}.000\n<v Kastanie>${words}`,
    );
    const { interviewId } = await test.call('transcripts.import', {
      interviewId: null,
      newParticipant: 'Kastanie',
      fileName: 'kastanie.vtt',
      bytes: new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n\n')}\n`),
      format: null,
      offsetMs: 0,
      speakers: { Kastanie: { kind: 'participant' } },
    });
    expect((await list()).otherLanguages).toEqual([{ interviewId, language: 'German' }]);
  });
});

it('lets quotes follow their words into a newer version of the file, and shows as broken what is not there any more', async () => {
  const { named } = await both();
  const [kept, gone] = named.quotes;
  if (!kept || !gone || kept.interviewId !== gone.interviewId) {
    // Two quotes of one interview are needed: the one stays in the newer file, the other does not.
    throw new Error('the sample has an interview with two quotes of the need');
  }
  const read = await test.call('transcripts.read', { interviewId: kept.interviewId });
  const lines = (read?.turns ?? []).map(
    (turn) => `<v ${turn.speaker}>${turn.text.replace(gone.text, 'Well.')}`,
  );
  const cues = lines.map(
    (line, at) =>
      `00:${String(at + 10).slice(-2)}:00.000 --> 00:${String(at + 10).slice(-2)}:30.000\n${line}`,
  );
  await test.call('transcripts.import', {
    interviewId: kept.interviewId,
    newParticipant: '',
    fileName: 'newer.vtt',
    bytes: new TextEncoder().encode(
      `WEBVTT\n\n00:01:00.000 --> 00:02:00.000\n<v Host>A line that only the newer file has.\n\n${cues.join('\n\n')}\n`,
    ),
    format: null,
    offsetMs: 0,
    speakers: {},
  });
  const now = await need(named.id);
  const followed = now.quotes.find(({ id }) => id === kept.id);
  expect(followed).toMatchObject({ text: kept.text, isBroken: false, isFollowed: true });
  expect(followed?.original).not.toBe(kept.original);
  const newer = await test.call('transcripts.read', { interviewId: kept.interviewId });
  expect(transcriptText(newer?.turns ?? []).slice(followed?.start, followed?.end)).toBe(kept.text);
  expect(now.quotes.find(({ id }) => id === gone.id)).toMatchObject({ text: gone.text, isBroken: true });
});
