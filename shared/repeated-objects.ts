// MessagePack for values in which the same objects stand many times, as the cells of every need do: each is written once,
// and named by its number wherever it stands again. Values without any are plain MessagePack.
import { decodeMulti, Encoder, ExtensionCodec, encode } from '@msgpack/msgpack';

/** The extension type that names an object by its number. */
const AGAIN = 1;
const OPTIONS = { ignoreUndefined: true } as const;

/** Objects are the same when they are identical; arrays and bytes are never shared. */
export function encodeRepeated(value: unknown): Uint8Array {
  const repeated = repeatedObjects(value);
  if (repeated.length === 0) return encode(value, OPTIONS);
  const numbers = new Map(repeated.map((object, number) => [object, number]));
  const codec = new ExtensionCodec();
  codec.register({
    type: AGAIN,
    encode: (object) => {
      const number = numbers.get(object as object); // the library calls this for objects alone
      return number === undefined ? null : fourBytes(number);
    },
    decode: () => null,
  });
  const first = encode(repeated, OPTIONS);
  const second = new Encoder({ ...OPTIONS, extensionCodec: codec }).encode(value);
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

/** Throws for anything else. Whatever stood in a place twice is one object there again. */
export function decodeRepeated(bytes: Uint8Array): unknown {
  let repeated: readonly unknown[] = [];
  const codec = new ExtensionCodec();
  codec.register({
    type: AGAIN,
    encode: () => null,
    decode(named) {
      const number = new DataView(named.buffer, named.byteOffset, named.byteLength).getUint32(0);
      if (number >= repeated.length) throw new RangeError('an object is named that was not sent');
      return repeated[number];
    },
  });
  const values = decodeMulti(bytes, { extensionCodec: codec });
  const first = values.next();
  if (first.done === true) throw new RangeError('there is nothing in it');
  if (!Array.isArray(first.value)) return onlyOne(first.value, values);
  repeated = first.value;
  const second = values.next();
  // A list alone is a value like any other.
  return second.done === true ? first.value : onlyOne(second.value, values);
}

function onlyOne(value: unknown, values: Iterator<unknown>): unknown {
  if (values.next().done !== true) throw new RangeError('there is more in it than one value');
  return value;
}

/** Plain objects that stand in the value more than once. */
function repeatedObjects(value: unknown): object[] {
  const seen = new Set<object>();
  const repeated = new Set<object>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) {
      for (const element of part) visit(element);
      return;
    }
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return;
    if (seen.has(part)) {
      repeated.add(part);
      return;
    }
    seen.add(part);
    for (const field of Object.values(part)) visit(field);
  };
  visit(value);
  return [...repeated];
}

function fourBytes(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}
