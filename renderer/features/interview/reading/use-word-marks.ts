// What lies over the words of an interview, and how it is laid and taken back. Each act is told with Undo; a refusal in
// words. Nothing here draws.
import type { PlacedMarks } from '../../../../shared/contract/word-marks.ts';
import type { InterviewId, OriginalHash } from '../../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../../shared/interviews/interview-document.ts';
import type { MarkMeaning, PlacedMark } from '../../../../shared/interviews/word-marks.ts';
import type { TextSpan } from '../../../../shared/transcripts/find-quote.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useAttempt } from '../../../state/use-attempt.ts';
import { useCall } from '../../../state/use-call.ts';
import { useToasts } from '../../../ui/toasts.tsx';

export interface NewMark extends TextSpan {
  readonly meaning: MarkMeaning;
}

export interface WordMarks {
  readonly marks: readonly PlacedMark[];
  /** Both undefined for those who may only read. */
  readonly add:
    | ((
        marks: readonly NewMark[],
        said: string,
        speakers?: Readonly<Record<string, SpeakerIdentity>>,
      ) => void)
    | undefined;
  readonly remove: ((ids: readonly string[], said: string) => void) | undefined;
}

const NONE: readonly PlacedMark[] = [];

export function useWordMarks(
  interviewId: InterviewId,
  original: OriginalHash | null,
  isReadOnly: boolean,
): WordMarks {
  const { client } = useHost();
  const toasts = useToasts();
  const attempt = useAttempt();
  const placed = useCall('words.marks', { interviewId }, { refetchOn: ['transcript.changed'] });
  const known: PlacedMarks | null = placed.status === 'loading' ? null : (placed.value ?? null);

  function setUndone(ids: readonly string[], isUndone: boolean): Promise<unknown> {
    if (ids.length === 0) return Promise.resolve();
    return client.call('words.setUndone', { interviewId, ids: [...ids], isUndone });
  }

  return {
    marks: known !== null && known.original === original ? known.marks : NONE,
    add:
      isReadOnly || original === null
        ? undefined
        : (marks, said, speakers) =>
            attempt(async () => {
              const made = await client.call('words.mark', {
                interviewId,
                original,
                marks: marks.map(({ from, to, meaning }) => ({ from, to, meaning })),
                ...(speakers === undefined ? {} : { speakers: { ...speakers } }),
              });
              toasts.show({
                text: said,
                undo: () =>
                  attempt(async () => {
                    await setUndone(made.ids, true);
                    await setUndone(made.replaced, false);
                  }),
              });
            }),
    remove: isReadOnly
      ? undefined
      : (ids, said) =>
          attempt(async () => {
            await setUndone(ids, true);
            toasts.show({ text: said, undo: () => attempt(async () => void (await setUndone(ids, false))) });
          }),
  };
}
