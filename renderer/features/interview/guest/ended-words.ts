// The end of an invite in words, for whoever was in the interview: the dialog that says it once, and the place where the
// field was, which goes on saying it.
import type { AppErrorData } from '../../../../shared/errors.ts';

export interface EndedWords {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
  readonly next: string;
}

export function endedWords(
  error: AppErrorData,
  { hostName, edits, isInEarshot }: { hostName: string; edits: number; isInEarshot: boolean },
): EndedWords {
  const kept = keptWords(hostName, edits);
  if (error.code === 'protocol-mismatch')
    return {
      title: isInEarshot
        ? `${hostName}’s Earshot is another version than yours`
        : `${hostName}’s Earshot is newer. Reload this page`,
      happened: 'Earshot was updated there while you wrote.',
      kept,
      next: isInEarshot ? 'Update the older of the two, then open the link again.' : 'Reload this page.',
    };
  const newLink = `Ask ${hostName} for a new link`;
  return {
    title: titleOf(error, hostName),
    happened: happenedOf(error),
    kept,
    next:
      edits === 0
        ? `${newLink} to go on.`
        : `${newLink}, by which ${edits === 1 ? 'it goes' : 'they go'} out, or copy what was not sent.`,
  };
}

function titleOf(error: AppErrorData, hostName: string): string {
  switch (error.details.reason) {
    case 'revoked':
      return `${hostName} ended this invite`;
    case 'wrong-key':
      return `Another computer answers than ${hostName}’s`;
    case 'another-workspace':
      return `${hostName} has another workspace open`;
    default:
      return 'This invite has ended';
  }
}

function happenedOf(error: AppErrorData): string {
  switch (error.details.reason) {
    case 'expired':
      return 'The time it was made for is over. The link no longer lets anyone in.';
    case 'full':
      return 'The room is full. 50 are here.';
    case 'another-workspace':
      return 'The interview is not open there any more.';
    case 'wrong-key':
      return 'The key that answers is not the one in your link. Nothing was sent to it.';
    default:
      return 'The link no longer lets anyone in.';
  }
}

/** What is on the host's disk, and what is here alone. */
function keptWords(hostName: string, edits: number): string {
  const before = `What you wrote before is with ${hostName}.`;
  if (edits === 0) return before;
  return edits === 1
    ? `${before} 1 edit after it was not sent; it is kept here.`
    : `${before} ${edits} edits after it were not sent; they are kept here.`;
}
