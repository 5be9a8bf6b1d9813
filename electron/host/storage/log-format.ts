// The bytes of an update log: a header, then records, each with its length and checksum. Pure: bytes in, records out;
// it knows neither files nor what a record says.
//
//   header, 16 bytes   magic "EARSHOTL", version u32, CRC-32C u32 of the twelve bytes before
//   record, 8 + n      length n u32, CRC-32C u32 of the four length bytes and the payload, payload
//
// Numbers are little-endian. The checksum covers the length, so that zeros left by a power cut are no record.
import { crc32c } from './crc32c.ts';

export const LOG_VERSION = 1;
export const HEADER_BYTES = 16;
export const RECORD_HEAD_BYTES = 8;
/** One record's payload; more than any interview holds. */
export const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

const MAGIC = new TextEncoder().encode('EARSHOTL');
/** How many bytes are checked in search of a whole record behind a broken one, before one is assumed. */
const SEARCH_BYTES = 64 * 1024 * 1024;

export type LogHeader =
  | { readonly kind: 'readable' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'foreign' };

/**
 * What stands behind the last whole record: nothing, a record that was never finished, a finished one that does not
 * match its checksum, or a broken one with whole records behind it.
 */
export type LogTail = 'none' | 'unfinished' | 'unreadable' | 'followed';

export interface LogScan {
  /** Views into the given bytes. */
  readonly records: Uint8Array[];
  /** Where the last whole record ends, counted from the start of the file. */
  readonly goodBytes: number;
  readonly tail: LogTail;
}

export function encodeHeader(version = LOG_VERSION): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(MAGIC);
  const view = new DataView(header.buffer);
  view.setUint32(8, version, true);
  view.setUint32(12, crc32c(header.subarray(0, 12)), true);
  return header;
}

/** Refuses nothing: the caller has checked the payload against `MAX_PAYLOAD_BYTES`. */
export function encodeRecord(payload: Uint8Array): Uint8Array {
  const record = new Uint8Array(RECORD_HEAD_BYTES + payload.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint32(4, crc32c(payload, crc32c(record.subarray(0, 4))), true);
  record.set(payload, RECORD_HEAD_BYTES);
  return record;
}

/** A header that fails its own checksum is foreign, never newer: a flipped bit must not look like a later version. */
export function readHeader(bytes: Uint8Array): LogHeader {
  if (bytes.length < HEADER_BYTES || MAGIC.some((byte, index) => bytes[index] !== byte))
    return { kind: 'foreign' };
  const view = viewOf(bytes);
  const version = view.getUint32(8, true);
  if (crc32c(bytes.subarray(0, 12)) !== view.getUint32(12, true) || version === 0) return { kind: 'foreign' };
  return version > LOG_VERSION ? { kind: 'newer', version } : { kind: 'readable' };
}

/** The records up to the first broken one. The header is not looked at. */
export function scanRecords(bytes: Uint8Array): LogScan {
  const view = viewOf(bytes);
  const records: Uint8Array[] = [];
  let at = HEADER_BYTES;
  for (
    let payload = readRecord(bytes, view, at);
    payload !== undefined;
    payload = readRecord(bytes, view, at)
  ) {
    records.push(payload);
    at += RECORD_HEAD_BYTES + payload.length;
  }
  return { records, goodBytes: at, tail: describeTail(bytes, view, at) };
}

function describeTail(bytes: Uint8Array, view: DataView, at: number): LogTail {
  if (at >= bytes.length) return 'none';
  // A flipped bit in a length makes a record in the middle look unfinished: only the search tells them apart.
  if (hasRecordBehind(bytes, view, at)) return 'followed';
  return isUnfinished(view, at) ? 'unfinished' : 'unreadable';
}

function isUnfinished(view: DataView, at: number): boolean {
  return (
    at + RECORD_HEAD_BYTES > view.byteLength ||
    at + RECORD_HEAD_BYTES + view.getUint32(at, true) > view.byteLength
  );
}

function hasRecordBehind(bytes: Uint8Array, view: DataView, at: number): boolean {
  let budget = SEARCH_BYTES;
  for (let from = at + 1; from + RECORD_HEAD_BYTES <= bytes.length; from++) {
    const length = view.getUint32(from, true);
    if (from + RECORD_HEAD_BYTES + length > bytes.length) continue;
    budget -= length;
    if (budget < 0) return true; // the careful answer: such a tail is kept aside before anything is cut
    if (readRecord(bytes, view, from) !== undefined) return true;
  }
  return false;
}

function readRecord(bytes: Uint8Array, view: DataView, at: number): Uint8Array | undefined {
  const start = at + RECORD_HEAD_BYTES;
  if (start > bytes.length) return undefined;
  const length = view.getUint32(at, true);
  if (length > MAX_PAYLOAD_BYTES || start + length > bytes.length) return undefined;
  const payload = bytes.subarray(start, start + length);
  return crc32c(payload, crc32c(bytes.subarray(at, at + 4))) === view.getUint32(at + 4, true)
    ? payload
    : undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
