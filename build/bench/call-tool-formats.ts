// The long transcript as call tools export it: documents, panes copied into a file, and JSON.
import { transcriptMarkdown } from '../../shared/exports/transcript-export.ts';
import type { Turn } from '../../shared/transcripts/transcript.ts';
import { cuesOf, stamp } from './other-formats.ts';

/** One stamp a minute, as Google Meet and Gemini write it; the lines of its document. */
export function meetLines(turns: readonly Turn[]): string[] {
  const lines = ['Nov 24, 2026', 'Larder - Transcript'];
  let minute = -1;
  for (const { speaker, startMs, text } of turns) {
    const now = Math.floor((startMs ?? 0) / 60_000);
    if (now > minute)
      lines.push(
        stamp(now * 60_000)
          .slice(0, 7)
          .padStart(8, '0'),
        '',
      );
    minute = now;
    lines.push(`${speaker}: ${text}`);
  }
  return lines;
}

/** What is copied from the pane beside a Teams recording. */
export function writeTeamsPane(turns: readonly Turn[]): string {
  const blocks = turns.flatMap(({ speaker, startMs, cues }) => {
    const { words, clock } = spoken(startMs ?? 0);
    const lines = cues.flatMap((cue) => [`${speaker} ${spoken(cue.startMs ?? 0).words}`, cue.text]);
    return [speaker, `${words}${clock}`, ...lines];
  });
  return ['Transcript', ...blocks].join('\n');
}

export function writeEarshotMarkdown(turns: readonly Turn[]): string {
  return transcriptMarkdown({
    source: 'earshot:transcript/long',
    title: 'Long',
    workspaceName: 'Larder',
    date: '2026-11-24T08:30:00Z',
    exportedAt: '2026-11-24T08:30:00Z',
    original: 'a'.repeat(64),
    turns,
    corrections: new Map(),
    offsetMs: 0,
    isApproximate: false,
  });
}

export function writeRevJson(turns: readonly Turn[]): string {
  const monologues = turns.map(({ speaker, cues }) => ({
    speaker: speaker === turns[0]?.speaker ? 0 : 1,
    elements: cues.flatMap(({ startMs, endMs, text }) => [
      { type: 'text', value: text, ts: (startMs ?? 0) / 1_000, end_ts: (endMs ?? 0) / 1_000 },
      { type: 'punct', value: ' ' },
    ]),
  }));
  return JSON.stringify({ monologues }, null, 1);
}

export function writeFirefliesJson(turns: readonly Turn[]): string {
  const sentences = cuesOf(turns).map(({ speaker, startMs, endMs, text }, index) => {
    const times = { start_time: startMs / 1_000, end_time: endMs / 1_000 };
    return { index, speaker_name: speaker, speaker_id: 0, text, raw_text: text, ...times };
  });
  return JSON.stringify({ sentences }, null, 1);
}

export function writeTldvJson(turns: readonly Turn[]): string {
  const said = cuesOf(turns).map(({ speaker, startMs, endMs, text }) => {
    return { speaker, text, startTime: startMs / 1_000, endTime: endMs / 1_000 };
  });
  return JSON.stringify({ id: 'long', data: said }, null, 1);
}

/** Its cache: JSON inside a JSON text, with times of day. */
export function writeGranolaJson(turns: readonly Turn[]): string {
  const items = cuesOf(turns).map(({ speaker, startMs, endMs, text }) => ({
    document_id: 'd',
    source: speaker === turns[0]?.speaker ? 'microphone' : 'system',
    text,
    is_final: true,
    start_timestamp: timeOfDay(startMs),
    end_timestamp: timeOfDay(endMs),
  }));
  return JSON.stringify({ cache: JSON.stringify({ state: { transcripts: { d: items } } }) });
}

function timeOfDay(ms: number): string {
  return new Date(Date.UTC(2026, 10, 24, 8) + ms).toISOString();
}

/** As Teams says a time and as it shows it. */
function spoken(ms: number): { readonly words: string; readonly clock: string } {
  const all = Math.floor(ms / 1_000);
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  if (hours > 0)
    return {
      words: `${hours} hour${hours > 1 ? 's' : ''} ${minutes} minutes ${seconds} seconds`,
      clock: `${hours}:${two(minutes)}:${two(seconds)}`,
    };
  return { words: `${minutes} minutes ${seconds} seconds`, clock: `${minutes}:${two(seconds)}` };
}
