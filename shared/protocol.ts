// What travels through a door: frames of bytes, the same on every transport. The first byte names the channel; a call
// frame is MessagePack, a document frame is a Hocuspocus message as it is.

import { z } from 'zod';
import { AppError, AppErrorData } from './errors.ts';
import { decodeRepeated, encodeRepeated } from './repeated-objects.ts';

/** Raised when old and new cannot talk. The first frame of a connection is `hello` with this number. */
export const PROTOCOL_VERSION = 1;

/** The largest frame either side takes: an import of a long transcript fits, a flood does not. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

export const CHANNEL = { call: 0, document: 1 } as const;

export const ClientFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), version: z.number().int() }),
  /** In place of everything else, before `hello`: carry what follows to the host that this invite leads to. */
  z.object({ kind: z.literal('visit'), link: z.string().max(2_000) }),
  z.object({
    kind: z.literal('call'),
    id: z.number().int().nonnegative(),
    method: z.string().max(100),
    params: z.unknown(),
  }),
  /** Nobody waits for the answer of this call any more: a reading is ended, what is half done is finished. */
  z.object({ kind: z.literal('give-up'), id: z.number().int().nonnegative() }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

export const HostFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome'), version: z.number().int() }),
  z.object({ kind: z.literal('result'), id: z.number().int(), result: z.unknown() }),
  z.object({ kind: z.literal('error'), id: z.number().int(), error: AppErrorData }),
  z.object({ kind: z.literal('event'), event: z.string().max(100), payload: z.unknown() }),
  /** The connection is about to be closed, and why. */
  z.object({ kind: z.literal('refused'), error: AppErrorData }),
]);
export type HostFrame = z.infer<typeof HostFrame>;

export type Frame<T> =
  | { readonly channel: 'call'; readonly message: T }
  | { readonly channel: 'document'; readonly bytes: Uint8Array };

export function encodeCallFrame(message: ClientFrame | HostFrame): Uint8Array {
  return withChannel(CHANNEL.call, encodeRepeated(message));
}

export function encodeDocumentFrame(bytes: Uint8Array): Uint8Array {
  return withChannel(CHANNEL.document, bytes);
}

/** Throws AppError `invalid-input` for anything that is not a frame. Bytes inside are views into `frame`. */
export function decodeFrame<T>(frame: Uint8Array, schema: z.ZodType<T>): Frame<T> {
  if (frame.length > MAX_FRAME_BYTES) throw new AppError('too-large', 'the frame is larger than the limit');
  const [channel] = frame;
  if (channel === CHANNEL.document) return { channel: 'document', bytes: frame.subarray(1) };
  if (channel !== CHANNEL.call) throw new AppError('invalid-input', 'the frame names no channel');
  let raw: unknown;
  try {
    raw = decodeRepeated(frame.subarray(1));
  } catch (cause) {
    throw new AppError('invalid-input', 'the frame is no MessagePack', { cause });
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new AppError('invalid-input', 'the frame does not fit the protocol');
  return { channel: 'call', message: parsed.data };
}

function withChannel(channel: number, body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(body.length + 1);
  frame[0] = channel;
  frame.set(body, 1);
  return frame;
}
