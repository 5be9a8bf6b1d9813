import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statementId } from '../../../shared/extraction/statement-id.ts';
import type { Engine, ExtractionJob } from '../../engine/engine-client.ts';
import { type NeedsOptions, runNeeds } from './needs.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples', 'larder');

let folder: string;
let written: string;
let warnings: string[];
let jobs: ExtractionJob[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-needs-'));
  await cp(SAMPLES, folder, { recursive: true });
  written = '';
  warnings = [];
  jobs = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Stands in for the encoder's process: proposes the first words of every participant as one need. */
const engine: Engine = {
  async extract(job) {
    jobs.push(job);
    const statements = job.interviews.map(({ id, original, turns, participants }) => {
      const speaker = participants[0]?.speaker ?? null;
      const said = turns.find((turn) => turn.speaker === speaker);
      const span = { start: 0, end: 1 };
      const times = { startMs: said?.startMs ?? null, endMs: said?.endMs ?? null };
      const text = said?.text ?? '';
      return {
        id: statementId(id, original, span),
        interviewId: id,
        original,
        ...span,
        ...times,
        speaker,
        text,
        score: 1,
      };
    });
    const [request, ...evidence] = statements;
    const need = {
      label: 'Hear each other — door, dog',
      subtitle: '',
      statements: evidence,
      requests: request ? [request] : [],
      participants: evidence.map(({ speaker }) => speaker ?? ''),
      strength: 1,
      closest: null,
      meanScore: 1,
      grounds: { confidence: 1, isWeak: false, loudest: null, led: [], against: [] },
    };
    return { model: 'stand-in', proposals: [need], segments: 0, computed: 0, fromCache: 0 };
  },
  embed: () => Promise.resolve([]),
  close: () => undefined,
};

function run(options: Partial<NeedsOptions> = {}): Promise<void> {
  return runNeeds(
    { from: folder, team: ['Ines Carvalho', 'Tomas Lindqvist'], model: 'model', top: 15, ...options },
    {
      write: async (text) => {
        written += text;
      },
      warn: (line) => warnings.push(line),
      engine,
    },
  );
}

describe('earshot needs', () => {
  it('prints quotes with file, seconds, speaker and words, requests after the evidence', async () => {
    await run({ json: true });
    const [need] = JSON.parse(written);
    expect(need).toMatchObject({ label: 'Hear each other — door, dog', participants: need.participants });
    expect(need.participants).toHaveLength(2);
    expect(need.quotes).toHaveLength(3);
    expect(need.quotes[2]).toEqual({
      interview: 'alder.vtt',
      start: 4.05,
      end: expect.any(Number),
      speaker: 'Bronagh Tully',
      text: expect.stringContaining("I'll just shut the door"),
      isRequest: true,
      ledBy: null,
    });
    expect(need).toMatchObject({ confidence: 1, againstCandidates: [] });
  });

  it('takes everybody but the team for a participant', async () => {
    await run();
    expect(
      jobs[0]?.interviews.flatMap(({ participants }) => participants.map(({ key }) => key)),
    ).toHaveLength(3);
    await run({ team: [] });
    expect(jobs[1]?.interviews.flatMap(({ participants }) => participants).length).toBeGreaterThan(3);
    expect(warnings).toEqual(['Everybody counts as a participant: name the team with --team "Name,Name".']);
  });

  it('reads only the files that were named', async () => {
    await run({ only: ['alder.vtt', 'linden.vtt'] });
    expect(jobs[0]?.interviews).toHaveLength(2);
    await expect(run({ only: ['nobody.vtt'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves out what is no transcript and says so, and names people of the team who are not there', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'notes.pdf'), 'not looked at');
    await run({ team: ['Ines Carvalho', 'Tomas Lindqvist', 'Nobody'] });
    expect(jobs[0]?.interviews).toHaveLength(3);
    expect(warnings).toEqual([
      expect.stringMatching(/^empty\.txt is left out: /),
      'Nobody in these files is called Nobody.',
    ]);
  });

  it('refuses a folder that is not there or holds nothing to read', async () => {
    await expect(run({ from: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'folder-not-usable' });
    const empty = await mkdtemp(join(folder, 'empty-'));
    await expect(run({ from: empty })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('prints a list for people without --json', async () => {
    await run();
    expect(written).toMatch(
      /^1\. Hear each other — door, dog\n {3}2 people: .*\n {3}“.*” .*, 0:\d\d, hazel\.vtt\n/,
    );
    expect(written).toMatch(/asked for: “.*” Bronagh Tully, 0:04, alder\.vtt\n$/);
  });
});
