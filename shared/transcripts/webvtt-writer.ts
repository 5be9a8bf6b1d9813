// Writes turns as WebVTT that every player and our own reader understand. It knows nothing of interviews or files.
import type { Turn } from './transcript.ts';

/**
 * One caption per cue, `<v Name>` on each of them (https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span); `<v>`
 * where nobody is named. Reading it back gives the same turns, provided that all times are known: WebVTT cannot
 * leave one out, so an unknown start repeats the last known time, an unknown end the start, and a note says so.
 */
export function writeWebVtt(turns: readonly Turn[]): string {
  const blocks: string[] = [];
  let lastMs = 0;
  let isEstimated = false;
  for (const { speaker, cues } of turns) {
    for (const { startMs, endMs, text } of cues) {
      const words = oneLine(text);
      if (words === '') continue;
      isEstimated ||= startMs === null || endMs === null;
      const start = startMs ?? lastMs;
      const end = endMs ?? start;
      lastMs = end;
      const name = oneLine(speaker ?? '');
      const voice = name === '' ? '<v>' : `<v ${escapeMarkup(name)}>`;
      blocks.push(`${timestamp(start)} --> ${timestamp(end)}\n${voice}${escapeMarkup(words)}</v>`);
    }
  }
  const note = isEstimated
    ? ['NOTE Some times were not in the original; captions without one repeat the last.']
    : [];
  return `${['WEBVTT', ...note, ...blocks].join('\n\n')}\n`;
}

/** A line break would end the caption, and a NUL the file. */
function oneLine(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim();
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function timestamp(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  const hours = Math.floor(whole / 3_600_000);
  const minutes = Math.floor(whole / 60_000) % 60;
  const seconds = Math.floor(whole / 1000) % 60;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(whole % 1000).padStart(3, '0')}`;
}
