// A workspace of many interviews, made from the development interviews: each is put together from stretches of theirs, with
// words that only it has, so that no two are alike and nothing of one is known from another.
import { join } from 'node:path';
import type { HostOptions } from '../../electron/host/host-options.ts';
import { startTestHost, type TestHost } from '../../electron/host/testing/start-test-host.ts';
import type { InterviewId, OriginalHash } from '../../shared/ids.ts';
import type { Turn } from '../../shared/transcripts/transcript.ts';
import { writeWebVtt } from '../../shared/transcripts/webvtt-writer.ts';
import { readBenchInterviews } from './interviews.ts';

const STRETCH = 12;
/** The development interviews are short; calls of three quarters of an hour have about four times their turns. */
export const LONG_CALL = 4;

export interface LargeStudy {
  readonly test: TestHost;
  /** In the order in which they came in. */
  readonly made: readonly MadeInterview[];
  /** Brings one more interview in. */
  readonly addOne: () => Promise<void>;
}

export interface MadeInterview {
  readonly id: InterviewId;
  readonly original: OriginalHash;
  readonly turns: readonly Turn[];
}

/** `times`: how many times the turns of a development interview each has. Opened by a host of its own, which the caller closes. */
export async function openLargeStudy(
  root: string,
  folder: string,
  interviews: number,
  times = LONG_CALL,
  options: Partial<HostOptions> = {},
): Promise<LargeStudy> {
  const turnsOf = await largeTurns(root, times);
  const test = await startTestHost(options, folder);
  await test.call('workspaces.create', { name: 'Large', folder: join(folder, 'workspaces', 'Large') });
  const made: MadeInterview[] = [];
  const addOne = async () => {
    const turns = turnsOf(made.length);
    const name = String(made.length + 1);
    const { interviewId, original } = await test.call('transcripts.import', {
      interviewId: null,
      newParticipant: `Participant ${name}`,
      fileName: `${name}.vtt`,
      bytes: new TextEncoder().encode(writeWebVtt(turns)),
      format: null,
      offsetMs: 0,
      speakers: { Guest: { kind: 'participant' }, Host: { kind: 'team' } },
    });
    made.push({ id: interviewId, original, turns });
  };
  while (made.length < interviews) await addOne();
  return { test, made, addOne };
}

/** The turns of the interview of a number, always the same. */
async function largeTurns(root: string, times: number): Promise<(number: number) => Turn[]> {
  const { interviews } = await readBenchInterviews(root);
  return (number) => madeOf(interviews, number, times);
}

/** As many turns as one of the known interviews has, from all of them by turns. */
function madeOf(
  known: Awaited<ReturnType<typeof readBenchInterviews>>['interviews'],
  number: number,
  times: number,
): Turn[] {
  const length = (known[number % known.length]?.turns.length ?? 0) * times;
  const turns: Turn[] = [];
  for (let stretch = 0; turns.length < length; stretch += 1) {
    const source = known[(number * 5 + stretch * 7) % known.length];
    if (source === undefined) break;
    const from = ((number * 31 + stretch * 17) % Math.max(1, source.turns.length - STRETCH)) | 0;
    const names = new Set(source.participants.map((one) => one.speaker));
    for (const turn of source.turns.slice(from, from + STRETCH)) {
      const startMs = turns.length * 8_000;
      const text = varied(turn.text, number, turns.length);
      turns.push({
        speaker: turn.speaker !== null && names.has(turn.speaker) ? 'Guest' : 'Host',
        startMs,
        endMs: startMs + 7_000,
        text,
        cues: [{ startMs, endMs: startMs + 7_000, text }],
      });
    }
  }
  return turns;
}

/** With one word in thirty replaced by one that few others have. */
function varied(text: string, number: number, at: number): string {
  return text
    .split(' ')
    .map((word, index) =>
      (index + at * 7 + number) % 30 === 29 ? `word${(number * 13 + index) % 4_000}` : word,
    )
    .join(' ');
}
