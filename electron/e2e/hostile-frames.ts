// What a stranger, or a bug, may push through a door. Every door must refuse each of these by name and live on; used by
// transport-suite.ts, and by the specs that drive Electron.
import { encode } from '@msgpack/msgpack';
import { CHANNEL, MAX_FRAME_BYTES } from '../../shared/protocol.ts';

export interface HostileFrame {
  readonly name: string;
  /** Made when it is needed: some are large. */
  readonly make: () => Uint8Array;
  /** The code of the `refused` frame that ends a connection which begins with this. */
  readonly refusedAs: 'invalid-input' | 'too-large' | 'protocol-mismatch';
}

export const HOSTILE_FRAMES: readonly HostileFrame[] = [
  { name: 'an empty frame', make: () => new Uint8Array(), refusedAs: 'invalid-input' },
  {
    name: 'a channel that does not exist',
    make: () => new Uint8Array([7, 1, 2]),
    refusedAs: 'invalid-input',
  },
  { name: 'bytes that are no MessagePack', make: () => call([0xc1, 0xff, 0x00]), refusedAs: 'invalid-input' },
  {
    name: 'half a message',
    make: () => call([...encode({ kind: 'hello', version: 1 })].slice(0, 9)),
    refusedAs: 'invalid-input',
  },
  {
    name: 'a message followed by more',
    make: () => call([...encode({ kind: 'hello', version: 1 }), 1]),
    refusedAs: 'invalid-input',
  },
  {
    name: 'a map where an array is claimed to hold 4 billion',
    make: () => call([0xdd, 255, 255, 255, 255]),
    refusedAs: 'invalid-input',
  },
  {
    name: 'bytes that are claimed to be 4 GB',
    make: () => call([0xc6, 255, 255, 255, 255, 1]),
    refusedAs: 'invalid-input',
  },
  {
    name: 'text that is claimed to be 4 GB',
    make: () => call([0xdb, 255, 255, 255, 255, 1]),
    refusedAs: 'invalid-input',
  },
  { name: '200,000 arrays in each other', make: () => call(nested(200_000)), refusedAs: 'invalid-input' },
  // {"__proto__": {"kind": "hello", "version": 1}}
  {
    name: 'a key that is __proto__',
    make: () =>
      call([0x81, 0xa9, ...new TextEncoder().encode('__proto__'), ...encode({ kind: 'hello', version: 1 })]),
    refusedAs: 'invalid-input',
  },
  {
    name: 'a call before hello',
    make: () => call(encode({ kind: 'call', id: 1, method: 'session.state', params: {} })),
    refusedAs: 'invalid-input',
  },
  {
    name: 'a document before hello',
    make: () => new Uint8Array([CHANNEL.document, 1, 120, 2]),
    refusedAs: 'invalid-input',
  },
  {
    name: 'a kind that does not exist',
    make: () => call(encode({ kind: 'goodbye' })),
    refusedAs: 'invalid-input',
  },
  {
    name: 'the hello of another version',
    make: () => call(encode({ kind: 'hello', version: 99 })),
    refusedAs: 'protocol-mismatch',
  },
  {
    name: 'a frame beyond the limit',
    make: () => new Uint8Array(MAX_FRAME_BYTES + 1),
    refusedAs: 'too-large',
  },
];

/** Names that no document has, though something else may. */
export const HOSTILE_DOCUMENT_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '../workspace',
  '../../etc/passwd',
  'workspace/../workspace',
  'workspace ',
  'interview-unknown',
  'interview-',
  '',
  'x'.repeat(10_000),
] as const;

/** What a Hocuspocus provider sends first for a document: name, Auth (2), Token (0), token, its version. */
export function authMessage(name: string, key: string): Uint8Array {
  return new Uint8Array([CHANNEL.document, ...text(name), 2, 0, ...text(key), ...text('4.8.0')]);
}

function call(body: Iterable<number>): Uint8Array {
  return new Uint8Array([CHANNEL.call, ...body]);
}

function* nested(depth: number): Generator<number> {
  for (let at = 0; at < depth; at += 1) yield 0x91;
  yield 0xc0;
}

/** As lib0 writes a string: length as a variable-length integer, then UTF-8. */
function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  const length: number[] = [];
  let left = bytes.length;
  while (left > 127) {
    length.push(128 | (left & 127));
    left >>>= 7;
  }
  return [...length, left, ...bytes];
}
