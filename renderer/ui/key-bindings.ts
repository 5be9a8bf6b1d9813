// One listener for the keys of the whole app. Screens say which keys they take; this file decides who gets a press:
// never while an input method composes, single keys never while somebody types or a dialog is open.
import { createContext, useContext, useEffect, useRef } from 'react';
import {
  comboOf,
  isInsideMenu,
  isPressable,
  isSingleCharacter,
  normalCombo,
  takesText,
  writesText,
} from './key-combos.ts';
import { isMac } from './platform.ts';

/** Returning false means “not for me”: the next layer gets the press. */
export type KeyHandler = (event: KeyboardEvent) => unknown;

export interface KeyBinding {
  readonly run: KeyHandler;
  /** Also inside text fields, as for Ctrl Enter. Keys with Ctrl or Alt and Escape always are. */
  readonly isWhileTyping?: boolean | undefined;
}

/**
 * Combinations and what they do: 'c', '?', 'Ctrl+k', 'Alt+ArrowDown', 'Escape', or two keys within 1.5 s: 'g h'.
 * Ctrl is Command on a Mac.
 */
export type KeyBindings = Readonly<Record<string, KeyHandler | KeyBinding | undefined>>;

export interface KeyOptions {
  /** Who is asked first: `dialog` before `screen` before `everywhere`; the latest mounted first among equals. */
  readonly scope?: 'everywhere' | 'screen' | 'dialog' | undefined;
  readonly isEnabled?: boolean | undefined;
}

/** False when single-letter keys are switched off in the settings; UiProviders sets it. */
export const SingleLettersContext = createContext(true);

/** Spread on a surface that is modal but not one of our dialogs, so that the keys of the screen below rest. */
export const modalSurface = { 'data-modal-surface': '' } as const;

/** Takes these keys while the component is mounted. The bindings may be a new object on every render. */
export function useKeys(
  bindings: KeyBindings,
  { scope = 'screen', isEnabled = true }: KeyOptions = {},
): void {
  const areLettersOn = useContext(SingleLettersContext);
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const layer: Layer = { scope, areLettersOn, bindings: () => latest.current };
    layers.push(layer);
    if (layers.length === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, [scope, isEnabled, areLettersOn]);
}

interface Layer {
  readonly scope: 'everywhere' | 'screen' | 'dialog';
  readonly areLettersOn: boolean;
  readonly bindings: () => KeyBindings;
}

const layers: Layer[] = [];
const sequenceMs = 1_500;
let sequence: { readonly first: string; readonly untilMs: number } | undefined;

function onKeyDown(event: KeyboardEvent): void {
  // keyCode 229 is what some input methods send instead of isComposing.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  if (['Control', 'Meta', 'Alt', 'Shift', 'CapsLock'].includes(event.key)) return;
  const combo = comboOf(event, isMac());
  const pending = sequence !== undefined && event.timeStamp <= sequence.untilMs ? sequence.first : undefined;
  sequence = undefined;
  const asked = [...layers].reverse().sort((a, b) => scopeOrder[a.scope] - scopeOrder[b.scope]);
  if (pending !== undefined && asked.some((layer) => offer(layer, `${pending} ${combo}`, combo, event)))
    return;
  if (asked.some((layer) => offer(layer, combo, combo, event))) return;
  if (asked.some((layer) => startsSequence(layer, combo, event))) {
    sequence = { first: combo, untilMs: event.timeStamp + sequenceMs };
    event.preventDefault();
  }
}

/** Offers a press to one layer; true when it took it. */
function offer(layer: Layer, name: string, combo: string, event: KeyboardEvent): boolean {
  for (const [keys, binding] of Object.entries(layer.bindings())) {
    if (binding === undefined || normalKeys(keys) !== name) continue;
    const { run, isWhileTyping = false } = typeof binding === 'function' ? { run: binding } : binding;
    if (!mayTake(layer, combo, event, isWhileTyping) || run(event) === false) continue;
    event.preventDefault();
    return true;
  }
  return false;
}

function startsSequence(layer: Layer, combo: string, event: KeyboardEvent): boolean {
  const isFirst = Object.keys(layer.bindings()).some((keys) => normalKeys(keys).startsWith(`${combo} `));
  return isFirst && mayTake(layer, combo, event, false);
}

function mayTake(layer: Layer, combo: string, event: KeyboardEvent, isWhileTyping: boolean): boolean {
  const isSingle = isSingleCharacter(combo);
  if (isSingle && !layer.areLettersOn) return false;
  if (writesText(combo)) {
    if (takesText(event.target) && !isWhileTyping) return false;
    if (layer.scope !== 'dialog' && isModalOpen()) return false;
    if (isInsideMenu(event.target)) return false;
    if ((combo === 'Enter' || combo === 'Space') && isPressable(event.target) && !isWhileTyping) return false;
  } else if (combo === 'Escape' && layer.scope !== 'dialog' && isModalOpen()) {
    return false;
  }
  return true;
}

function isModalOpen(): boolean {
  return document.querySelector('[data-modal-surface]') !== null;
}

function normalKeys(keys: string): string {
  return keys === ' ' ? 'Space' : keys.split(' ').map(normalCombo).join(' ');
}

const scopeOrder = { dialog: 0, screen: 1, everywhere: 2 } as const;
