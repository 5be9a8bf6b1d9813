// What a zip says it holds: its central directory (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16), checked before a single
// byte of content is looked at. Strict on purpose: what Earshot writes passes, and what only tries its luck does not.
import { AppError } from '../../../shared/errors.ts';
import { refusePath, sameFileKey } from './portable-path.ts';

export interface ZipEntry {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Where its local header begins, counted from the start of the file. */
  readonly at: number;
  /** Where its content ends at the latest: what follows belongs to somebody else. */
  readonly endsBy: number;
}

export interface ZipLimits {
  /** Of everything, unpacked. */
  readonly maxTotalBytes: number;
  /** How many times larger the unpacked content may be than the zip; small contents are not asked. */
  readonly maxRatio: number;
}

/** Transcripts and notes of thousands of interviews; words pack to about a quarter, logs to a tenth. */
export const ZIP_LIMITS: ZipLimits = { maxTotalBytes: 16 * 2 ** 30, maxRatio: 200 };
const RATIO_FROM_BYTES = 64 * 2 ** 20;

const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
/** The end record with the longest comment it may have. */
export const ZIP_END_BYTES = END_BYTES + 0xffff;
export const MAX_DIRECTORY_BYTES = 64 * 2 ** 20;
const ENTRY_BYTES = 46;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const ENCRYPTED = 1 | (1 << 6) | (1 << 13);
const SIZES_FOLLOW = 1 << 3;
const NOT_HERE_16 = 0xffff;
const NOT_HERE_32 = 0xffffffff;

export interface ZipEnd {
  readonly entries: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

/** Reads the end record out of the last bytes of a file of `fileBytes`. Throws AppError `unreadable-file`. */
export function readZipEnd(tail: Uint8Array, fileBytes: number): ZipEnd {
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) !== tail.length) continue;
    const end = {
      entries: view.getUint16(at + 10, true),
      directoryBytes: view.getUint32(at + 12, true),
      directoryAt: view.getUint32(at + 16, true),
    };
    if (end.entries === NOT_HERE_16 || end.directoryAt === NOT_HERE_32 || end.directoryBytes === NOT_HERE_32)
      throw refused('it is larger than 4 GB, which this Earshot does not read');
    const isWhole =
      view.getUint32(at + 4, true) === 0 && // of one disk
      view.getUint16(at + 8, true) === end.entries &&
      end.directoryAt + end.directoryBytes === fileBytes - tail.length + at &&
      end.directoryBytes <= MAX_DIRECTORY_BYTES;
    if (!isWhole) throw refused('its list of contents is damaged');
    return end;
  }
  throw refused('it is cut short, or no zip');
}

/** Folders are checked and left out. Throws AppError `unreadable-file` or `too-large`, with the name of what is refused. */
export function readZipDirectory(
  directory: Uint8Array,
  end: ZipEnd,
  fileBytes: number,
  limits: ZipLimits = ZIP_LIMITS,
): readonly ZipEntry[] {
  const view = viewOf(directory);
  const entries: Omit<ZipEntry, 'endsBy'>[] = [];
  let at = 0;
  for (let count = 0; count < end.entries; count += 1) {
    if (at + ENTRY_BYTES > directory.length || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw refused('its list of contents is damaged');
    const next =
      at +
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > directory.length) throw refused('its list of contents is damaged');
    entries.push(readEntry(directory, view, at));
    at = next;
  }
  if (at !== directory.length) throw refused('its list of contents is damaged');
  refuseSameNames(entries);
  refuseBombs(entries, fileBytes, limits);
  return withEnds(entries, end.directoryAt).filter((entry) => !entry.path.endsWith('/'));
}

