// Reads a dropped or chosen file from the disk in pieces, so that it can be said how far it is and be left in between.

/** What a browser's File has, also one made of pasted text. */
export type Source = Pick<File, 'name' | 'size' | 'slice'>;

const PIECE_BYTES = 4_000_000;

/**
 * The whole file, or null when `isWanted` says no between two pieces; `onShare` hears 0 to 1 after each. Rejects as the
 * browser does when the system does not let the file be read.
 */
export async function readSource(
  source: Source,
  isWanted: () => boolean,
  onShare: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(source.size);
  for (let at = 0; at < source.size; at += PIECE_BYTES) {
    if (!isWanted()) return null;
    // A file that became shorter since is refused by the browser.
    const piece = new Uint8Array(await source.slice(at, at + PIECE_BYTES).arrayBuffer());
    bytes.set(piece, at);
    onShare(Math.min(at + piece.length, source.size) / source.size);
  }
  return isWanted() ? bytes : null;
}
