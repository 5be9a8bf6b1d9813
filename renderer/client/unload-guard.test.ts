import { expect, it } from 'vitest';
import { guardUnload } from './unload-guard.ts';

function wouldAsk(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

it('asks only while edits are unsaved, and only until it is taken off', () => {
  const documents = { unsavedEdits: 0 };
  const leave = guardUnload(window, documents);
  expect(wouldAsk()).toBe(false);
  documents.unsavedEdits = 2;
  expect(wouldAsk()).toBe(true);
  leave();
  expect(wouldAsk()).toBe(false);
});
