// What a person reads where a file's format is named. The only place for these words.
import { assertNever } from '../result.ts';
import type { TranscriptFormat } from './transcript.ts';

/** The format's name as people know it, at the beginning of a line. */
export function formatName(format: TranscriptFormat): string {
  switch (format) {
    case 'webvtt':
      return 'WebVTT';
    case 'srt':
      return 'SRT';
    case 'sbv':
      return 'SBV';
    case 'plain-text':
      return 'Plain text';
    case 'clock-text':
      return 'Text with times of day';
    case 'meet-document':
      return 'Google Meet document';
    case 'teams-pane':
      return 'Copied from Teams';
    case 'earshot-markdown':
      return 'Earshot Markdown';
    case 'table':
      return 'Table (CSV or TSV)';
    case 'whisper-json':
      return 'Whisper JSON';
    case 'rev-json':
      return 'Rev JSON';
    case 'fireflies-json':
      return 'Fireflies JSON';
    case 'tldv-json':
      return 'tl;dv JSON';
    case 'granola-json':
      return 'Granola JSON';
    case 'json':
      return 'JSON';
    default:
      return assertNever(format);
  }
}
