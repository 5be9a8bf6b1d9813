/** “just now”, “2 min ago”, “3 h ago”, “yesterday”, “24 Nov”, and with its year when that is another one. */
export function agoText(iso: string, now: Date): string {
  const then = new Date(iso);
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (then.toDateString() === now.toDateString()) return `${Math.floor(minutes / 60)} h ago`;
  const dayBefore = new Date(now);
  dayBefore.setDate(now.getDate() - 1);
  if (then.toDateString() === dayBefore.toDateString()) return 'yesterday';
  return then.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(then.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  });
}
