// Cues a second for each format, against splitting the same text into lines, which every parser must do at least.
import { readTranscript } from '../../shared/transcripts/detect.ts';
import { writeWebVtt } from '../../shared/transcripts/webvtt-writer.ts';
import { longTurns, writePlainText, writeSrt } from './long-transcript.ts';
import { writeClockText, writeSbv, writeTable, writeWhisperJson } from './other-formats.ts';
import { type Bench, best, perSecond, type Row } from './row.ts';

/** About five hours of talk; a day's stamps do not go further. */
const CUES = 6_000;
const TIMES = 7;

export async function* measure({ root }: Bench): AsyncGenerator<Row> {
  const turns = await longTurns(root, CUES);
  for (const [format, text] of [
    ['webvtt', writeWebVtt(turns)],
    ['srt', writeSrt(turns)],
    ['plain-text', writePlainText(turns)],
    ['sbv', writeSbv(turns)],
    ['clock-text', writeClockText(turns)],
    ['table', writeTable(turns)],
    ['whisper-json', writeWhisperJson(turns)],
  ] as const) {
    const bytes = new TextEncoder().encode(text);
    const ours = await best(TIMES, () => {
      const read = readTranscript(bytes);
      if (!read.ok || read.value.format !== format) throw new Error(`${format} was not read as such`);
    });
    let lines = 0;
    const theirs = await best(TIMES, () => {
      lines = new TextDecoder().decode(bytes).split('\n').length;
    });
    const cues = format === 'plain-text' || format === 'clock-text' ? turns.length : CUES;
    yield {
      what: `read ${format}, ${cues.toLocaleString('en')} cues, ${lines.toLocaleString('en')} lines`,
      earshot: perSecond(cues, ours, 'cues'),
      peer: `${perSecond(cues, theirs, 'cues')} split only`,
      ratio: ours / theirs,
    };
  }
}
