import { expect, it } from 'vitest';
import { connectionText } from '../../ui/connection-pill.tsx';
import { type SaveFacts, saveState } from './save-state.ts';

const fine: SaveFacts = {
  document: { isSynced: true, unsavedEdits: 0, kind: 'live', reason: null, isReadOnly: false },
  connection: { kind: 'connected' },
  storage: { kind: 'healthy' },
  isSlow: false,
};

function said(
  facts: Partial<Omit<SaveFacts, 'document'>>,
  document: Partial<SaveFacts['document']> = {},
): string {
  const { state, text } = saveState({ ...fine, ...facts, document: { ...fine.document, ...document } });
  return text ?? connectionText(state);
}

const disk = { kind: 'failed', code: 'disk-full', since: '2026-11-25T09:14:00Z' } as const;
const away = { kind: 'reconnecting', sinceEpochMs: 0 } as const;

it.each([
  ['Saved', said({})],
  ['Saved', said({}, { unsavedEdits: 2 })],
  ['Saving 1 edit', said({ isSlow: true }, { unsavedEdits: 1 })],
  ['Saving 2 edits', said({ isSlow: true }, { unsavedEdits: 2 })],
  ['Not saved · 3 edits', said({ storage: disk }, { unsavedEdits: 3 })],
  ['Saved', said({ storage: disk })],
  ['Reconnecting', said({ connection: away })],
  ['Reconnecting · 4 edits waiting', said({ connection: away }, { unsavedEdits: 4 })],
  ['Reconnecting · 1 edit waiting', said({}, { kind: 'waiting', unsavedEdits: 1 })],
  ['Opening', said({}, { kind: 'loading' })],
  ['Read only', said({}, { isReadOnly: true })],
  ['Not connected', said({}, { kind: 'refused', reason: 'another-workspace' })],
])('says %s', (words, shown) => expect(shown).toBe(words));

it('is not green while words are not on the disk', () => {
  const state = (facts: SaveFacts) => saveState(facts).state.kind;
  expect(state({ ...fine, storage: disk, document: { ...fine.document, unsavedEdits: 1 } })).toBe('unsaved');
  expect(state({ ...fine, isSlow: true, document: { ...fine.document, unsavedEdits: 1 } })).toBe(
    'reconnecting',
  );
});
