// The key that this computer proves to whoever comes by an invite: made once, kept in the user folder for its owner alone,
// and the same ever after, so that every link goes on pointing at this computer and at no other.
import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { z } from 'zod';
import { DurableJson } from '../host/storage/durable-json.ts';

const KeyFile = z.object({
  key: z.string().includes('PRIVATE KEY'),
  certificate: z.string().includes('CERTIFICATE'),
});

export interface DoorKey {
  /** PEM. */
  readonly key: string;
  readonly certificate: string;
  /** What the link pins: see `pinOf`. */
  readonly pin: string;
}

/** Nobody looks at the dates: what counts is the key itself. */
const YEARS = 50;

/** Rejects with AppError when the file cannot be read or written. */
export async function keptKey(userFolder: string): Promise<DoorKey> {
  const file = new DurableJson(join(userFolder, 'sharing-key.json'), {
    mode: 0o600,
    parse: (content) => {
      const parsed = KeyFile.parse(content);
      pinOf(new X509Certificate(parsed.certificate)); // a file that holds no certificate is set aside
      return parsed;
    },
  });
  const kept = (await file.read()) ?? (await makeKey());
  await file.write(kept);
  return { ...kept, pin: pinOf(new X509Certificate(kept.certificate)) };
}

/** SHA-256 of the certificate's public key (SubjectPublicKeyInfo in DER, RFC 5280, 4.1), base64url. */
export function pinOf(certificate: X509Certificate): string {
  const publicKey = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(publicKey).digest('base64url');
}

async function makeKey(): Promise<z.infer<typeof KeyFile>> {
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + YEARS);
  const made = await generate([{ name: 'commonName', value: 'Earshot' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [{ name: 'basicConstraints', cA: false }],
  });
  return { key: made.private, certificate: made.cert };
}
