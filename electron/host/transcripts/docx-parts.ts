// Opens a Word document within bounds, before any reader of Word sees it: what it says it holds is not believed, and
// nothing is unpacked beyond the limit. It knows zip archives, no words.
import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { TranscriptRefusal } from '../../../shared/transcripts/transcript.ts';

/** An hour of talk is about 0.5 MB of XML. */
const MAX_XML_BYTES = 20_000_000;
const MAX_PARTS = 2_000;
const MAX_DEPTH = 200;
/** What holds words or says where they are; pictures, fonts and settings are never unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels)|docProps\/[\w.]+\.xml)$/;

/** A small archive of the document's text parts alone, unpacked once and stored without packing. */
export function readDocxParts(bytes: Uint8Array): Result<Uint8Array, TranscriptRefusal> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const { parts, names } = unpacked.value;
  if (!parts.has('word/document.xml')) return fail(notWord(names));
  for (const [name, xml] of parts) {
    const problem = xmlProblem(xml);
    if (problem !== null) return fail(refusal('malformed', `${problem} (in ${name})`));
  }
  return ok(zipSync(Object.fromEntries(parts), { level: 0 }));
}

function unpack(bytes: Uint8Array) {
  const parts = new Map<string, Uint8Array>();
  const names: string[] = [];
  let total = 0;
  let problem: TranscriptRefusal | null = null;
  const unzip = new Unzip((file) => {
    names.push(file.name);
    if (names.length > MAX_PARTS) problem = tooLarge();
    if (problem !== null || !WANTED.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) problem ??= damaged();
      if (error || problem !== null) return;
      total += chunk.length;
      if (total > MAX_XML_BYTES) {
        problem = tooLarge();
        file.terminate();
        return;
      }
      chunks.push(chunk);
      if (isLast) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In small pieces, so that a bomb is noticed after a few megabytes and not after all of it.
    for (let from = 0; from < bytes.length && problem === null; from += 16_384) {
      unzip.push(bytes.subarray(from, from + 16_384), from + 16_384 >= bytes.length);
    }
  } catch {
    // fflate throws for what is no archive, or one that was cut: either way it cannot be read.
    problem ??= damaged();
  }
  return problem === null ? ok({ parts, names }) : fail<TranscriptRefusal>(problem);
}

function xmlProblem(xml: Uint8Array): string | null {
  const text = new TextDecoder().decode(xml);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return 'This Word document declares entities of its own, which Word never does.';
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>') && !tag.startsWith('<?') && !tag.startsWith('<!')) depth += 1;
    if (depth > MAX_DEPTH) return 'This Word document is nested deeper than any that Word writes.';
  }
  return null;
}

function notWord(names: readonly string[]): TranscriptRefusal {
  const holds = (name: string): boolean => names.some((one) => one.startsWith(name));
  if (holds('xl/')) {
    return refusal('unknown-format', 'This is a spreadsheet. Save the sheet as CSV and import that.');
  }
  if (holds('ppt/')) return refusal('unknown-format', 'These are slides, not a transcript.');
  if (holds('content.xml')) {
    return refusal(
      'unknown-format',
      'This is an OpenDocument file. Save it as .docx or .txt and import that.',
    );
  }
  if (names.length === 0) return damaged();
  return refusal('unknown-format', 'This is a packed folder. Unpack it and import the transcripts in it.');
}

function damaged(): TranscriptRefusal {
  return refusal('malformed', 'This Word document is damaged or was cut off. Download or export it again.');
}

function tooLarge(): TranscriptRefusal {
  return refusal(
    'too-large',
    'This Word document unpacks to more than 20 MB of text, which no transcript has. Save it as plain text (.txt) and import that.',
  );
}

function refusal(reason: TranscriptRefusal['reason'], message: string): TranscriptRefusal {
  return { reason, message, line: null };
}
