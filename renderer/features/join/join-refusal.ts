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
  const known = typeof reason === 'string' && error.code === 'not-invited' ? NOT_INVITED[reason] : undefined;
  if (known !== undefined) return known;
  switch (error.code) {
    case 'protocol-mismatch':
      return {
        title: 'Their Earshot is another version than yours.',
        next: 'Update the older one, then join again.',
      };
    case 'connection-lost':
      return {
        title: 'Their computer does not answer.',
        next: 'Nothing was changed. Their Earshot has to be open and sharing, on a network that you reach; then try again.',
      };
    case 'not-allowed':
      return {
        title: 'This invite is for one interview.',
        next: 'Open it in a browser, or ask for an invite to the whole workspace.',
      };
    case 'invalid-input':
      return {
        title: 'This is not an invite link.',
        next: 'It begins with earshot://. Copy it again, whole.',
      };
    default: {
      const words = errorWords(error);
      return { title: `${words.title}.`, next: `${words.happened} ${words.kept} ${words.next}` };
    }
  }
}

const NOT_INVITED: Readonly<Record<string, JoinRefusal>> = {
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
  'too-many-guesses': {
    title: 'Too many wrong invites came from this computer.',
    next: 'Wait a minute, then try again.',
  },
};
