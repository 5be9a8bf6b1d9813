// JSON transcripts: which tool's they are, and their entries as a transcript. Each tool has a reader of its own.
import { assertNever, fail, type Result } from '../../result.ts';
import { buildTranscript } from '../build-transcript.ts';
import { noWords } from '../refusals.ts';
import type { Transcript, TranscriptFormat, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { readFirefliesJson, readTldvJson } from './call-tools-json.ts';
import { readGenericJson } from './generic-json.ts';
import { countGranolaCalls, readGranolaJson } from './granola-json.ts';
import type { JsonReader } from './json-entry.ts';
import { parseJson } from './parse-json.ts';
import { readRevJson } from './rev-json.ts';
import { readWhisperJson } from './whisper-json.ts';

export const JSON_FORMATS = [
  'rev-json',
  'fireflies-json',
  'granola-json',
  'tldv-json',
  'whisper-json',
  'json',
] as const satisfies readonly TranscriptFormat[];
export type JsonFormat = (typeof JSON_FORMATS)[number];

/** `format` null lets the content decide. Warnings count entries of the list, since lines mean nothing in JSON. */
export function parseJsonTranscript(
  text: string,
  format: JsonFormat | null,
): Result<Transcript, TranscriptRefusal> {
  const document = parseJson(text);
  if (!document.ok) return document;
  const calls = countGranolaCalls(document.value);
  if (calls > 1) {
    return refuse(
      `This file holds ${calls} calls. Export the one you want on its own, so that they are not mixed.`,
    );
  }
  for (const one of format === null ? JSON_FORMATS : [format]) {
    const entries = readerOf(one)(document.value);
    if (entries === null) continue;
    if (entries.length === 0) return fail(noWords());
    const utterances = entries.map((entry, index) => ({ ...entry, line: index + 1 }));
    return buildTranscript(one, utterances, new WarningList('Entry'));
  }
  return refuse(
    'This is JSON, but not one list of spoken words that can be recognised. Export the transcript as VTT, SRT or text.',
  );
}

function readerOf(format: JsonFormat): JsonReader {
  switch (format) {
    case 'rev-json':
      return readRevJson;
    case 'fireflies-json':
      return readFirefliesJson;
    case 'granola-json':
      return readGranolaJson;
    case 'tldv-json':
      return readTldvJson;
    case 'whisper-json':
      return readWhisperJson;
    case 'json':
      return readGenericJson;
    default:
      return assertNever(format);
  }
}

function refuse(message: string): Result<never, TranscriptRefusal> {
  return fail({ reason: 'unknown-format', message, line: null });
}
