// Reads SubRip (.srt): counters, comma milliseconds, names inline and often only where the speaker changes.
import { fail, type Result } from '../../result.ts';
import { buildTranscript } from '../build-transcript.ts';
import { noTimes, noWords } from '../refusals.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { readCaptionBlocks } from './caption-blocks.ts';
import { nameCaptionSpeakers } from './caption-speakers.ts';
import { captionLines } from './markup.ts';
import { joinRollingCaptions } from './rolling-captions.ts';

/** `text` has single line feeds and no byte order mark (see decode.ts). Missing counters are forgiven. */
export function parseSrt(text: string, warnings = new WarningList()): Result<Transcript, TranscriptRefusal> {
  const { blocks, strayLines } = readCaptionBlocks(text.split('\n'), 0);
  const [firstStray] = strayLines;
  if (blocks.length === 0) return fail(firstStray === undefined ? noWords() : noTimes(firstStray));
  for (const line of strayLines) {
    warnings.add('skipped-text', `Line ${line} stands before the first time and is left out.`, line);
  }
  const captions = blocks.map(({ startMs, endMs, line, payload }) => {
    return { startMs, endMs, line, voice: undefined, lines: captionLines(payload.join('\n')) };
  });
  return buildTranscript(
    'srt',
    nameCaptionSpeakers(joinRollingCaptions(captions, warnings), warnings),
    warnings,
  );
}
