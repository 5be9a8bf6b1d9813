// What a recording is, by its first bytes: a name can say anything. Knows audio and video, and nothing else is let through.
import type { RecordingType } from '../../../shared/interviews/recording.ts';

/** How many bytes `recordingTypeOf` looks at. */
export const HEAD_BYTES = 64;

/**
 * The media type of a file that begins with `head`, or null when it is no recording that a browser might play.
 * Signatures: https://mimesniff.spec.whatwg.org/#matching-an-audio-or-video-type-pattern, and for MP4 brands ISO 14496-12.
 */
export function recordingTypeOf(head: Uint8Array): RecordingType | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const [first = 0, second = 0] = head;
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav';
  if (text(0, 4) === 'FORM' && /^AIF[FC]$/.test(text(8, 12))) return 'audio/aiff';
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if (text(0, 4) === 'fLaC') return 'audio/flac';
  if (text(0, 3) === 'ID3') return 'audio/mpeg';
  if (text(4, 8) === 'ftyp') {
    const brand = text(8, 12);
    if (brand === 'qt  ') return 'video/quicktime';
    if (/^(avif|avis|heic|heix|mif1|msf1)$/.test(brand)) return null; // pictures in the same box
    return /^M4[AB] $/.test(brand) ? 'audio/mp4' : 'video/mp4';
  }
  if (text(0, 4) === '\x1aE\xdf\xa3') {
    if (text(4, HEAD_BYTES).includes('webm')) return 'video/webm';
    return text(4, HEAD_BYTES).includes('matroska') ? 'video/x-matroska' : null;
  }
  // A frame of MPEG audio begins with eleven set bits; ADTS is the one with layer 0.
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || head.length < 4) return null;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  const [, , third = 0] = head;
  const isFrame =
    (second & 0x18) !== 0x08 && (second & 0x06) !== 0 && third >> 4 !== 15 && (third & 0x0c) !== 12;
  return isFrame ? 'audio/mpeg' : null;
}
