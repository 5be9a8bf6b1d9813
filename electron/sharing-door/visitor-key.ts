// The secret by which this computer is known again where it was invited: whoever has the link but not this cannot become us.
import { randomBytes } from 'node:crypto';
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
