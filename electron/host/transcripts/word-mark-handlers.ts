// What people lay over the words of a transcript. The host checks that the words are there and says who marked them when;
// the original is never touched.

import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { interviewDocumentName } from '../../../shared/interviews/interview-document.ts';
import {
  anchorAt,
  type PlacedMark,
  placeMarks,
  putWordMark,
  readWordMarks,
  setMarkUndone,
  WordMark,
} from '../../../shared/interviews/word-marks.ts';
import { transcriptText } from '../../../shared/transcripts/transcript.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { marksOver } from './place-marks.ts';
import { readTurns } from './transcript-store.ts';

type Covered = 'words.mark' | 'words.setUndone' | 'words.marks';

export function wordMarkHandlers(context: HostContext): Pick<Handlers, Covered> {
  function known(interviewId: InterviewId): void {
    const { interviews } = context.workspace().facts();
    found(
      interviews.find((entry) => entry.id === interviewId),
      'interview',
    );
  }

  function tell(interviewId: InterviewId, isAboutSpeakers: boolean): void {
    context.tell('transcript.changed', { interviewId });
    if (isAboutSpeakers) context.tell('needs.changed', {});
  }

  return {
    async 'words.mark'({ interviewId, original, marks, speakers = {} }) {
      known(interviewId);
      const workspace = context.workspace();
      const ref = found(
        (await context.interviews().get(interviewId)).transcripts.find((one) => one.original === original),
        'transcript',
      );
      const words = transcriptText((await readTurns(workspace, ref)).turns);
      const by = await actingPerson(context);
      const at = context.now().toISOString();
      const made = marks.map(({ from, to, meaning }) => {
        if (from >= to || to > words.length)
          throw new AppError('invalid-input', 'these words are not in the transcript', {
            details: { from, to },
          });
        const anchor = anchorAt(words, { from, to });
        return {
          id: context.newId(),
          mark: WordMark.parse({ ...anchor, original, by: by.id, at, undoneAt: null, meaning }),
        };
      });
      const replaced = await workspace.documents.edit(interviewDocumentName(interviewId), (document) => {
        // Read inside the edit: a correction that came in between is seen, too.
        const over = placeMarks(readWordMarks(document), original, words).filter((one) =>
          made.some(({ mark }) => isReplaced(one, mark)),
        );
        for (const { id } of over) setMarkUndone(document, id, at);
        // A correction to what the file says is no correction: it only takes the earlier one back.
        for (const { id, mark } of made)
          if (mark.meaning.kind !== 'correction' || mark.meaning.text !== mark.exact)
            putWordMark(document, id, mark);
        const map = document.getMap('speakers');
        for (const [name, identity] of Object.entries(speakers)) if (!map.has(name)) map.set(name, identity);
        return over.map(({ id }) => id);
      });
      tell(
        interviewId,
        made.some(({ mark }) => mark.meaning.kind === 'speaker'),
      );
      return { ids: made.map(({ id }) => id), replaced };
    },

    async 'words.setUndone'({ interviewId, ids, isUndone }) {
      known(interviewId);
      const at = isUndone ? context.now().toISOString() : null;
      await context.workspace().documents.edit(interviewDocumentName(interviewId), (document) => {
        for (const id of ids) setMarkUndone(document, id, at);
      });
      tell(interviewId, true);
      return null;
    },

    async 'words.marks'({ interviewId }) {
      known(interviewId);
      const ref = (await context.interviews().get(interviewId)).transcripts.at(-1);
      if (!ref) return { original: null, marks: [] };
      const { turns } = await readTurns(context.workspace(), ref);
      return { original: ref.original, marks: await marksOver(context, interviewId, ref.original, turns) };
    },
  };
}

/** Corrections give way to one that overlaps them, and a turn's speaker to another one; tags stand beside each other. */
function isReplaced({ meaning, span }: PlacedMark, mark: WordMark): boolean {
  if (meaning.kind !== mark.meaning.kind || span === null || meaning.kind === 'tag') return false;
  return span.from < mark.to && mark.from < span.to;
}
