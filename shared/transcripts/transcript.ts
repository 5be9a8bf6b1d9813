// The transcript model: what every parser returns and everything else reads. It knows no format and no file.

/** How the times and names of a file were written; the format a person can choose instead is one of these, too. */
export const TRANSCRIPT_FORMATS = [
  'webvtt',
  'srt',
  'sbv',
  'plain-text',
  'clock-text',
  'meet-document',
  'teams-pane',
  'earshot-markdown',
  'table',
  'whisper-json',
  'rev-json',
  'fireflies-json',
  'tldv-json',
  'granola-json',
  'json',
] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

/** One caption as the file has it. `text` is verbatim but for mark-up; times are milliseconds from the recording's start. */
export interface Cue {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}

/**
 * One speaker's stretch: adjoining cues of one speaker. `text` is the cues' texts joined by one space.
 * `speaker` is the name exactly as the file writes it, or null when the file does not say.
 */
export interface Turn {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
  readonly cues: readonly Cue[];
}

export interface TranscriptSpeaker {
  readonly name: string;
  readonly turns: number;
  readonly words: number;
  /** Turns that hold a question mark: people of the team ask, participants answer. */
  readonly questions: number;
}

/** Something true about the file that a person should know before it is imported. `line` counts from 1: lines, or the entries of a JSON file. */
export interface TranscriptWarning {
  readonly kind:
    | 'no-speakers'
    | 'no-times'
    | 'times-backwards'
    | 'overlap'
    | 'missing-end'
    | 'skipped-text'
    | 'replaced-characters'
    | 'single-speaker'
    | 'carried-speaker'
    | 'rolling-captions'
    | 'repeated-words'
    | 'estimated-times';
  readonly message: string;
  readonly line: number | null;
}

export interface Transcript {
  readonly format: TranscriptFormat;
  /** In the order of their first words. */
  readonly speakers: readonly TranscriptSpeaker[];
  readonly turns: readonly Turn[];
  /** True when at least one time was estimated or is missing. */
  readonly approximate: boolean;
  readonly warnings: readonly TranscriptWarning[];
  /** Other formats that fit as well, when the content does not settle it; empty when it does. */
  readonly otherReadings: readonly TranscriptFormat[];
}

/** Why a file cannot be read, in words that help: what it is, where it fails, what to try. */
export interface TranscriptRefusal {
  readonly reason: 'empty' | 'binary' | 'too-large' | 'no-words' | 'unknown-format' | 'malformed';
  readonly message: string;
  readonly line: number | null;
}

/**
 * Everything that was said, as one string: the turns' texts joined by a line feed. Quotes are cut from it by
 * their span (UTF-16 offsets, end exclusive), so it is the only coordinate system for words.
 */
export function transcriptText(turns: readonly Turn[]): string {
  return turns.map((turn) => turn.text).join('\n');
}

/** Where each turn begins in `transcriptText`. */
export function turnOffsets(turns: readonly Turn[]): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const turn of turns) {
    offsets.push(offset);
    offset += turn.text.length + 1;
  }
  return offsets;
}
