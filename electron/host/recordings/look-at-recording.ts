// Looks at a file that may be a recording: its first bytes, its hash, its size and time. Reads it once, in pieces.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { OriginalHash } from '../../../shared/ids.ts';
import type { RecordingType } from '../../../shared/interviews/recording.ts';
import type { Place } from './recording-store.ts';
import { HEAD_BYTES, recordingTypeOf } from './recording-type.ts';

/** Rejects with AppError `unreadable-file`; `details.reason` is `not-there` or `not-a-recording`. */
export async function lookAtRecording(given: string): Promise<Place & { mediaType: RecordingType }> {
  const { path, handle } = await openFile(given);
  try {
    const before = await handle.stat();
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    const mediaType = recordingTypeOf(head.subarray(0, bytesRead));
    if (mediaType === null) throw refusal('not-a-recording', 'the file is no audio or video that is known');
    const hash = createHash('sha256');
    let size = 0;
    // Without an encoding a stream gives buffers.
    for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      size += bytes.length;
    }
    const after = await handle.stat();
    if (after.size !== size || after.mtimeMs !== before.mtimeMs)
      throw refusal('not-there', 'the file changed while it was read');
    return { path, size, mtimeMs: after.mtimeMs, mediaType, hash: OriginalHash.parse(hash.digest('hex')) };
  } finally {
    await handle.close();
  }
}

async function openFile(given: string): Promise<{ path: string; handle: FileHandle }> {
  try {
    const path = await realpath(given);
    if (!(await stat(path)).isFile()) throw refusal('not-there', 'there is no file at this path');
    // Not waiting: what became a pipe since would never answer.
    return { path, handle: await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refusal('not-there', 'the file cannot be opened', error);
  }
}

function refusal(reason: 'not-there' | 'not-a-recording', message: string, cause?: unknown): AppError {
  return new AppError('unreadable-file', message, { details: { reason }, cause });
}
