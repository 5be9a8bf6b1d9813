// Where the words of a brief are, in one pill: on the disk, on their way, or not saved. It only says what is true.
import type { ConnectionState } from '../../client/host-client.ts';
import type { DocumentState } from '../../client/shared-document.ts';
import type { StorageState } from '../../state/storage-store.ts';
import type { ConnectionPillProps } from '../../ui/connection-pill.tsx';

export interface SaveFacts {
  readonly document: DocumentState;
  readonly connection: ConnectionState;
  readonly storage: StorageState;
  /** True once an edit has been on its way for so long that a person would notice. */
  readonly isSlow: boolean;
}

export function saveState({ document, connection, storage, isSlow }: SaveFacts): ConnectionPillProps {
  const { unsavedEdits } = document;
  if (document.kind === 'refused') return { state: { kind: 'ended' }, text: 'Not connected' };
  if (storage.kind === 'failed' && unsavedEdits > 0)
    return { state: { kind: 'unsaved', edits: unsavedEdits } };
  if (connection.kind !== 'connected' || document.kind === 'waiting')
    return { state: { kind: 'reconnecting', waitingEdits: unsavedEdits } };
  if (document.kind === 'loading') return { state: { kind: 'connected' }, text: 'Opening' };
  if (document.isReadOnly) return { state: { kind: 'alone' }, text: 'Read only' };
  if (unsavedEdits > 0 && isSlow)
    return {
      state: { kind: 'reconnecting', waitingEdits: unsavedEdits },
      text: `Saving ${unsavedEdits} ${unsavedEdits === 1 ? 'edit' : 'edits'}`,
    };
  return { state: { kind: 'connected' }, text: 'Saved' };
}
