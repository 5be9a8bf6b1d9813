// The program of a thread that encodes: one text in, one vector out, on one core. Two such threads get through a fifth to a
// third more texts than one encoder with two threads inside. It knows no cache and no job; encoder-threads.ts starts it.
import { parentPort, workerData } from 'node:worker_threads';
import { openEncoder } from './encoder.ts';

export interface TextToEncode {
  /** Number of the task, which the answer repeats. */
  readonly task: number;
  readonly text: string;
}

export type FromEncoderThread =
  | { readonly kind: 'vector'; readonly task: number; readonly vector: Float32Array }
  /** `task` null: the encoder itself could not be loaded, and the thread ends. */
  | { readonly kind: 'failed'; readonly task: number | null; readonly message: string };

if (parentPort === null) throw new Error('the encoder thread is started by the engine, not by hand');
const engine = parentPort;

const encoder = openEncoder(String(workerData), { threads: 1 });
encoder.catch((error: unknown) => {
  tell({ kind: 'failed', task: null, message: messageOf(error) });
  engine.close();
});

engine.on('message', ({ task, text }: TextToEncode) => {
  void encode(task, text);
});

async function encode(task: number, text: string): Promise<void> {
  const loaded = await encoder.catch(() => null);
  // That it could not be loaded has been told.
  if (loaded === null) return;
  try {
    const [vector] = await loaded.embed([text]);
    if (!vector) throw new Error('the encoder gave no vector');
    tell({ kind: 'vector', task, vector });
  } catch (error) {
    tell({ kind: 'failed', task, message: messageOf(error) });
  }
}

function tell(message: FromEncoderThread): void {
  engine.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The encoder met a fault.';
}
