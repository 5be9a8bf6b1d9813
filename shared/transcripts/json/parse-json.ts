// Text to JSON within bounds: whole documents, and one object a line. Depth is counted before anything is parsed.
import { fail, ok, type Result } from '../../result.ts';
import type { TranscriptRefusal } from '../transcript.ts';

const MAX_DEPTH = 64;

/** True for text that can only be meant as JSON; `[00:01] Anna: hi` begins with a bracket, too. */
export function looksLikeJson(text: string): boolean {
  const start = text.slice(0, 2_000).trimStart();
  return /^(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\[\s*[{["]|\]|"[^"\n]*"\s*,|$))/.test(start);
}

/** The document; with one object a line, the list of them. Refusals name the line. */
export function parseJson(text: string): Result<unknown, TranscriptRefusal> {
  const shape = surveyBrackets(text);
  if (shape.depth > MAX_DEPTH) {
    return malformed(
      `This JSON is nested more than ${MAX_DEPTH} levels deep, which no transcript is.`,
      shape.deepLine,
    );
  }
  const whole = tryParse(text);
  if (whole !== undefined) return ok(whole);
  const lines = text.split('\n');
  const entries: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const entry = tryParse(line);
    if (entry === undefined) {
      const isOneDocument = entries.length === 0;
      if (isOneDocument && shape.isOpen)
        return malformed('This JSON ends in the middle. Export or download it again.', lines.length);
      return malformed(
        'This is JSON, yet it is damaged. Export it again, or export the transcript as VTT, SRT or text.',
        isOneDocument ? null : index + 1,
      );
    }
    entries.push(entry);
  }
  return ok(entries);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer here: the caller names the line.
    return undefined;
  }
}

/** Depth of brackets outside strings, the line of the deepest, and whether any is left open. */
function surveyBrackets(text: string) {
  let depth = 0;
  let deepest = 0;
  let line = 1;
  let deepLine = 1;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) line += 1;
    else if (isString && code === 92) index += 1;
    else if (code === 34) isString = !isString;
    else if (isString) continue;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) {
        deepest = depth;
        deepLine = line;
      }
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return { depth: deepest, deepLine, isOpen: depth > 0 || isString };
}

function malformed(message: string, line: number | null): Result<never, TranscriptRefusal> {
  return fail({ reason: 'malformed', message, line });
}
