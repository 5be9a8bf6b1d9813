// “Find more like this” for a tag: gathers what carries it and what may, with the vectors that the last computation kept.
// Nothing is tagged here; a person says yes or no to each.
import { join } from 'node:path';
import type { FoundLikeTag, LikeTag } from '../../../shared/contract/like-tag.ts';
import { clean } from '../../../shared/extraction/encoder-inputs.ts';
import { segmentInterview } from '../../../shared/extraction/segment.ts';
import { statementId } from '../../../shared/extraction/statement-id.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Note } from '../../../shared/interviews/interview-document.ts';
import { noteKey } from '../../../shared/needs/decision.ts';
import { FEWEST_PLACES, likeTag } from '../../../shared/needs/like-tag.ts';
import { nearNotes } from '../../../shared/needs/near-notes.ts';
import { resolveTag, type Tag } from '../../../shared/workspace/tags.ts';
import { readModelFolder } from '../../engine/model-folder.ts';
import { readVectors, vectorKey } from '../../engine/vector-cache.ts';
import { found, type HostContext } from '../host-context.ts';
import { modelInUse } from '../settings/model-in-use.ts';
import { interviewsWithWords } from './heard-interviews.ts';

/** The engine takes no more texts at once. */
const MOST_AT_ONCE = 200;
/** Notes that are looked at, the newest first: each costs a few milliseconds. */
const MOST_NOTES = 600;
/** “Yes, of course” is like everything. */
const FEWEST_CHARACTERS = 30;

interface Place {
  readonly like: LikeTag;
  readonly vector: Float32Array;
  readonly isTagged: boolean;
}

/** AppError `not-found` for a tag that is not there; what the engine refuses comes through. */
export async function findLikeTag(context: HostContext, id: TagId): Promise<FoundLikeTag> {
  const { tags, unlike } = context.workspace().facts();
  const tag = found(
    tags.find((one) => one.id === id),
    'tag',
  );
  const carries = (note: Pick<Note, 'tags'>) => note.tags.some((name) => resolveTag(tags, name)?.id === id);
  const notes = await notePlaces(context, carries);
  const places = notes.filter(({ isTagged }) => isTagged).length;
  if (places < FEWEST_PLACES) return { places, needed: FEWEST_PLACES, found: [] };
  const said = await wordPlaces(context, carries);
  const all = await withVectors(context, tag, notes, said);
  const refused = new Set(unlike.filter((one) => one.tagId === id).map(({ key }) => key));
  const open = all.places.filter(({ isTagged, like }) => !isTagged && !refused.has(like.key));
  const keys = likeTag(
    [...all.definition, ...all.places.filter(({ isTagged }) => isTagged).map(({ vector }) => vector)],
    open.map(({ like, vector }) => ({ key: like.key, vector })),
  );
  const byKey = new Map(open.map(({ like }) => [like.key, like]));
  return { places, needed: FEWEST_PLACES, found: keys.flatMap((key) => byKey.get(key) ?? []) };
}

interface NotePlace {
  readonly like: LikeTag;
  readonly isTagged: boolean;
}

/** Every note with words; the tagged ones all, of the others the newest. */
async function notePlaces(context: HostContext, carries: (note: Note) => boolean): Promise<NotePlace[]> {
  const { interviews, participants } = context.workspace().facts();
  const places: (NotePlace & { readonly createdAt: string })[] = [];
  for (const entry of interviews.filter(({ isArchived }) => !isArchived)) {
    const facts = await context.interviews().get(entry.id);
    const participant = participants.find((one) => one.id === entry.participantId)?.pseudonym ?? 'Unknown';
    for (const note of facts.notes) {
      if (note.text.trim() === '') continue;
      const { id: noteId, author, role, atMs, text, createdAt } = note;
      places.push({
        like: {
          kind: 'note',
          key: noteKey(noteId),
          interviewId: entry.id,
          participant,
          text,
          atMs,
          noteId,
          author,
          role,
        },
        isTagged: carries(note),
        createdAt,
      });
    }
  }
  const newest = places
    .filter(({ isTagged }) => !isTagged)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return [...places.filter(({ isTagged }) => isTagged), ...newest].slice(0, MOST_NOTES);
}

/** What participants said, where the last computation kept its vectors; tagged when a note beside it carries the tag. */
async function wordPlaces(
  context: HostContext,
  carries: (note: Pick<Note, 'tags'>) => boolean,
): Promise<Place[]> {
  const { id: modelId } = await readModelFolder(modelInUse(context).folder);
  const cacheFolder = join(context.workspace().folder, 'derived', 'vectors');
  const places: Place[] = [];
  for (const interview of await interviewsWithWords(context)) {
    const vectors = await readVectors(cacheFolder, interview.id);
    const names = new Set<string | null>(interview.participantNames);
    const segments = segmentInterview(interview.turns, (speaker) =>
      names.has(speaker) ? 'participant' : null,
    );
    for (const { participant, text, start, end, startMs, endMs } of segments) {
      const vector = vectors.get(vectorKey(modelId, clean(text)));
      if (participant === null || vector === undefined || text.length < FEWEST_CHARACTERS) continue;
      const near = nearNotes({ startMs, endMs }, interview.notes, interview.ref.offsetMs);
      places.push({
        like: {
          kind: 'words',
          key: statementId(interview.id, interview.original, { start, end }),
          interviewId: interview.id,
          participant: interview.participant,
          text,
          atMs: startMs === null ? null : Math.max(0, startMs + interview.ref.offsetMs),
          original: interview.original,
          start,
          end,
        },
        vector,
        isTagged: near.some(carries),
      });
    }
  }
  return places;
}

async function withVectors(
  context: HostContext,
  tag: Tag,
  notes: readonly NotePlace[],
  said: readonly Place[],
) {
  const texts = [...(tag.definition === '' ? [] : [tag.definition]), ...notes.map(({ like }) => like.text)];
  const engine = context.options.createEngine();
  try {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += MOST_AT_ONCE) {
      const some = texts.slice(from, from + MOST_AT_ONCE);
      vectors.push(...(await engine.embed(modelInUse(context).folder, some)));
    }
    const definition = vectors.splice(0, texts.length - notes.length);
    const noted = notes.flatMap((note, index): Place[] => {
      const vector = vectors[index];
      return vector ? [{ ...note, vector }] : [];
    });
    return { definition, places: [...noted, ...said] };
  } finally {
    engine.close();
  }
}
