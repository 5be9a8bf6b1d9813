// A zip by hand, so that it can say anything: names that lead elsewhere, sizes that lie, entries that overlap.
import { crc32, deflateRawSync } from 'node:zlib';

export interface HandMadeEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** What its local header calls it; the same by default. */
  readonly localName?: string;
  readonly declaredBytes?: number;
  readonly declaredCrc32?: number;
  /** Unix mode with the file type, such as 0o120777 for a link. */
  readonly mode?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Points at the local header of the entry with this number instead of its own. */
  readonly sharesContentOf?: number;
}

export function buildZip(entries: readonly HandMadeEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeShared(local, 4, entry, packed.length);
    const localName = Buffer.from(entry.localName ?? entry.name);
    local.writeUInt16LE(localName.length, 26);
    offsets.push(entry.sharesContentOf === undefined ? at : (offsets[entry.sharesContentOf] ?? 0));
    if (entry.sharesContentOf === undefined) {
      parts.push(local, localName, packed);
      at += local.length + localName.length + packed.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    writeShared(central, 6, entry, packed.length);
    const name = Buffer.from(entry.name);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offsets.at(-1) ?? 0, 42);
    directory.push(central, name);
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Version needed, flags, method, time, checksum, sizes: in the same order in both headers. */
function writeShared(header: Buffer, at: number, entry: HandMadeEntry, packedBytes: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(entry.flags ?? 1 << 11, at + 2);
  header.writeUInt16LE(entry.method ?? 8, at + 4);
  header.writeUInt32LE(entry.declaredCrc32 ?? crc32(entry.content), at + 10);
  header.writeUInt32LE(packedBytes, at + 14);
  header.writeUInt32LE(entry.declaredBytes ?? entry.content.length, at + 18);
}
