import { Check, CircleAlert, Lock, type LucideIcon, RefreshCw, Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import { assertNever } from '../../shared/result.ts';
import { classNames } from './class-names.ts';
import styles from './connection-pill.module.css';
import { Icon } from './icon.tsx';

/** Where the edits of this screen are. */
export type ConnectionPillState =
  | { readonly kind: 'connected' }
  | {
      readonly kind: 'reconnecting';
      readonly waitingEdits: number;
      /** When the link was lost, in ms since 1970. */
      readonly sinceEpochMs?: number | undefined;
    }
  /** Nobody answers, and nothing is tried at the moment; the edits are saved here. */
  | { readonly kind: 'away'; readonly waitingEdits: number }
  | { readonly kind: 'alone' }
  | { readonly kind: 'unsaved'; readonly edits: number }
  | { readonly kind: 'ended' };

export interface ConnectionPillProps {
  readonly state: ConnectionPillState;
  /** Replaces the words, as after a return: “Connected. 3 edits sent, 2 came in.” */
  readonly text?: string | undefined;
}

/** The connection, always in the same place: shape and word, never colour alone. Read out once per change. */
export function ConnectionPill({ state, text }: ConnectionPillProps) {
  const { icon, tone } = looks[state.kind];
  return (
    <span className={classNames(styles.pill, styles[tone])} role="status">
      <Icon of={icon} size={14} />
      {text ?? connectionText(state)}
      {state.kind === 'reconnecting' && state.sinceEpochMs !== undefined ? (
        <Since epochMs={state.sinceEpochMs} />
      ) : null}
    </span>
  );
}

/** “since 12 s”: counts for the eye only, so that a screen reader hears each change once and no second. */
function Since({ epochMs }: { readonly epochMs: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - epochMs) / 1_000));
  return (
    <span aria-hidden="true">since {seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`}</span>
  );
}

/** The words for a connection: “Reconnecting · 3 edits waiting”. */
export function connectionText(state: ConnectionPillState): string {
  switch (state.kind) {
    case 'connected':
      return 'Connected';
    case 'reconnecting':
      return state.waitingEdits === 0
        ? 'Reconnecting'
        : `Reconnecting · ${edits(state.waitingEdits)} waiting`;
    case 'away':
      return state.waitingEdits === 0
        ? 'Not connected'
        : `Not connected · ${edits(state.waitingEdits)} waiting`;
    case 'alone':
      return 'Only this computer';
    case 'unsaved':
      return `Not saved · ${edits(state.edits)}`;
    case 'ended':
      return 'Ended';
    default:
      return assertNever(state);
  }
}

function edits(count: number): string {
  return `${count} ${count === 1 ? 'edit' : 'edits'}`;
}

const looks: Readonly<
  Record<
    ConnectionPillState['kind'],
    { readonly icon: LucideIcon; readonly tone: 'ok' | 'wait' | 'calm' | 'bad' }
  >
> = {
  connected: { icon: Check, tone: 'ok' },
  reconnecting: { icon: RefreshCw, tone: 'wait' },
  away: { icon: Unplug, tone: 'wait' },
  alone: { icon: Lock, tone: 'calm' },
  unsaved: { icon: CircleAlert, tone: 'bad' },
  ended: { icon: Unplug, tone: 'bad' },
};
