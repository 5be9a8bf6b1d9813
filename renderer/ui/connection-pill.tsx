import { Check, CircleAlert, Lock, type LucideIcon, RefreshCw, Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import { assertNever } from '../../shared/result.ts';
import { classNames } from './class-names.ts';
import styles from './connection-pill.module.css';
import { Icon } from './icon.tsx';

/** Where the edits of this screen are. */
export type ConnectionPillState =
  | { readonly kind: 'connected'; readonly replicas?: ReplicaReach | undefined }
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

/** Teammates whose own computer is connected, and what is on its way to them. */
export interface ReplicaReach {
  readonly names: readonly string[];
  /** Not yet on this computer's disk. */
  readonly unsavedEdits: number;
  /** On this disk, and not yet acknowledged by theirs. */
  readonly unsentEdits: number;
}

export interface ConnectionPillProps {
  readonly state: ConnectionPillState;
  /** Replaces the words, as after a return: “Connected. 3 edits sent, 2 came in.” */
  readonly text?: string | undefined;
}

/**
 * The connection, always in the same place: shape and word, never colour alone. Only the word of the state is a live
 * region: it is read out once per change of state, and never for an edit.
 */
export function ConnectionPill({ state, text }: ConnectionPillProps) {
  const { icon, tone } = looks[state.kind];
  const { word, detail, isWordShown } = text === undefined ? pillWords(state) : onlyWord(text);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups the words of one state.
    <span className={classNames(styles.pill, styles[tone])} role="group" aria-label="Connection">
      <Icon of={icon} size={14} />
      <span>
        <span role="status" className={isWordShown ? undefined : 'visually-hidden'}>
          {word}
        </span>
        {detail === '' ? null : <span>{isWordShown ? ` · ${detail}` : detail}</span>}
      </span>
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

/** The words for a connection as they are seen: “Reconnecting · 3 edits waiting”. */
export function connectionText(state: ConnectionPillState): string {
  const { word, detail, isWordShown } = pillWords(state);
  return [isWordShown ? word : '', detail].filter((part) => part !== '').join(' · ');
}

interface PillWords {
  /** The state; it changes only with it. */
  readonly word: string;
  /** What changes within the state. */
  readonly detail: string;
  readonly isWordShown: boolean;
}

function pillWords(state: ConnectionPillState): PillWords {
  switch (state.kind) {
    case 'connected':
      return state.replicas === undefined ? onlyWord('Connected') : replicaWords(state.replicas);
    case 'reconnecting':
      return { ...onlyWord('Reconnecting'), detail: waiting(state.waitingEdits) };
    case 'away':
      return { ...onlyWord('Not connected'), detail: waiting(state.waitingEdits) };
    case 'alone':
      return onlyWord('Only this computer');
    case 'unsaved':
      return { ...onlyWord('Not saved'), detail: edits(state.edits) };
    case 'ended':
      return onlyWord('Ended');
    default:
      return assertNever(state);
  }
}

/** “Saved here · sent to Tomas”; both halves are always there, and each is said only when it is so. */
function replicaWords({ names, unsavedEdits, unsentEdits }: ReplicaReach): PillWords {
  const here = unsavedEdits === 0 ? 'Saved here' : 'Saving here';
  const to = names.join(' and ');
  const there = unsavedEdits + unsentEdits === 0 ? `sent to ${to}` : `sending to ${to}`;
  return { word: 'Connected', detail: `${here} · ${there}`, isWordShown: false };
}

function onlyWord(word: string): PillWords {
  return { word, detail: '', isWordShown: true };
}

function waiting(count: number): string {
  return count === 0 ? '' : `${edits(count)} waiting`;
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
