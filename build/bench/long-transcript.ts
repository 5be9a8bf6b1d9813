import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTranscript } from '../../shared/transcripts/detect.ts';
import type { Turn } from '../../shared/transcripts/transcript.ts';

const SECONDS_EACH = 3;

/** Turns with `cues` cues together, said by two people in the words of the sample. */
export async function longTurns(root: string, cues: number): Promise<Turn[]> {
  const read = readTranscript(await readFile(join(root, 'samples', 'larder', 'alder.vtt')));
  if (!read.ok) throw new Error(read.error.message);
  const spoken = read.value.turns.flatMap((turn) => turn.cues.map(({ text }) => text));
  return Array.from({ length: cues / 2 }, (_, index) => {
    const lines = [0, 1].map((second) => {
      const startMs = (index * 2 + second) * SECONDS_EACH * 1_000;
      const text = spoken[(index * 2 + second) % spoken.length] ?? '';
      return { startMs, endMs: startMs + SECONDS_EACH * 900, text };
    });
    return {
      speaker: index % 2 === 0 ? 'Ines Carvalho' : 'Bronagh Tully',
      startMs: lines[0]?.startMs ?? 0,
      endMs: lines[1]?.endMs ?? 0,
      text: lines.map(({ text }) => text).join(' '),
      cues: lines,
    };
  });
}

/** The same turns as SRT, with the speaker before each caption. */
export function writeSrt(turns: readonly Turn[]): string {
  const blocks = turns.flatMap(({ speaker, cues }) =>
    cues.map(({ startMs, endMs, text }) => `${stamp(startMs)} --> ${stamp(endMs)}\n${speaker}: ${text}`),
  );
  return `${blocks.map((block, index) => `${index + 1}\n${block}`).join('\n\n')}\n`;
}

/** The same turns as a call tool's plain text: time and name, then the words. */
export function writePlainText(turns: readonly Turn[]): string {
  return `${turns.map(({ speaker, startMs, text }) => `[${stamp(startMs).slice(0, 8)}] ${speaker}: ${text}`).join('\n')}\n`;
}

function stamp(ms: number | null): string {
  return new Date(ms ?? 0).toISOString().slice(11, 23).replace('.', ',');
}
