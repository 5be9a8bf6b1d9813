import type { KeyboardEvent } from 'react';

/**
 * Enter alone, to send a form of one field. Ctrl Enter presses a dialog's filled button by itself, so a field that took
 * it as well would act twice; Enter while an input method composes takes the composed word.
 */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
  return key === 'Enter' && !ctrlKey && !metaKey && !altKey && !shiftKey && !nativeEvent.isComposing;
}
