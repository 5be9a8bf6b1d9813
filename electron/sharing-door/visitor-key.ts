// The secret by which this computer is known again where it was invited: whoever has the link but not this cannot become us.
// It never leaves this computer; each host is told a key of its own.
import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { DurableJson } from '../host/storage/durable-json.ts';

const VisitorKey = z.object({ key: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });

/** Reads the secret of this user folder, or makes one. Rejects with AppError when the disk refuses. */
export async function keptVisitorKey(userFolder: string): Promise<string> {
  const file = new DurableJson(join(userFolder, 'visitor-key.json'), {
    mode: 0o600,
    parse: (content) => VisitorKey.parse(content),
  });
  const kept = await file.read();
  if (kept) return kept.key;
  const made = { key: randomBytes(16).toString('base64url') };
  await file.write(made);
  return made.key;
}

/**
 * By what the host with this key knows us again, 22 characters: the first 128 bits of an HMAC-SHA-256 by our secret. A host
 * can compute neither the secret from it nor what another host is told.
 * @param hostKey the host's key as the link pins it
 */
export function visitorKeyFor(secret: string, hostKey: string): string {
  return createHmac('sha256', secret)
    .update(`earshot visitor ${hostKey}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
