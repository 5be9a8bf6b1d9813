// A transcript file's bytes, whatever holds its words: a text, or a Word document. The only door to both.
import { fail, type Result } from '../../../shared/result.ts';
import { MAX_TRANSCRIPT_BYTES } from '../../../shared/transcripts/decode.ts';
import { type ReadOptions, readTranscript, readTranscriptText } from '../../../shared/transcripts/detect.ts';
import { documentText } from '../../../shared/transcripts/text/document-text.ts';
import type { Transcript, TranscriptRefusal } from '../../../shared/transcripts/transcript.ts';
import { readDocxParagraphs } from './docx-paragraphs.ts';

/** The content decides, never a file's name. Never throws for what a file holds; line numbers of a Word document count its text's lines. */
export async function readTranscriptFile(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Result<Transcript, TranscriptRefusal>> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (!isArchive || bytes.length > MAX_TRANSCRIPT_BYTES) return readTranscript(bytes, options);
  const paragraphs = await readDocxParagraphs(bytes);
  if (!paragraphs.ok) return paragraphs;
  if (paragraphs.value.every((paragraph) => paragraph.trim() === '')) {
    return fail({ reason: 'no-words', message: 'This Word document holds no words.', line: null });
  }
  return readTranscriptText(documentText(paragraphs.value), options);
}