/** Where the content begins; `head` is what stands at `entry.at`. Throws AppError when it speaks of something else. */
export function readLocalHeader(head: Uint8Array, entry: ZipEntry): number {
  const view = viewOf(head);
  const damaged = () => refused(`${quoted(entry.path)} is not what the list of contents says`);
  if (head.length < LOCAL_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE) throw damaged();
  const flags = view.getUint16(6, true);
  const nameBytes = view.getUint16(26, true);
  const isSame =
    (flags & ENCRYPTED) === 0 &&
    view.getUint16(8, true) === (entry.isDeflated ? 8 : 0) &&
    decodeName(head.subarray(LOCAL_BYTES, LOCAL_BYTES + nameBytes)) === entry.path &&
    ((flags & SIZES_FOLLOW) !== 0 ||
      (view.getUint32(14, true) === entry.crc32 &&
        view.getUint32(18, true) === entry.compressedBytes &&
        view.getUint32(22, true) === entry.bytes));
  const contentAt = entry.at + LOCAL_BYTES + nameBytes + view.getUint16(28, true);
  if (!isSame || contentAt + entry.compressedBytes > entry.endsBy) throw damaged();
  return contentAt;
}

/** The longest local header that is read: with the longest name that is accepted. */
export const LOCAL_HEADER_BYTES = LOCAL_BYTES + 1_000;

function readEntry(directory: Uint8Array, view: DataView, at: number): Omit<ZipEntry, 'endsBy'> {
  const nameAt = at + ENTRY_BYTES;
  const path = decodeName(directory.subarray(nameAt, nameAt + view.getUint16(at + 28, true)));
  const why = refusePath(path);
  if (why !== null) throw refused(`${quoted(path)}: ${why}`);
  const method = view.getUint16(at + 10, true);
  const entry = {
    path,
    isDeflated: method === 8,
    crc32: view.getUint32(at + 16, true),
    compressedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw refused(`${quoted(path)} is encrypted`);
  if (method !== 0 && method !== 8) throw refused(`${quoted(path)} is packed in an unknown way`);
  if (entry.compressedBytes === NOT_HERE_32 || entry.bytes === NOT_HERE_32 || entry.at === NOT_HERE_32)
    throw refused(`${quoted(path)} is larger than 4 GB, which this Earshot does not read`);
  if (!isFileOrFolder(view, at, path)) throw refused(`${quoted(path)} is a link or a device, no file`);
  return entry;
}

/** The upper half of the external attributes holds the mode of a file that was packed on Unix (host systems 3 and 19). */
function isFileOrFolder(view: DataView, at: number, path: string): boolean {
  const type = (view.getUint32(at + 38, true) >>> 16) & 0xf000;
  return type === 0 || type === (path.endsWith('/') ? 0x4000 : 0x8000);
}

function refuseSameNames(entries: readonly { readonly path: string }[]): void {
  const seen = new Set<string>();
  const folders = new Set<string>();
  for (const { path } of entries) {
    const key = sameFileKey(path);
    if (seen.has(key)) throw refused(`${quoted(path)} is in it twice`);
    seen.add(key);
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1))
      folders.add(key.slice(0, slash));
  }
  for (const { path } of entries)
    if (folders.has(sameFileKey(path))) throw refused(`${quoted(path)} is both a file and a folder`);
}

function refuseBombs(
  entries: readonly Omit<ZipEntry, 'endsBy'>[],
  fileBytes: number,
  { maxTotalBytes, maxRatio }: ZipLimits,
): void {
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > maxTotalBytes || (total > RATIO_FROM_BYTES && total > fileBytes * maxRatio)) {
    throw new AppError('too-large', `the zip would unpack to ${total} bytes, more than a backup can hold`, {
      details: { total, fileBytes },
    });
  }
  for (const { path, isDeflated, compressedBytes, bytes } of entries) {
    if (!isDeflated && compressedBytes !== bytes) throw refused(`${quoted(path)} has two different sizes`);
  }
}

/** Content may not overlap: a small piece that many entries share unpacks to any size. */
function withEnds(entries: readonly Omit<ZipEntry, 'endsBy'>[], directoryAt: number): ZipEntry[] {
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  return inOrder.map((entry, index) => {
    const endsBy = inOrder[index + 1]?.at ?? directoryAt;
    if (entry.at + LOCAL_BYTES + entry.compressedBytes > endsBy)
      throw refused(`${quoted(entry.path)} overlaps another entry`);
    return { ...entry, endsBy };
  });
}

/** Names that are no UTF-8 get a replacement sign, which no path may hold. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** For a message: as JSON writes it, so that signs that move the cursor are seen and do nothing. */
export function quoted(path: string): string {
  return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}…` : path);
}

function refused(why: string): AppError {
  return new AppError('unreadable-file', `the zip is refused: ${why}`);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
