import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InterviewId, OriginalHash } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let host: TestHost;
beforeEach(async () => {
  host = await startTestHost();
  await host.call('workspaces.create', { name: 'Study', folder: null });
});
afterEach(() => host.close());

const talk = [
  ['Inés Carvalho', 'Before you order on Sunday, which numbers do you look at?'],
  ['R. Okafor', 'I look at takings, waste, and what I still owe Brightsite.'],
  ['R. Okafor', 'Monday, before seven, and if those three are right I can order.'],
  ['Inés Carvalho', 'And what do you do once you have looked at it?'],
  ['R. Okafor', 'I write the three on the back of the order pad because there is no signal.'],
  ['Inés Carvalho', 'When did you last not believe one of them?'],
  ['R. Okafor', 'Waste, every week, since the lads log it at closing if they log it.'],
] as const;

function vtt(lines: readonly (readonly string[])[], startMs = 0): Uint8Array<ArrayBuffer> {
  const time = (ms: number) => new Date(ms).toISOString().slice(11, 23);
  const cues = lines.map(([name = '', text = ''], index) => {
    const at = startMs + index * 10_000;
    return `${time(at)} --> ${time(at + 9_000)}\n<v ${name}>${text}</v>\n`;
  });
  return new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n')}`);
}

function importing(
  bytes: Uint8Array<ArrayBuffer>,
  more: { interviewId?: InterviewId; speakers?: Record<string, SpeakerIdentity> } = {},
) {
  return host.call('transcripts.import', {
    interviewId: more.interviewId ?? null,
    newParticipant: 'Rowan',
    fileName: 'call.vtt',
    bytes,
    format: null,
    offsetMs: null,
    speakers: more.speakers ?? {},
  });
}

const preview = (bytes: Uint8Array<ArrayBuffer>) =>
  host.call('transcripts.preview', { fileName: 'call.vtt', bytes, format: null });

async function mark(interviewId: InterviewId, original: OriginalHash, words: string, text: string) {
  const reading = await host.call('transcripts.read', { interviewId });
  const from = (reading?.turns ?? [])
    .map((turn) => turn.text)
    .join('\n')
    .indexOf(words);
  return host.call('words.mark', {
    interviewId,
    original,
    marks: [{ from, to: from + words.length, meaning: { kind: 'correction', text } }],
  });
}

describe('looking at a file', () => {
  it('says which readings fit, with their first turns, until one is chosen', async () => {
    const zoom = '[Ann] 01:02:03\nHi there.\n\n[Bo] 01:02:09\nHello, Ann.\n\n[Ann] 01:03:00\nSo.\n';
    const bytes = new TextEncoder().encode(zoom);
    const unsure = await preview(bytes);
    expect(unsure.format).toBe('plain-text');
    expect(unsure.firstTurns[0]?.startMs).toBe(3_723_000);
    expect(unsure.otherReadings.map(({ format }) => format)).toEqual(['clock-text']);
    expect(unsure.otherReadings[0]?.firstTurns[1]).toMatchObject({ speaker: 'Bo', startMs: 6_000 });
    const chosen = { fileName: 'call.txt', bytes, format: 'clock-text' as const };
    expect(await host.call('transcripts.preview', chosen)).toMatchObject({
      format: 'clock-text',
      otherReadings: [],
    });
  });

  it('says beside the words, too, that captions were joined, also from the derived copy', async () => {
    const rolling = [
      'I count the till',
      'I count the till\nevery single evening',
      'every single evening\nby hand',
    ]
      .map((text, index) => `00:00:0${index}.000 --> 00:00:0${index + 1}.000\n${text}\n`)
      .join('\n');
    const { interviewId } = await importing(new TextEncoder().encode(`WEBVTT\n\n${rolling}`));
    for (const _ of ['parsed', 'derived']) {
      const reading = await host.call('transcripts.read', { interviewId });
      expect(reading?.warnings.map(({ kind }) => kind)).toContain('rolling-captions');
    }
  });
});

