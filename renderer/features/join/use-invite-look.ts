// What an invite opens, as its host tells it. A link that somebody pasted is looked at once it is whole; one that was
// opened from elsewhere waits until its person has said Join, because any page may open one.
import { useEffect, useState } from 'react';
import type { InviteLook } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import { useHost } from '../../state/host-context.tsx';
import { type JoinRefusal, joinRefusal } from './join-refusal.ts';

export type LookState =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'told'; readonly look: InviteLook }
  | { readonly kind: 'refused'; readonly refusal: JoinRefusal };

const NONE: LookState = { kind: 'none' };

/** @param link null while there is none to be looked at */
export function useInviteLook(link: string | null): LookState {
  const { client } = useHost();
  const [state, setState] = useState<LookState>(NONE);
  useEffect(() => {
    if (link === null) return;
    const leaving = new AbortController();
    setState({ kind: 'looking' });
    client.call('peers.look', { link }, { signal: leaving.signal }).then(
      (look) => {
        if (!leaving.signal.aborted) setState({ kind: 'told', look });
      },
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        if (!leaving.signal.aborted) setState({ kind: 'refused', refusal: joinRefusal(error) });
      },
    );
    return () => {
      leaving.abort();
      setState(NONE);
    };
  }, [client, link]);
  return state;
}
