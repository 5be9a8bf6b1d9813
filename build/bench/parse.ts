// Cues a second for each format, from the file on the disk to the transcript, against reading the same file and splitting
// it into lines, which every parser must do at least.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTranscriptFile } from '../../electron/host/transcripts/read-transcript-file.ts';
import { makeDocx } from '../../electron/host/transcripts/testing/make-docx.ts';
import { writeWebVtt } from '../../shared/transcripts/webvtt-writer.ts';
import {
  meetLines,
  writeEarshotMarkdown,
  writeFirefliesJson,
  writeGranolaJson,
  writeRevJson,
  writeTeamsPane,
  writeTldvJson,
} from './call-tool-formats.ts';
import { longTurns, writePlainText, writeSrt } from './long-transcript.ts';
import { writeClockText, writeSbv, writeTable, writeWhisperJson } from './other-formats.ts';
import { type Bench, best, perSecond, type Row } from './row.ts';

/** About five hours of talk; a day's stamps do not go further. */
const CUES = 6_000;
const TIMES = 7;

export async function* measure({ root, folder }: Bench): AsyncGenerator<Row> {
  const turns = await longTurns(root, CUES);
  for (const [format, content, called = format] of [
    ['webvtt', writeWebVtt(turns)],
    ['srt', writeSrt(turns)],
    ['plain-text', writePlainText(turns)],
    ['sbv', writeSbv(turns)],
    ['clock-text', writeClockText(turns)],
    ['meet-document', meetLines(turns).join('\n')],
    // Packed, there are hardly any lines to split: what is left is to unpack it and to read its XML.
    ['meet-document', makeDocx(meetLines(turns)), 'meet-document, Word'],
    ['teams-pane', writeTeamsPane(turns)],
    ['earshot-markdown', writeEarshotMarkdown(turns)],
    ['table', writeTable(turns)],
    ['whisper-json', writeWhisperJson(turns)],
    ['rev-json', writeRevJson(turns)],
    ['fireflies-json', writeFirefliesJson(turns)],
    ['tldv-json', writeTldvJson(turns)],
    ['granola-json', writeGranolaJson(turns)],
  ] as const) {
    const path = join(folder, 'long');
    await writeFile(path, content);
    let cues = 0;
    const ours = await best(TIMES, async () => {
      const read = await readTranscriptFile(await readFile(path));
      if (!read.ok || read.value.format !== format) throw new Error(`${called} was not read as such`);
      cues = read.value.turns.reduce((sum, turn) => sum + turn.cues.length, 0);
    });
    // Some formats have a turn where others have its cues; fewer would be words that were lost.
    if (cues !== CUES && cues !== turns.length) throw new Error(`${called}: ${cues} cues were read`);
    let lines = 0;
    const theirs = await best(TIMES, async () => {
      lines = (await readFile(path, 'utf8')).split('\n').length;
    });
    yield {
      what: `${called}, ${cues.toLocaleString('en')} cues, ${lines.toLocaleString('en')} lines`,
      earshot: perSecond(cues, ours, 'cues'),
      peer: `${perSecond(cues, theirs, 'cues')} read + split`,
      ratio: ours / theirs,
    };
  }
}
