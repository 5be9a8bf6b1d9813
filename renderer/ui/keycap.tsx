import { memo } from 'react';
import styles from './keycap.module.css';
import { isMac } from './platform.ts';

export interface KeycapProps {
  /** A combination as it is written in the design: 'C', 'Ctrl K', 'Ctrl Enter', 'Alt ↓'. */
  readonly keys: string;
}

/** A key as it is printed on this system's keyboard. Hidden on touch, where there is none to press. */
export const Keycap = memo(DrawnKeycap);

/** Drawn once for its keys: to ask which system this is is dear, and a screen full of keys is drawn anew at every letter. */
function DrawnKeycap({ keys }: KeycapProps) {
  return <kbd className={styles.keycap}>{keyLabel(keys, isMac())}</kbd>;
}

/** The name of a combination on one system: 'Ctrl K' reads '⌘K' on a Mac, 'Ctrl Enter' reads 'Ctrl ↵' elsewhere. */
export function keyLabel(keys: string, onMac: boolean): string {
  const parts = keys.split(' ');
  if (!onMac)
    return parts.length === 1 ? keys : parts.map((part) => (part === 'Enter' ? '↵' : part)).join(' ');
  const modified = parts.length > 1;
  return parts.map((part) => macNames[part] ?? (part === 'Enter' && modified ? '↵' : part)).join('');
}

/** The form `aria-keyshortcuts` wants: 'Control+K', or 'Meta+K' on a Mac. */
export function ariaKeys(keys: string, onMac?: boolean): string {
  return keys
    .split(' ')
    .map((part) =>
      part === 'Ctrl' ? ((onMac ?? isMac()) ? 'Meta' : 'Control') : part === 'Esc' ? 'Escape' : part,
    )
    .join('+');
}

const macNames: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Del: '⌫' };
