// What can become of a follow-up in the debrief, and how it is taken back. A question for a coming guide lies in another
// interview, so the host puts it there; everything else stands in this one and is a step of the person's own undo.

import { AppError } from '../../../../shared/errors.ts';
import type { InterviewId, PersonId } from '../../../../shared/ids.ts';
import {
  asQuestion,
  type HandedFollowUp,
  type HandOver,
  setHandOver,
} from '../../../../shared/interviews/hand-over.ts';
import { type Note, setFollowUpTaken } from '../../../../shared/interviews/interview-document.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useCall } from '../../../state/use-call.ts';
import { errorWords } from '../../../text/error-text.ts';
import { useAnnounce } from '../../../ui/announcer.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import type { LiveRoom } from '../live/use-live-room.ts';

export interface ComingGuide {
  readonly interviewId: InterviewId;
  readonly participant: string;
}

export interface HandOverActs {
  /** Guides of interviews that are still to come, the next one first. */
  readonly coming: readonly ComingGuide[];
  readonly toGuide: (note: Note, guide: ComingGuide) => void;
  /** Somebody asks it themselves; null takes that back. */
  readonly asks: (note: Note, personId: PersonId | null) => void;
  readonly looksUp: (note: Note, personId: PersonId, until: string) => void;
  readonly drop: (note: Note, why: string) => void;
  readonly takeBack: (followUp: HandedFollowUp) => void;
}

export function useHandOver(interviewId: InterviewId, room: LiveRoom): HandOverActs {
  const { client } = useHost();
  const announce = useAnnounce();
  const toasts = useToasts();
  const rows = useCall('interviews.list', {}, { refetchOn: ['interviews.changed', 'workspace.changed'] });
  const { document, own, me } = room;
  const stamp = () => ({ by: me.id, at: new Date().toISOString() });

  const set = (note: Note, handOver: HandOver | null, said: string) => {
    if (document === null || own === null) return;
    own.act(() => setHandOver(document, note.id, handOver));
    announce(said);
  };
  const asking = async (what: () => Promise<void>) => {
    try {
      await what();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const words = errorWords(error);
      toasts.show({ text: `${words.title}. The follow-up stays here. ${words.next}` });
    }
  };

  return {
    coming: (rows.status === 'ready' ? rows.value : [])
      .filter((row) => row.progress === 'planned' && !row.isArchived && row.id !== interviewId)
      .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.createdAt, b.createdAt))
      .map((row) => ({ interviewId: row.id, participant: row.participant })),
    toGuide: (note, guide) =>
      void asking(async () => {
        const question = asQuestion(note.text);
        const { number, isAdded } = await client.call('interviews.addQuestion', {
          id: guide.interviewId,
          question,
        });
        if (document === null) return;
        // No step of undo: that could take off the words here, and not the question there.
        setHandOver(document, note.id, { ...stamp(), kind: 'guide', ...guide, question, number, isAdded });
        announce(`${guide.participant}’s guide, question ${number}`);
      }),
    asks(note, personId) {
      if (document === null || own === null) return;
      const taken = personId === null ? null : { ...stamp(), by: personId };
      own.act(() => setFollowUpTaken(document, note.id, taken));
      announce(personId === null ? 'Given back' : `${room.voiceOf(personId).name} asks ${room.participant}`);
    },
    looksUp: (note, personId, until) =>
      set(
        note,
        { ...stamp(), kind: 'looks-up', personId, until },
        `${room.voiceOf(personId).name} looks it up`,
      ),
    drop: (note, why) => set(note, { ...stamp(), kind: 'dropped', why }, 'Dropped'),
    takeBack({ note, handOver }) {
      if (handOver === null) this.asks(note, null);
      else if (handOver.kind !== 'guide' || !handOver.isAdded) set(note, null, 'Open again');
      else
        void asking(async () => {
          const { isRemoved } = await client.call('interviews.removeQuestion', {
            id: handOver.interviewId,
            question: handOver.question,
          });
          if (document !== null) setHandOver(document, note.id, null);
          if (isRemoved) announce('Open again');
          else
            toasts.show({
              text: `Open again. In ${handOver.participant}’s guide the question was changed meanwhile, and stays there.`,
            });
        });
    },
  };
}

/** Those without a day come last. */
function dayOf(row: { readonly plannedAt: string | null }): string {
  return row.plannedAt ?? '9999';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
