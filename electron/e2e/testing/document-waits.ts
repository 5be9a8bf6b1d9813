import { vi } from 'vitest';
import type { DocumentHandle } from '../../../renderer/client/workspace-documents.ts';

/** In step with the host. */
export function isLive(handle: DocumentHandle): Promise<boolean> {
  return vi.waitUntil(() => handle.state.kind === 'live', { timeout: 5_000 });
}

/** In step, with everything that was typed here on the host's disk. */
export function isSaved(handle: DocumentHandle): Promise<boolean> {
  return vi.waitUntil(() => handle.state.kind === 'live' && handle.state.unsavedEdits === 0, {
    timeout: 10_000,
  });
}

/** A brief's text as this side has it. */
export function words(handle: DocumentHandle): string {
  return handle.document.getText('text').toString();
}
