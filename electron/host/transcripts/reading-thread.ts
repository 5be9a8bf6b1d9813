// The program of the thread in which large transcripts are read: bytes in, what was read out, one file after the other.
// It knows no workspace and no disk; transcript-reader.ts starts it and ends it.
import { parentPort } from 'node:worker_threads';
import { ok } from '../../../shared/result.ts';
import type { ReadOptions } from '../../../shared/transcripts/detect.ts';
import { lookAtTranscript } from '../../../shared/transcripts/look-at-transcript.ts';
import { readTranscriptFile } from './read-transcript-file.ts';

/** What the thread is told; it answers with the Result of `readTranscriptFile`, its transcript whole or only looked at. */
export interface ReadingTask {
  readonly wants: 'transcript' | 'look';
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

if (parentPort === null) throw new Error('the reading thread is started by Earshot, not by hand');
const host = parentPort;

host.on('message', (task: ReadingTask) => {
  // A fault of ours ends this thread, and the host hears of it.
  void readTranscriptFile(task.bytes, task.options).then((read) =>
    host.postMessage(task.wants === 'look' && read.ok ? ok(lookAtTranscript(read.value)) : read),
  );
});
