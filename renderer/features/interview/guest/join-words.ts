import type { VisitState } from '../../../../shared/contract/sharing.ts';

/** “Interview with Rowan, owner of two food trucks. Today at 08:30, in the workspace Larder.” */
export function invitedTo(
  { interview, workspaceName }: Pick<VisitState, 'interview' | 'workspaceName'>,
  now: Date,
): string {
  if (interview === null) return `The workspace ${workspaceName}.`;
  const { participant, description, plannedAt } = interview;
  const who = description === '' ? participant : `${participant}, ${startingSmall(description)}`;
  const at = plannedAt === null ? null : new Date(plannedAt);
  const where = `in the workspace ${workspaceName}.`;
  if (at === null || Number.isNaN(at.getTime())) return `Interview with ${who}, ${where}`;
  return `Interview with ${who}. ${dayOf(at, now)} at ${timeOf(at)}, ${where}`;
}

/** Inside the sentence; names of things that are written in capitals stay as they are. */
function startingSmall(description: string): string {
  return /^\p{Lu}\p{Ll}/u.test(description)
    ? description[0]?.toLowerCase() + description.slice(1)
    : description;
}

function dayOf(at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) return 'Today';
  return at.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
