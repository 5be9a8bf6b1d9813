// Opens the field for a note beside the words it belongs to. It knows where on the screen a turn is and when it was said,
// not how a note is kept.
import { type ReactNode, useState } from 'react';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import { useToasts } from '../../../ui/toasts.tsx';
import { TurnNote } from './turn-note.tsx';
import type { NoteWriting } from './use-note-writing.ts';

interface Opened {
  readonly turn: number;
  readonly atMs: number;
  readonly left: number;
  readonly top: number;
}

export function useTurnNote(
  writing: NoteWriting | undefined,
  turns: readonly Pick<Turn, 'startMs'>[],
  offsetMs: number,
  onClosed: (turn: number) => void,
): {
  /** Undefined for those who may only read. */
  readonly begin: ((turn: number) => void) | undefined;
  readonly form: ReactNode;
} {
  const toasts = useToasts();
  const [opened, setOpened] = useState<Opened | null>(null);
  if (writing === undefined) return { begin: undefined, form: null };
  return {
    begin(turn) {
      const startMs = turns[turn]?.startMs ?? null;
      if (startMs === null) {
        toasts.show({ text: 'This file gives these words no time, so no note can stand beside them.' });
        return;
      }
      const box = document.querySelector(`[data-turn="${turn}"]`)?.getBoundingClientRect();
      // Notes live in call time, which begins at 0.
      const atMs = Math.max(0, startMs + offsetMs);
      writing.beginAt(atMs);
      setOpened({
        turn,
        atMs,
        left: box?.left ?? 320,
        top: box?.bottom ?? 200,
      });
    },
    form:
      opened === null ? null : (
        <TurnNote
          key={opened.turn}
          writing={writing}
          atMs={opened.atMs}
          left={opened.left}
          top={opened.top}
          onClose={() => {
            setOpened(null);
            onClosed(opened.turn);
          }}
        />
      ),
  };
}
