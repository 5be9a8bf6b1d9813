// Notes that are written while reading: a draft of their own beside the live composer's, kept on every keystroke, and the
// act that makes a note of it. Draws nothing.
import { useRef } from 'react';
import type { InterviewId } from '../../../../shared/ids.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import { workspaceKey } from '../../../../shared/workspace/workspace-key.ts';
import { useHost, useSession } from '../../../state/host-context.tsx';
import type { InterviewView } from '../../../state/use-document.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { liveActs } from '../live/live-acts.ts';
import { type LiveDraft, useDraft } from '../live/use-draft.ts';
import { useOwnNotes } from '../live/use-own-notes.ts';

export interface NoteWriting {
  readonly draft: LiveDraft;
  /** A draft that begins from now on belongs to the words at this call time, milliseconds. */
  readonly beginAt: (atMs: number) => void;
  /** The codebook with archived tags, whose names are not new. */
  readonly tags: readonly Tag[];
  /** Keeps the draft as a note at this call time, milliseconds; false when there is nothing to keep. */
  readonly keep: (atMs: number) => boolean;
  readonly addToCodebook: (name: string) => void;
}

/** Undefined for those who may only read. */
export function useNoteWriting(
  interviewId: InterviewId,
  { document, state }: InterviewView,
  tags: readonly Tag[],
): NoteWriting | undefined {
  const { client } = useHost();
  const session = useSession();
  const toasts = useToasts();
  const own = useOwnNotes(document);
  const workspace = session?.workspace ?? null;
  const key =
    workspace === null || session === null
      ? null
      : `earshot.draft ${workspaceKey(workspace)} ${interviewId} ${session.me.id} reading`;
  // The words that are read say when; the clock of the call has nothing to add.
  const readAtMs = useRef<number | null>(null);
  const draft = useDraft(key, () => readAtMs.current);
  if (document === null || own === null || session === null) return undefined;
  if (state.isReadOnly || (workspace?.readOnlyBecause ?? null) !== null) return undefined;

  const addToCodebook = async (name: string): Promise<void> => {
    try {
      await client.call('tags.create', { name, definition: '' });
    } catch {
      // The note carries the tag in any case; only its line in the codebook is missing.
      toasts.show({ text: `#${name} is on the note, but could not be put in the codebook.` });
    }
  };
  const acts = liveActs({
    document,
    own,
    me: session.me,
    tags,
    now: () => new Date(),
    onNewTags: (names) => {
      for (const name of names) void addToCodebook(name);
    },
  });
  return {
    draft,
    beginAt(atMs) {
      readAtMs.current = atMs;
    },
    tags,
    addToCodebook: (name) => void addToCodebook(name),
    keep(atMs) {
      if (draft.draft === null) return false;
      const { text, plainAt } = draft.draft;
      const id = acts.keep({ text, plainAt, atMs, isMarked: false });
      if (id === null) return false;
      draft.clear();
      toasts.show({ text: `Noted at ${formatCallTime(atMs)}.`, undo: () => acts.remove(id) });
      return true;
    },
  };
}
