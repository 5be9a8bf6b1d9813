// Names for bytes: originals, previews and results are known by their hash.
import { createHash } from 'node:crypto';
import { OriginalHash } from '../../shared/ids.ts';

/** SHA-256 of `bytes`, 64 lower-case hex digits. */
export function sha256(bytes: Uint8Array): OriginalHash {
  return OriginalHash.parse(createHash('sha256').update(bytes).digest('hex'));
}
