// Which format a text has, by its shape and never by a file's name. Where two readings fit it says both.
import { isSbvTiming } from './captions/sbv.ts';
import { looksLikeTable } from './tables/table.ts';
import { looksLikeClockText } from './text/clock-text.ts';
import { looksLikeEarshotMarkdown } from './text/earshot-markdown.ts';
import { looksLikeMeetDocument } from './text/meet-document.ts';
import { looksLikeTeamsPane } from './text/teams-pane.ts';
import { detectFractionStyle, readTimingLine } from './timestamp.ts';
import type { TranscriptFormat } from './transcript.ts';

/** The best reading first, then others that fit as well. JSON is told apart before (json/parse-json.ts). */
export function detectFormats(text: string): readonly [TranscriptFormat, ...TranscriptFormat[]] {
  if (/^\s*WEBVTT(?:\s|$)/.test(text.slice(0, 4096))) return ['webvtt'];
  if (looksLikeEarshotMarkdown(text)) return ['earshot-markdown'];
  const captions = captionFormat(text);
  if (captions !== null) return [captions];
  if (looksLikeTeamsPane(text)) return ['teams-pane'];
  if (looksLikeMeetDocument(text)) return ['meet-document'];
  if (looksLikeTable(text)) return ['table'];
  switch (looksLikeClockText(text)) {
    case 'sure':
      return ['clock-text'];
    case 'maybe':
      return ['plain-text', 'clock-text'];
    case 'no':
      return ['plain-text'];
  }
}

function captionFormat(text: string): TranscriptFormat | null {
  const lines = text.split('\n');
  if (!text.includes('-->')) {
    const first = lines.find((line) => line.trim() !== '');
    return first !== undefined && isSbvTiming(first) ? 'sbv' : null;
  }
  const style = detectFractionStyle(lines);
  const timing = lines.find((line) => readTimingLine(line, style)?.startMs != null);
  if (timing === undefined) return null;
  return /^\s*[\d:]+,/.test(timing) ? 'srt' : 'webvtt';
}
