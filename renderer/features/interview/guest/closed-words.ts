import type { AppErrorData } from '../../../../shared/errors.ts';

export interface ClosedWords {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
  /** What another attempt is: made by itself and at once on demand, by loading again, or of no use. */
  readonly again: 'now' | 'reload' | 'try-again' | 'never';
}

/**
 * @param error null while the host does not answer
 * @param hostName null when it was never told
 */
export function closedWords(
  error: Pick<AppErrorData, 'code' | 'details'> | null,
  hostName: string | null,
  isInEarshot: boolean,
): ClosedWords {
  const host = hostName ?? 'whoever sent you the link';
  const hosts = hostName === null ? 'The other' : `${hostName}’s`;
  const again = isInEarshot ? 'try-again' : 'reload';
  const reload = isInEarshot ? 'try again' : 'reload this page';
  if (error === null)
    return {
      title: `${hosts} computer does not answer`,
      happened: 'No answer so far. It may be asleep, or on another network.',
      kept: isInEarshot ? 'Your invite, in this window.' : 'Your invite, in this page.',
      next: `Wait here: it connects by itself. Or ask ${host} for a new link if the network changed.`,
      again: 'now',
    };
  if (error.code === 'protocol-mismatch')
    return isInEarshot
      ? {
          title: `${hosts} Earshot is another version than yours`,
          happened: 'The two do not understand each other.',
          kept: 'Your invite stays good. Nothing was changed.',
          next: 'Update the older of the two, then open the link again.',
          again,
        }
      : {
          title: `${hosts} Earshot is newer. Reload this page.`,
          happened: 'Earshot was updated there after this page was loaded.',
          kept: 'Everything that was shown as saved.',
          next: 'Reload this page.',
          again,
        };
  switch (error.details.reason) {
    case 'full':
      return {
        title: 'The room is full',
        happened: '50 are here.',
        kept: 'Your invite stays good.',
        next: `Ask ${host} to let someone go, then ${reload}.`,
        again,
      };
    case 'another-workspace':
      return {
        title: `${hosts} Earshot has another workspace open`,
        happened: 'The interview you are invited to is not open there now.',
        kept: 'Your invite stays good.',
        next: `Ask ${host} to open it, then ${reload}.`,
        again,
      };
    case 'too-many-guesses':
      return {
        title: 'Too many wrong invites came from here',
        happened: `${hosts} computer listens to nobody at this address for a minute.`,
        kept: 'Your invite, if it is whole.',
        next: `Wait a minute, then ${reload}.`,
        again,
      };
    case 'wrong-key':
      return {
        title: 'Another computer answers than the one in the link',
        happened: 'The key that answers is not the one in your link. Nothing was sent to it.',
        kept: 'Nothing was changed.',
        next: `Ask ${host} for a new link, and compare the check words.`,
        again,
      };
    case 'unknown':
      return {
        title: 'This invite is not known there',
        happened: 'It was forgotten, or the link lost a part on its way.',
        kept: 'Nothing was changed.',
        next: `Copy the link again, whole, or ask ${host} for a new one.`,
        again: 'never',
      };
    default:
      return {
        title: 'This invite has ended',
        happened:
          error.details.reason === 'revoked'
            ? `${hostName ?? 'The host'} ended it. The link no longer lets anyone in.`
            : 'The time it was made for is over. The link no longer lets anyone in.',
        kept: `What was written before is with ${hostName ?? 'the host'}.`,
        next: `This invite has ended. Ask ${host} for a new one.`,
        again: 'never',
      };
  }
}
