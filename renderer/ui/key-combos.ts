// What a key press is called, and whether it belongs to somebody who is typing. Pure; listening is in key-bindings.ts.

/** The parts of a KeyboardEvent that name a combination. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The combination as bindings write it: 'c', '?', 'Ctrl+k', 'Shift+j', 'Alt+ArrowDown', 'Space'. 'Ctrl' is Command on
 * a Mac. Matches the character, not the place on the keyboard, so Shift is not named where it only makes the
 * character ('?'); letters are lower case.
 */
export function comboOf(press: KeyPress, onMac: boolean): string {
  const isLetter = press.key.length === 1 && press.key.toLowerCase() !== press.key.toUpperCase();
  const isCharacter = Array.from(press.key).length === 1 && press.key !== ' ';
  const parts: string[] = [];
  if (onMac ? press.metaKey : press.ctrlKey) parts.push('Ctrl');
  if (onMac ? press.ctrlKey : press.metaKey) parts.push(onMac ? 'Control' : 'Meta');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey && (isLetter || !isCharacter)) parts.push('Shift');
  parts.push(press.key === ' ' ? 'Space' : isLetter ? press.key.toLowerCase() : press.key);
  return parts.join('+');
}

/** One spelling for what people may write: 'ctrl+K' and 'Mod+k' become 'Ctrl+k', '↓' becomes 'ArrowDown'. */
export function normalCombo(combo: string): string {
  // The plus key itself ('+', 'Ctrl++') is no separator.
  const parts =
    combo === '+' ? ['+'] : combo.endsWith('++') ? [...combo.slice(0, -2).split('+'), '+'] : combo.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts
    .slice(0, -1)
    .map((part) => (/^(mod|ctrl|cmd)$/i.test(part) ? 'Ctrl' : capital(part)));
  const ordered = modifierOrder.filter((modifier) => modifiers.includes(modifier));
  return [...ordered, keyNames[key] ?? (key.length === 1 ? key.toLowerCase() : key)].join('+');
}

/** True for keys that write or move inside a text field: everything without Ctrl or Alt, but not Escape. */
export function writesText(combo: string): boolean {
  return !/^(Ctrl|Control|Meta|Alt)\+/.test(combo) && !/Escape$|^F\d+$/.test(combo);
}

/** True for a single character without modifiers: the keys that Settings can switch off. */
export function isSingleCharacter(combo: string): boolean {
  return Array.from(combo).length === 1 || /^Shift\+.$/u.test(combo);
}

/** True when the element takes text: fields, text areas, editors. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[contenteditable]:not([contenteditable="false"]), [role="textbox"]') !== null)
    return true;
  const field = target.closest('input, textarea, select');
  if (field === null) return false;
  return !(field instanceof HTMLInputElement && notText.has(field.type));
}

/** True when Enter or Space already means something on the focused element. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(pressable) !== null;
}

/** True inside an open menu or list box, where letters jump to entries. */
export function isInsideMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

const modifierOrder = ['Ctrl', 'Control', 'Meta', 'Alt', 'Shift'];
const notText = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);
const pressable =
  'button, a[href], summary, input, [role="button"], [role="link"], [role="checkbox"], [role="radio"], [role="switch"], [role="tab"], [role="menuitem"], [role="option"], [role="combobox"]';
const keyNames: Readonly<Record<string, string>> = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Esc: 'Escape',
  Del: 'Delete',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  ' ': 'Space',
};
