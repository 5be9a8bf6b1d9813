// For tests: a transcript that must be readable, and its turns in one line each.
import { readTranscriptText } from '../detect.ts';
import type { Transcript, TranscriptFormat } from '../transcript.ts';

/** Reads `text`; a refusal fails the test with its own words. */
export function readOk(text: string, format?: TranscriptFormat): Transcript {
  const result = readTranscriptText(text, { format });
  if (!result.ok) throw new Error(`refused: ${result.error.reason}: ${result.error.message}`);
  return result.value;
}

/** `Name 50-1790: words`; `?` for what is not known. */
export function turnLines(transcript: Transcript): string[] {
  return transcript.turns.map(
    ({ speaker, startMs, endMs, text }) => `${speaker ?? '?'} ${startMs ?? '?'}-${endMs ?? '?'}: ${text}`,
  );
}

export function warningKinds(transcript: Transcript): string[] {
  return transcript.warnings.map(({ kind }) => kind);
}
