// Opens the door to others from the command line, with an invite for the one who is asked to come first.
import { AppError } from '../../shared/errors.ts';
import type { Host } from '../host/host.ts';
import { callHost } from './call-host.ts';

export interface SharedLinks {
  readonly addresses: readonly string[];
  readonly checkWords: readonly string[];
  /** Shown this once: only the hash of its secret is kept. */
  readonly teammate: string;
}

/** Throws AppError `no-workspace` when none is open, `sharing-failed` when no port can be had. */
export async function shareWith(host: Host): Promise<SharedLinks> {
  const { workspace } = await callHost(host, 'session.state', {});
  if (workspace === null)
    throw new AppError('no-workspace', 'name the workspace to share: --workspace <folder>');
  const { addresses, checkWords } = await callHost(host, 'sharing.start', {});
  const { link } = await callHost(host, 'sharing.invite', {
    kind: 'teammate',
    interviewId: null,
    role: 'engineer',
    lifetime: 'until-revoked',
  });
  return { addresses, checkWords, teammate: link };
}