describe('importing', () => {
  it('makes one interview of the same bytes that come twice at once', async () => {
    const both = await Promise.allSettled([importing(vtt(talk)), importing(vtt(talk))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await host.call('interviews.list', {})).toHaveLength(1);
    const again = await preview(vtt(talk));
    expect(again.alreadyIn).not.toBeNull();
    expect(again.alreadyInSince).toMatch(/^\d{4}-/);
  });

  it('knows in the next file who a name was in the last one, without case and accents', async () => {
    const { me } = await host.call('session.state', {});
    await importing(vtt(talk), {
      speakers: {
        'Inés Carvalho': { kind: 'person', personId: me.id },
        'R. Okafor': { kind: 'same-as', name: 'Inés Carvalho' },
        'Speaker 1': { kind: 'team' },
      },
    });
    const next = await preview(
      vtt([
        ['INES CARVALHO', 'Hello there.'],
        ['Speaker 1', 'Hello.'],
        ['Okafor, R.', 'Yes.'],
      ]),
    );
    const [ines, one, okafor] = next.speakers;
    expect(ines).toMatchObject({ guess: { kind: 'person', personId: me.id }, isRemembered: true });
    expect(one).toMatchObject({ isRemembered: false });
    expect(okafor).toMatchObject({ guess: { kind: 'person', personId: me.id }, isRemembered: true });
  });

  it('spells a name anew everywhere but in the file, and takes it back', async () => {
    const { interviewId } = await importing(vtt(talk), { speakers: { 'Inés Carvalho': { kind: 'team' } } });
    const said = (speakers: Record<string, SpeakerIdentity | null>) =>
      host.call('transcripts.setSpeakers', { interviewId, speakers });
    const exported = async () => {
      const written = await host.call('transcripts.export', {
        interviewId,
        format: 'markdown',
        folder: null,
      });
      return readFile(written.path, 'utf8');
    };
    await said({ 'Inés Carvalho': { kind: 'team', name: ' Agnes ' } });
    expect(await exported()).toContain('**Agnes**');
    expect((await host.call('transcripts.read', { interviewId }))?.turns[0]?.speaker).toBe('Inés Carvalho');
    const next = await preview(vtt([['Inés Carvalho', 'Hello there.']]));
    expect(next.speakers[0]?.guess).toEqual({ kind: 'team', name: 'Agnes' });
    await said({ 'Inés Carvalho': null });
    expect(await exported()).not.toMatch(/Agnes|Inés/);
  });

  it('recognises a newer export, keeps corrections and notes on their words, and says which words are gone', async () => {
    const first = await importing(vtt(talk));
    await mark(first.interviewId, first.original, 'Brightsite', 'Brightside');
    await mark(first.interviewId, first.original, 'believe one of them', 'believe one of those');
    const newer: (readonly [string, string])[] = [
      ['Inés Carvalho', 'Good morning, and thanks for the time.'],
      ...talk.filter((_, index) => index !== 5),
    ];
    const bytes = vtt(newer, 60_000);
    expect((await preview(bytes)).newerOf).toBe(first.interviewId);
    expect(
      (
        await preview(
          vtt(talk.map(([name], index) => [name, `quite other words of talk ${index} about ${index * 7}`])),
        )
      ).newerOf,
    ).toBeNull();
    const second = await importing(bytes, { interviewId: first.interviewId });
    const reading = await host.call('transcripts.read', { interviewId: first.interviewId });
    // The words stand 70 s later in this file, so that the call begins 70 s before it does.
    expect(reading).toMatchObject({ original: second.original, offsetMs: -70_000 });
    const text = (reading?.turns ?? []).map((turn) => turn.text).join('\n');
    const { marks, original } = await host.call('words.marks', { interviewId: first.interviewId });
    expect(original).toBe(second.original);
    expect(marks.map(({ span, exact }) => [exact, span && text.slice(span.from, span.to)])).toEqual([
      ['Brightsite', 'Brightsite'],
      ['believe one of them', null],
    ]);
    const workspace = await host.call('session.state', {});
    const originals = join(workspace.workspace?.folder ?? '', 'originals');
    expect(new Uint8Array(await readFile(join(originals, `${first.original}.vtt`)))).toEqual(vtt(talk));
  });
});

describe('marks over the words', () => {
  it('take the place of one another, are taken back, and come again', async () => {
    const { interviewId, original } = await importing(vtt(talk));
    const first = await mark(interviewId, original, 'Brightsite', 'Brightside');
    const second = await mark(interviewId, original, 'owe Brightsite', 'owe Bright Side');
    expect(second.replaced).toEqual(first.ids);
    await host.call('words.setUndone', { interviewId, ids: [...second.ids], isUndone: true });
    await host.call('words.setUndone', { interviewId, ids: [...second.replaced], isUndone: false });
    host = await host.restart();
    const { marks } = await host.call('words.marks', { interviewId });
    expect(marks).toMatchObject([
      { meaning: { kind: 'correction', text: 'Brightside' }, exact: 'Brightsite' },
    ]);
  });

  it('refuse words that are not there', async () => {
    const { interviewId, original } = await importing(vtt(talk));
    const meaning = { kind: 'tag', tag: 'prep' } as const;
    for (const span of [
      { from: 5, to: 5 },
      { from: 0, to: 1_000_000 },
    ])
      await expect(
        host.call('words.mark', { interviewId, original, marks: [{ ...span, meaning }] }),
      ).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await host.call('words.marks', { interviewId })).marks).toEqual([]);
  });

  it('stand in an export, which tells them from the file and names nobody by the file’s name', async () => {
    const speakers: Record<string, SpeakerIdentity> = {
      'R. Okafor': { kind: 'participant' },
      'Inés Carvalho': { kind: 'not-here' },
    };
    const { interviewId, original } = await importing(vtt(talk), { speakers });
    await mark(interviewId, original, 'Brightsite', 'Brightside');
    const { path } = await host.call('transcripts.export', { interviewId, format: 'markdown', folder: null });
    const text = await readFile(path, 'utf8');
    expect(text).toContain('owe Brightside [the file says “Brightsite”].');
    expect(text).toContain('**Rowan**');
    expect(text).not.toMatch(/Okafor|Carvalho/);
    expect(await host.call('transcripts.export', { interviewId, format: 'markdown', folder: null })).toEqual({
      path,
      wasThere: true,
    });
    await writeFile(path, 'mine');
    const other = await host.call('transcripts.export', { interviewId, format: 'markdown', folder: null });
    expect(other.path).not.toBe(path);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('say who speaks one turn, also in a file without names', async () => {
    const bytes = new TextEncoder().encode(
      'She looks at the takings first.\n\nThen at the waste, every Monday.\n',
    );
    const { interviewId, original } = await importing(bytes);
    const reading = await host.call('transcripts.read', { interviewId });
    const to = reading?.turns[0]?.text.length ?? 0;
    await host.call('words.mark', {
      interviewId,
      original,
      marks: [{ from: 0, to, meaning: { kind: 'speaker', name: 'Rowan' } }],
      speakers: { Rowan: { kind: 'participant' } },
    });
    const { path } = await host.call('transcripts.export', { interviewId, format: 'webvtt', folder: null });
    expect(await readFile(path, 'utf8')).toContain('<v Rowan>She looks at the takings first.</v>');
  });
});

it('proposes where the words lie from notes that repeat them', async () => {
  const { interviewId } = await importing(vtt(talk));
  expect(await host.call('transcripts.proposeOffset', { interviewId })).toBeNull();
});
