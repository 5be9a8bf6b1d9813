// Reads SBV, YouTube's own caption file: no heading, no counters, `0:00:01.010,0:00:07.680` above the words.
import { fail, type Result } from '../../result.ts';
import { buildTranscript } from '../build-transcript.ts';
import { noTimes } from '../refusals.ts';
import { parseTimestamp } from '../timestamp.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { nameCaptionSpeakers } from './caption-speakers.ts';
import { captionLines } from './markup.ts';
import type { SpokenCaption } from './spoken-caption.ts';

const TIMING = /^\s*(\d{1,2}:\d{2}:\d{2}\.\d{1,3}),(\d{1,2}:\d{2}:\d{2}\.\d{1,3})\s*$/;

/** True for the line of times above the words of a caption. */
export function isSbvTiming(line: string): boolean {
  return TIMING.test(line);
}

/** `text` has single line feeds and no byte order mark (see decode.ts). `[br]` is a line's end in the words. */
export function parseSbv(text: string, warnings = new WarningList()): Result<Transcript, TranscriptRefusal> {
  const captions: (SpokenCaption & { readonly payload: string[] })[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const timing = TIMING.exec(line);
    const open = captions.at(-1);
    if (timing !== null) {
      const [startMs, endMs] = [timing[1], timing[2]].map((time) => parseTimestamp(time ?? '', 'decimal'));
      captions.push({
        startMs: startMs ?? null,
        endMs: endMs ?? null,
        line: index + 1,
        voice: undefined,
        lines: [],
        payload: [],
      });
    } else if (open !== undefined) open.payload.push(line);
    else if (line.trim() !== '')
      warnings.add(
        'skipped-text',
        `${warnings.unit} ${index + 1} stands before the first time and is left out.`,
        index + 1,
      );
  }
  if (captions.length === 0)
    return fail(
      noTimes(
        Math.max(
          0,
          lines.findIndex((line) => line.trim() !== ''),
        ) + 1,
      ),
    );
  const spoken = captions.map(({ payload, ...caption }) => ({
    ...caption,
    lines: captionLines(payload.join('\n').replaceAll('[br]', '\n')),
  }));
  return buildTranscript('sbv', nameCaptionSpeakers(spoken, warnings), warnings);
}
