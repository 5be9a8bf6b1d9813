// Reads WebVTT as call tools write it: Zoom, Teams (today's and the one fetched by programs), Webex, Meet
// recordings, and our own export. Source of the format: https://www.w3.org/TR/webvtt1/.
import { fail, type Result } from '../../result.ts';
import { buildTranscript } from '../build-transcript.ts';
import { noTimes, noWords } from '../refusals.ts';
import { readTimingLine } from '../timestamp.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { type CaptionBlock, readCaptionBlocks } from './caption-blocks.ts';
import { nameCaptionSpeakers } from './caption-speakers.ts';
import { captionLines } from './markup.ts';
import { joinRollingCaptions } from './rolling-captions.ts';
import type { SpokenCaption } from './spoken-caption.ts';

/** `text` has single line feeds and no byte order mark (see decode.ts). A missing `WEBVTT` line is forgiven. */
export function parseWebVtt(
  text: string,
  warnings = new WarningList(),
): Result<Transcript, TranscriptRefusal> {
  const lines = text.split('\n');
  const firstLine = headerEnd(lines);
  const { blocks, strayLines } = readCaptionBlocks(lines, firstLine);
  const [firstStray] = strayLines;
  if (blocks.length === 0) return fail(firstStray === undefined ? noWords() : noTimes(firstStray));
  for (const line of strayLines) {
    warnings.add('skipped-text', `Line ${line} stands before the first time and is left out.`, line);
  }
  const captions = joinRollingCaptions(
    blocks.flatMap((block) => readVoices(block, warnings)),
    warnings,
  );
  return buildTranscript('webvtt', nameCaptionSpeakers(captions, warnings), warnings);
}

/** 0-based line where captions may begin: after `WEBVTT` and the lines that belong to it. */
function headerEnd(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || !/^WEBVTT(?:\s|$)/.test(lines[first] ?? '')) return Math.max(0, first);
  let end = first + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '') {
    if (readTimingLine(lines[end] ?? '', 'decimal') !== null) {
      // No blank line after the heading: the line above the times may be their id.
      const above = (lines[end - 1] ?? '').trim();
      return end - 1 > first && !HEADER_LINE.test(above) ? end - 1 : end;
    }
    end += 1;
  }
  return skipHeaderBlock(lines, end);
}

const HEADER_LINE = /^[A-Za-z][\w -]*[:=]/;

/** Some writers put a blank line between `WEBVTT` and `Kind: captions` or `X-TIMESTAMP-MAP=…`. */
function skipHeaderBlock(lines: readonly string[], end: number): number {
  let next = end;
  while (next < lines.length && (lines[next] ?? '').trim() === '') next += 1;
  if (!/^(?:X-TIMESTAMP-MAP=|(?:Kind|Language|Type): \S)/.test(lines[next] ?? '')) return end;
  while (next < lines.length && HEADER_LINE.test(lines[next] ?? '')) next += 1;
  return next;
}

const VOICE_TAG = /<v(?:\.[^\s<>]*)?(?:\s([^<>]*))?>/g;
const WEBEX_ID = /^\d+ "([^"]*)" \(\d+\)$/;

/** One caption for each voice in it; they share its times, because the file gives no others. */
function readVoices(block: CaptionBlock, warnings: WarningList): readonly SpokenCaption[] {
  const { startMs, endMs, line, id } = block;
  const payload = block.payload.join('\n');
  const webexName = WEBEX_ID.exec(id ?? '')?.[1];
  const captions: SpokenCaption[] = [];
  let voice: string | null | undefined =
    webexName === undefined ? undefined : voiceName(webexName, line, warnings);
  let from = 0;
  const close = (end: number): void => {
    const words = payload.slice(from, end);
    captions.push({ startMs, endMs, line, voice, lines: captionLines(words) });
  };
  for (const tag of payload.matchAll(VOICE_TAG)) {
    close(tag.index);
    voice = voiceName(tag[1] ?? '', line, warnings);
    from = tag.index + tag[0].length;
  }
  close(payload.length);
  return captions.filter(({ lines }) => lines.length > 0);
}

const MAX_NAME_LENGTH = 200;

function voiceName(written: string, line: number, warnings: WarningList): string | null {
  const name = captionLines(written).join(' ').replace(/\s+/g, ' ');
  if (name.length <= MAX_NAME_LENGTH) return name === '' ? null : name;
  warnings.add(
    'skipped-text',
    `The speaker's name at line ${line} is too long to be one and is left out.`,
    line,
  );
  return null;
}
