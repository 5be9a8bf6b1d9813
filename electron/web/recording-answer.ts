// What is answered to whoever asks for a recording: the whole file, one range of it, or a refusal. It opens that one file
// and no other; how the answer travels, the door knows.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { RecordingFile } from '../host/recordings/recording-tickets.ts';

export interface RecordingAnswer {
  readonly status: 200 | 206 | 404 | 409 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** First and last byte, and the file, which the caller closes; null where there is nothing to send. */
  readonly body: { readonly handle: FileHandle; readonly start: number; readonly end: number } | null;
}

/**
 * Ranges as in RFC 9110, 14: one at a time, several are refused with 416. A file that is gone or is not the one that was
 * hashed is answered with 409 and the word `moved`.
 */
export async function answerRecording(
  file: RecordingFile | null,
  rangeHeader: string | undefined,
): Promise<RecordingAnswer> {
  if (file === null) return { status: 404, headers: PLAIN, body: null };
  const handle = await openSame(file);
  if (handle === null)
    return { status: 409, headers: { ...PLAIN, 'x-earshot-recording': 'moved' }, body: null };
  const range = rangeOf(rangeHeader, file.size);
  if (range === 'out-of-bounds') {
    await handle.close();
    return { status: 416, headers: { ...PLAIN, 'content-range': `bytes */${file.size}` }, body: null };
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...PLAIN,
      'accept-ranges': 'bytes',
      'content-type': file.mediaType,
      'content-length': String(end - start + 1),
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${file.size}` }),
    },
    body: { handle, start, end },
  };
}

const PLAIN = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** The opened file, if it is the one that was hashed: what is looked at is what is read, whatever happens to the path. */
async function openSame(file: RecordingFile): Promise<FileHandle | null> {
  let handle: FileHandle;
  try {
    handle = await open(file.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null; // gone, or not readable any more: for whoever wants to hear it the same
  }
  const now = await handle.stat();
  if (now.isFile() && now.size === file.size && now.mtimeMs === file.mtimeMs) return handle;
  await handle.close();
  return null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Null when the header is to be ignored: there is none, it has another unit, or it is no range at all. */
function rangeOf(header: string | undefined, size: number): Range | null | 'out-of-bounds' {
  if (header === undefined || !/^bytes=/i.test(header)) return null;
  if (header.includes(',')) return 'out-of-bounds';
  const [, from = '', to = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header) ?? [];
  if (from === '' && to === '') return null;
  // The last `to` bytes.
  if (from === '')
    return Number(to) === 0 ? 'out-of-bounds' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return null;
  return start >= size ? 'out-of-bounds' : { start, end };
}
