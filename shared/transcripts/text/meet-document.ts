// Google Meet's transcript document, alone or below Gemini's notes: one stamp for a block of about a minute, then
// `Name: words`. Times inside a block are estimated by the share of words, and said to be.
import { fail, type Result } from '../../result.ts';
import { acceptLabels } from '../accept-labels.ts';
import { buildTranscript, type Utterance } from '../build-transcript.ts';
import { noWords } from '../refusals.ts';
import { splitSpeakerLabel } from '../speaker-label.ts';
import { parseTimestamp } from '../timestamp.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { SCREEN_SHARE } from './tool-lines.ts';

const STAMP = /^(?:#{1,6}\s*)?\**\s*(\d{1,2}:\d{2}:\d{2})\s*\**(?:\s*\{#[^{}]*\})?$/;
const HEADING =
  /^(?:#{1,6}\s*)?\**(?:📖\s*)?(?:[^:]{1,120} [-–] )?Transcript(?:ion)?\**(?:\s*\{#[^{}]*\})?$/i;
const ENDING = /^\**(?:Meeting|Transcription) ended after (\d{1,2}:\d{2}:\d{2})/i;

/** A heading that says “Transcript”, and below it stamps on lines of their own. */
export function looksLikeMeetDocument(text: string): boolean {
  const lines = text.split('\n');
  const heading = lines.findIndex((line) => HEADING.test(line.trim()));
  return heading >= 0 && lines.slice(heading).some((line) => STAMP.test(line.trim()));
}

interface OpenUtterance {
  readonly speaker: string | null;
  readonly line: number;
  readonly parts: string[];
  startMs: number | null;
  isEstimated: boolean;
}

/** `text` has single line feeds and no byte order mark (see decode.ts). */
export function parseMeetDocument(
  text: string,
  warnings = new WarningList(),
): Result<Transcript, TranscriptRefusal> {
  const lines = text.split('\n').map((line) => line.trim());
  const heading = lines.findLastIndex((line) => HEADING.test(line));
  const firstStamp = lines.findIndex((line, index) => index > heading && STAMP.test(line));
  const from = firstStamp < 0 ? heading + 1 : firstStamp;
  if (lines.slice(0, from).some((line) => line !== '')) {
    const range = from === 1 ? '1 stands' : `1 to ${from} stand`;
    warnings.add('skipped-text', `Lines ${range} before the transcript and are left out.`, 1);
  }
  const labels = lines.map((line, index) => (index >= from ? splitSpeakerLabel(line) : null));
  const places = lines.filter((line, index) => index >= from && line !== '' && !STAMP.test(line)).length;
  const accepted = acceptLabels(labels, places);
  const blocks: { readonly startMs: number; readonly said: OpenUtterance[] }[] = [{ startMs: 0, said: [] }];
  let endMs: number | null = null;
  let isSkipping = false;
  for (const [index, line] of lines.entries()) {
    if (index < from || line === '') continue;
    const ending = ENDING.exec(line);
    const stamp = STAMP.exec(line)?.[1];
    const label = labels[index] ?? null;
    const block = blocks.at(-1);
    if (ending !== null) {
      endMs = parseTimestamp(ending[1] ?? '', 'decimal');
      warnings.add(
        'skipped-text',
        `Line ${index + 1} and what follows were added by the call tool and are left out.`,
        index + 1,
      );
      break;
    }
    if (stamp !== undefined) blocks.push({ startMs: parseTimestamp(stamp, 'decimal') ?? 0, said: [] });
    else if (label !== null && accepted.has(label)) {
      isSkipping = SCREEN_SHARE.test(label.name);
      if (isSkipping)
        warnings.add(
          'skipped-text',
          `‘${label.name}’ is a shared screen, not a person. Left out.`,
          index + 1,
        );
      else block?.said.push(open(label.name, index + 1, label.words));
    } else if (!isSkipping) {
      const last = block?.said.at(-1);
      if (last) last.parts.push(line);
      // Words right below a stamp go on from the block above.
      else block?.said.push(open(blocks.at(-2)?.said.at(-1)?.speaker ?? null, index + 1, line));
    }
  }
  const hasStamps = firstStamp >= 0;
  if (hasStamps) estimateTimes(blocks, endMs);
  const said = blocks.flatMap((block) => block.said).filter(({ parts }) => parts.length > 0);
  if (said.length === 0) return fail(noWords());
  if (said.some(({ isEstimated }) => isEstimated)) {
    warnings.add(
      'estimated-times',
      'One time stamp a minute in this file. Times between are estimated and shown with ≈.',
    );
  }
  const utterances = said.map(({ speaker, line, parts, startMs, isEstimated }): Utterance => {
    return { speaker, line, startMs, endMs: null, text: parts.join(' '), isEstimated };
  });
  return buildTranscript('meet-document', utterances, warnings);
}

function open(speaker: string | null, line: number, words: string): OpenUtterance {
  return { speaker, line, parts: words === '' ? [] : [words], startMs: null, isEstimated: false };
}

/** Inside a block time passes with the characters said; a last block without an end keeps only its own stamp. */
function estimateTimes(
  blocks: readonly { readonly startMs: number; readonly said: readonly OpenUtterance[] }[],
  endMs: number | null,
): void {
  for (const [index, { startMs, said }] of blocks.entries()) {
    const next = blocks[index + 1]?.startMs ?? endMs;
    const lengthOf = ({ parts }: OpenUtterance): number => parts.reduce((sum, part) => sum + part.length, 1);
    const whole = said.reduce((sum, one) => sum + lengthOf(one), 0);
    let before = 0;
    for (const one of said) {
      const isFirst = before === 0;
      if (isFirst) one.startMs = startMs;
      else if (next !== null && next >= startMs)
        one.startMs = Math.round(startMs + ((next - startMs) * before) / whole);
      one.isEstimated = !isFirst;
      before += lengthOf(one);
    }
  }
}
