// What a person should know about a file, as sentences to read: before the import and beside the interview alike.
import type { TranscriptWarning } from '../../shared/transcripts/transcript.ts';

/** Each sentence once, in the order in which the parser found them. */
export function warningSentences(warnings: readonly TranscriptWarning[]): readonly string[] {
  return [...new Set(warnings.map(sentenceOf))];
}

function sentenceOf({ kind, message }: TranscriptWarning): string {
  switch (kind) {
    case 'no-speakers':
      return 'This file does not say who speaks. All words go to ‘Unknown’ until you say.';
    case 'rolling-captions':
      return 'Lines repeat their predecessor, as YouTube writes them. Repeats are joined; the original keeps them.';
    case 'estimated-times':
      return 'One time stamp a minute in this file. Times between are estimated and shown with ≈.';
    default:
      // The others say which line they are about; only the parser knows.
      return message;
  }
}
