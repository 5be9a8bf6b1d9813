// The recording of an interview on this computer, and the one player it has. It knows times of the transcript file; what
// words lie there, the view knows.
import { type RefObject, useRef } from 'react';
import type { RecordingState } from '../../../../shared/contract/recordings.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { InterviewId } from '../../../../shared/ids.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useCall } from '../../../state/use-call.ts';
import { errorWords } from '../../../text/error-text.ts';
import { useToasts } from '../../../ui/toasts.tsx';

export interface InterviewRecording {
  readonly state: RecordingState;
  readonly player: RefObject<HTMLAudioElement | null>;
  /** From this time of the transcript file on. */
  readonly playFrom: (fileMs: number) => void;
  /** Pauses what plays; false when nothing does. */
  readonly pause: () => boolean;
  /** What is heard now belongs to this time of the transcript file. */
  readonly lineUp: (fileMs: number) => void;
  readonly detach: () => void;
  /** The player could not read the file: it is looked at again. */
  readonly lookAgain: () => void;
}

export function useRecording(interviewId: InterviewId): InterviewRecording {
  const { client } = useHost();
  const toasts = useToasts();
  const player = useRef<HTMLAudioElement>(null);
  const known = useCall('recordings.state', { interviewId }, { refetchOn: ['recording.changed'] });
  const state: RecordingState = (known.status === 'loading' ? null : known.value) ?? { kind: 'none' };
  const offsetMs = state.kind === 'none' ? 0 : state.offsetMs;

  function tried(act: Promise<unknown>, done: string): void {
    act.then(
      () => toasts.show({ text: done }),
      (error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        const words = errorWords(error);
        toasts.show({ text: `${words.title}. ${words.kept} ${words.next}` });
      },
    );
  }

  return {
    state,
    player,
    playFrom(fileMs) {
      const audio = player.current;
      if (audio === null) return;
      audio.currentTime = Math.max(0, fileMs + offsetMs) / 1_000;
      // What keeps it from playing, the element shows and tells by its `error` event.
      audio.play().catch(() => undefined);
    },
    pause() {
      const audio = player.current;
      if (audio === null || audio.paused) return false;
      audio.pause();
      return true;
    },
    lineUp(fileMs) {
      const audio = player.current;
      if (audio === null) return;
      const nextMs = Math.round(audio.currentTime * 1_000 - fileMs);
      tried(
        client.call('recordings.setOffset', { interviewId, offsetMs: nextMs }),
        'Lined up: these words are heard where the recording is now.',
      );
    },
    detach: () =>
      tried(client.call('recordings.detach', { interviewId }), 'Detached. The file itself is where it was.'),
    lookAgain: known.reload,
  };
}
