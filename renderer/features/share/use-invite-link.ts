// One invite link from its making to its copying. The link is told once: when it is forgotten here, only a new one helps.
import { useState } from 'react';
import type { InviteLifetime } from '../../../shared/contract/sharing.ts';
import { AppError, type AppErrorData } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/workspace/people.ts';
import { useHost } from '../../state/host-context.tsx';

export type Scope = 'interview' | 'workspace';

export interface WantedInvite {
  readonly scope: Scope;
  readonly interviewId: InterviewId | null;
  readonly role: Role;
  readonly lifetime: InviteLifetime;
}

export type LinkState =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'made'; readonly link: string }
  | { readonly kind: 'no-network' }
  | { readonly kind: 'failed'; readonly error: AppErrorData };

export interface InviteLinkMaker {
  readonly state: LinkState;
  /** Opens the door where it is shut, and makes the link. */
  readonly make: (wanted: WantedInvite) => Promise<void>;
  readonly forget: () => void;
}

export function useInviteLink(): InviteLinkMaker {
  const { client } = useHost();
  const [state, setState] = useState<LinkState>({ kind: 'none' });

  async function make({ scope, interviewId, role, lifetime }: WantedInvite): Promise<void> {
    setState({ kind: 'opening' });
    try {
      const { addresses } = await client.call('sharing.start', {});
      // A link without an address would lead nowhere, later too.
      if (addresses.length === 0) return setState({ kind: 'no-network' });
      const kind = scope === 'workspace' ? 'teammate' : role === 'observer' ? 'viewer' : 'editor';
      const made = await client.call('sharing.invite', { kind, interviewId, role, lifetime });
      setState({ kind: 'made', link: made.browserLink ?? made.link });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setState({ kind: 'failed', error: error.toData() });
    }
  }

  return { state, make, forget: () => setState({ kind: 'none' }) };
}
