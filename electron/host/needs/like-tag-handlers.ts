// The contract's part about “Find more like this”: nothing is tagged without a yes, and a no is remembered.
import type { likeTagParams } from '../../../shared/contract/like-tag.ts';
import { NoteId, type TagId } from '../../../shared/ids.ts';
import {
  addNote,
  interviewDocumentName,
  NoteOrigin,
  noteMap,
  setNoteTag,
} from '../../../shared/interviews/interview-document.ts';
import { putRecord, unlikeKey, WORKSPACE_DOCUMENT } from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';
import { addedEvidence } from './added-evidence.ts';
import { findLikeTag } from './find-like-tag.ts';

export function likeTagHandlers(context: HostContext): Pick<Handlers, keyof typeof likeTagParams> {
  const tagOf = (id: TagId) =>
    found(
      context
        .workspace()
        .facts()
        .tags.find((tag) => tag.id === id),
      'tag',
    );
  return {
    'tags.findLike': ({ id }) => findLikeTag(context, id),
    async 'tags.addLike'({ id, source }) {
      const tag = tagOf(id);
      const by = await actingPerson(context);
      const evidence = await addedEvidence(context, source, 'for');
      const { offsetMs = 0 } = (await context.interviews().get(source.interviewId)).transcripts.at(-1) ?? {};
      await context.workspace().documents.edit(interviewDocumentName(source.interviewId), (document) => {
        if (evidence.kind === 'note') {
          found(noteMap(document, evidence.note.noteId), 'note');
          setNoteTag(document, evidence.note.noteId, tag.name, true);
          return;
        }
        const { text, startMs } = evidence.statement;
        const origin = NoteOrigin.parse({
          author: by.id,
          role: by.role,
          atMs: Math.max(0, (startMs ?? 0) + offsetMs),
          createdAt: context.now().toISOString(),
          kind: 'note',
        });
        // What a note puts in quotation marks stays the note's: the words themselves are in the transcript.
        const content = { text: `“${text}”`, tags: [tag.name], isMarked: false };
        addNote(document, NoteId.parse(context.newId()), origin, content);
      });
      return null;
    },
    async 'tags.refuseLike'({ id, key }) {
      tagOf(id);
      const by = await actingPerson(context);
      await context.workspace().documents.edit(WORKSPACE_DOCUMENT, (document) =>
        putRecord(document, 'unlike', unlikeKey(id, key), {
          tagId: id,
          key,
          by: by.id,
          at: context.now().toISOString(),
        }),
      );
      return null;
    },
  };
}
