import { encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRepeated, encodeRepeated } from './repeated-objects.ts';

it('gives back any value, and is plain MessagePack where nothing stands twice', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(decodeRepeated(encodeRepeated(value))).toEqual(decodeRepeated(encode(value)));
      expect(encodeRepeated(value)).toEqual(encode(value));
    }),
  );
});

it('writes an object that stands in many places once, and nested ones with it', () => {
  const inner = { name: 'Juniper' };
  const cells = Array.from({ length: 100 }, (_, at) => ({
    id: `participant-${at}`,
    stance: 'silent',
    inner,
  }));
  const value = { needs: Array.from({ length: 50 }, () => ({ stances: cells, first: cells[0] })) };
  const bytes = encodeRepeated(value);
  expect(bytes.length).toBeLessThan(encode(value).length / 6);
  const back = decodeRepeated(bytes) as typeof value; // what was encoded
  expect(back).toEqual(value);
  expect(back.needs[0]?.stances[3]).toBe(back.needs[9]?.stances[3]);
});

it('refuses names of objects that were not sent, torn bytes, and more than one value', () => {
  const cell = { a: 1 };
  const bytes = encodeRepeated({ all: [cell, cell] });
  for (let length = 0; length < bytes.length; length += 1) {
    // The list alone, which is what stands in front, is a value.
    const torn = () => decodeRepeated(bytes.subarray(0, length));
    if (length !== encode([cell]).length) expect(torn, String(length)).toThrow();
  }
  expect(() => decodeRepeated(new Uint8Array([0xd6, 1, 0, 0, 0, 9]))).toThrow();
  expect(() => decodeRepeated(new Uint8Array([...encode({}), ...encode({})]))).toThrow();
});
