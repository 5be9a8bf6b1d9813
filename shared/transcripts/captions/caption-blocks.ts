// Cuts a caption file (WebVTT, SRT and their cousins) into captions: id, times, lines of words. It keeps line
// numbers, which no published reader does, and knows nothing of speakers or mark-up.
import { detectFractionStyle, readTimingLine, type TimingLine } from '../timestamp.ts';

export interface CaptionBlock extends TimingLine {
  readonly id: string | null;
  /** Where its times stand in the file, from 1. */
  readonly line: number;
  /** Lines of words as written, blank ones left out. */
  readonly payload: readonly string[];
}

export interface CaptionBlocks {
  readonly blocks: readonly CaptionBlock[];
  /** Lines that stand before the first caption, from 1: no heading, no comment, yet nothing that was timed. */
  readonly strayLines: readonly number[];
}

interface OpenBlock extends CaptionBlock {
  readonly payload: string[];
}

/**
 * Reads `lines` from `firstLine` (0-based) on. Blocks of comments and styles are passed over. A blank line does
 * not end a caption: call tools put blanks between times and words, so only the next times do.
 */
export function readCaptionBlocks(lines: readonly string[], firstLine: number): CaptionBlocks {
  const style = detectFractionStyle(lines);
  const blocks: OpenBlock[] = [];
  const strayLines: number[] = [];
  let isComment = false;
  let isAfterBlank = true;
  let pendingId: string | null = null;
  let nextTiming = readTimingLine(lines[firstLine] ?? '', style);
  for (let index = firstLine; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trim();
    const timing = nextTiming;
    nextTiming = readTimingLine(lines[index + 1] ?? '', style);
    const open = blocks.at(-1);
    if (timing !== null) {
      isComment = false;
      blocks.push({ ...timing, id: pendingId, line: index + 1, payload: [] });
      pendingId = null;
    } else if (line === '') {
      isComment = false;
    } else if (isComment || (isAfterBlank && COMMENT.test(line))) {
      isComment = true;
    } else if (nextTiming !== null && isId(line, isAfterBlank, blocks)) {
      pendingId = line;
    } else if (open === undefined) {
      strayLines.push(index + 1);
    } else {
      open.payload.push(line);
    }
    isAfterBlank = line === '';
  }
  return { blocks, strayLines };
}

const COMMENT = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
const COUNTER = /^\d{1,7}$/;
/** `96c14169-de06-4080-b9fe-f573f75eb719/91-0`, and Webex' `2 "Name" (1262511360)`. */
const MACHINE_ID = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}(?:\/[\w-]+)?|\d+ "[^"]*" \(\d+\))$/i;

/**
 * Whether a line right above times is their id, or the last words of the caption before. The first caption
 * tells: where it has a counter or no id at all, free text further down is what somebody said.
 */
function isId(line: string, isAfterBlank: boolean, blocks: readonly OpenBlock[]): boolean {
  const [first] = blocks;
  if (first === undefined) return true;
  if (MACHINE_ID.test(line)) return true;
  if (COUNTER.test(line)) return isAfterBlank || first.id !== null;
  const hasFreeIds = first.id !== null && !COUNTER.test(first.id) && !MACHINE_ID.test(first.id);
  const hasWords = (blocks.at(-1)?.payload.length ?? 0) > 0;
  return isAfterBlank && hasFreeIds && hasWords;
}
