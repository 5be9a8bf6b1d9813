// The refusals that several parsers share, in words that say what the file is and what to try.
import type { TranscriptRefusal } from './transcript.ts';

/** A file that has a heading but nothing that was said. */
export function noWords(): TranscriptRefusal {
  return {
    reason: 'no-words',
    message:
      'The file has a heading but no spoken lines. Export it again from the call tool and choose “transcript”, not “chapters”.',
    line: null,
  };
}

/** A caption file without a single time that can be read; `line` is the first that should have been one. */
export function noTimes(line: number): TranscriptRefusal {
  return {
    reason: 'malformed',
    message: `No line of this file gives a time such as 00:00:01.000 --> 00:00:04.000. Line ${line} is the first that cannot be read.`,
    line,
  };
}
