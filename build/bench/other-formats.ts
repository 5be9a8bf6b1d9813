// The long transcript in the formats that Earshot reads and never writes.
import type { Turn } from '../../shared/transcripts/transcript.ts';

export function writeSbv(turns: readonly Turn[]): string {
  return cuesOf(turns)
    .map(({ speaker, startMs, endMs, text }) => `${stamp(startMs)},${stamp(endMs)}\n${speaker}: ${text}\n\n`)
    .join('');
}

/** Zoom's saved captions; a call that begins at noon. */
export function writeClockText(turns: readonly Turn[]): string {
  return turns
    .map(({ speaker, startMs, text }) => {
      const clock = new Date((startMs ?? 0) + 43_200_000).toISOString().slice(11, 19);
      return `[${speaker ?? ''}] ${clock}\n${text}\n\n`;
    })
    .join('');
}

export function writeTable(turns: readonly Turn[]): string {
  const rows = cuesOf(turns).map(({ speaker, startMs, text }) =>
    [speaker, stamp(startMs), text].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  return ['speaker,start,text', ...rows].join('\n');
}

export function writeWhisperJson(turns: readonly Turn[]): string {
  const segments = cuesOf(turns).map(({ speaker, startMs, endMs, text }, id) => {
    return { id, start: startMs / 1000, end: endMs / 1000, text: ` ${text}`, speaker };
  });
  return JSON.stringify({ segments }, null, 1);
}

export function cuesOf(turns: readonly Turn[]) {
  return turns.flatMap(({ speaker, cues }) =>
    cues.map(({ startMs, endMs, text }) => {
      return { speaker: speaker ?? '', startMs: startMs ?? 0, endMs: endMs ?? startMs ?? 0, text };
    }),
  );
}

export function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(12, 23);
}
