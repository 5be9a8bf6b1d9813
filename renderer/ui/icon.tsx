import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  readonly of: LucideIcon;
  /** In px: 16 unless it stands inside small text. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

/** A Lucide drawing in the house's line: 16 px, stroke 1.6, hidden from screen readers. The words stand beside it. */
export function Icon({ of: Drawing, size = 16, className }: IconProps) {
  return <Drawing size={size} strokeWidth={1.6} className={className} aria-hidden="true" focusable="false" />;
}
