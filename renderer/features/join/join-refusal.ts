// Why an invite did not let in, in words. Only what the host says decides; nothing was written by then.
import type { AppError } from '../../../shared/errors.ts';
import { errorWords } from '../../text/error-text.ts';

export interface JoinRefusal {
  readonly title: string;
  readonly next: string;
}

/** @param error of `peers.join` */
export function joinRefusal(error: AppError): JoinRefusal {
  const { reason } = error.details;
  const known = typeof reason === 'string' ? REFUSED[reason] : undefined;
  if (known !== undefined) return known;
  switch (error.code) {
    case 'protocol-mismatch':
      return {
        title: 'Their Earshot is another version than yours.',
        next: 'Nothing was changed. Update the older one, then join again.',
      };
    case 'connection-lost':
      return {
        title: 'Their computer does not answer.',
        next: 'Nothing was changed. Their Earshot has to be open and sharing, on a network that you reach; then try again.',
      };
    case 'invalid-input':
      return {
        title: 'This is not an invite link.',
        next: 'It begins with earshot:// or https://. Copy it again, whole.',
      };
    default: {
      const words = errorWords(error);
      return { title: `${words.title}.`, next: `${words.happened} ${words.kept} ${words.next}` };
    }
  }
}

const REFUSED: Readonly<Record<string, JoinRefusal>> = {
  expired: { title: 'This invite has ended.', next: 'Ask who invited you for a new one.' },
  revoked: { title: 'This invite was ended.', next: 'Ask who invited you for a new one.' },
  unknown: { title: 'This invite is not known there.', next: 'Copy the link again, or ask for a new one.' },
  full: { title: 'The room is full.', next: '50 are here; ask who invited you to let someone go.' },
  'wrong-key': {
    title: 'Another computer answers than the one in the link.',
    next: 'Nothing was sent to it. Ask who invited you for a new link, and compare the check words.',
  },
  'another-workspace': {
    title: 'They have another workspace open.',
    next: 'Ask them to open the one you were invited to, then try again.',
  },
  'own-invite': {
    title: 'This invite leads to this computer.',
    next: 'It is one of your own: send it to whoever shall join. Nothing was changed.',
  },
  'too-many-guesses': {
    title: 'Too many wrong invites came from this computer.',
    next: 'Wait a minute, then try again.',
  },
};
