// The workspace document: people, participants, codebook, interview and brief index, decisions, links, events.
// Values are plain records, replaced whole; text that people type together never lives here.
import type * as Y from 'yjs';
import { z } from 'zod';
import { BriefId, NeedId, PersonId, TagId, WorkspaceId } from '../ids.ts';
import { Decision, EvidenceKey } from '../needs/decision.ts';
import { withoutKnownWords, withWholeEvidence } from '../needs/kept-evidence.ts';
import { InterviewEntry, Participant, Person } from './people.ts';
import { Tag } from './tags.ts';

/** Raised when a field changes its meaning. A document with a higher number opens read-only. */
export const WORKSPACE_SCHEMA = 1;
export const WORKSPACE_DOCUMENT = 'workspace';

export const BriefEntry = z.object({
  id: BriefId,
  title: z.string().min(1).max(200),
  createdAt: z.string().max(40),
  createdBy: PersonId,
  isArchived: z.boolean(),
});
export type BriefEntry = z.infer<typeof BriefEntry>;

/** A need linked to a brief. */
export const BriefLink = z.object({ briefId: BriefId, needId: NeedId, at: z.string().max(40), by: PersonId });
export type BriefLink = z.infer<typeof BriefLink>;

/** What a person saw of a need when they looked at it last, so that what came in since can be shown as new. */
export const LookedAt = z.object({
  needId: NeedId,
  by: PersonId,
  at: z.string().max(40),
  seen: z.array(EvidenceKey).max(4_000),
});
export type LookedAt = z.infer<typeof LookedAt>;

/** A finished extraction: who ran it, and the hash of its result, which lies outside the document. One a person. */
export const RunEntry = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string().max(40),
  by: PersonId,
});
export type RunEntry = z.infer<typeof RunEntry>;

/** “No, this is not like the tag”: it is not proposed for it again. */
export const UnlikeTag = z.object({ tagId: TagId, key: EvidenceKey, by: PersonId, at: z.string().max(40) });
export type UnlikeTag = z.infer<typeof UnlikeTag>;

/** Something that happened, for history and signals; append-only, holds ids and no interview text. */
export const WorkspaceEvent = z.object({
  at: z.string().max(40),
  by: PersonId,
  kind: z.string().max(60),
  ref: z.string().max(200),
});
export type WorkspaceEvent = z.infer<typeof WorkspaceEvent>;

export interface WorkspaceFacts {
  readonly id: WorkspaceId | null;
  readonly name: string;
  readonly schema: number;
  readonly people: readonly Person[];
  readonly participants: readonly Participant[];
  readonly tags: readonly Tag[];
  readonly interviews: readonly InterviewEntry[];
  readonly briefs: readonly BriefEntry[];
  readonly links: readonly BriefLink[];
  readonly decisions: readonly Decision[];
  readonly runs: readonly RunEntry[];
  readonly looked: readonly LookedAt[];
  readonly unlike: readonly UnlikeTag[];
  /** Records that do not fit their schema: written by a newer or a foreign program. They are kept, not shown. */
  readonly unreadable: number;
}

type RecordMaps = {
  people: Person;
  participants: Participant;
  tags: Tag;
  interviews: InterviewEntry;
  briefs: BriefEntry;
  links: BriefLink;
  runs: RunEntry;
  looked: LookedAt;
  unlike: UnlikeTag;
};

/** Reads everything; what does not fit its schema is counted and left alone. */
export function readWorkspace(document: Y.Doc): WorkspaceFacts {
  const meta = document.getMap('meta');
  const id = WorkspaceId.safeParse(meta.get('id'));
  const name = z.string().safeParse(meta.get('name'));
  const schema = z.number().safeParse(meta.get('schema'));
  let unreadable = 0;
  const parsed = <T>(type: z.ZodType<T>, values: Iterable<unknown>): T[] => {
    const good: T[] = [];
    for (const value of values) {
      const result = type.safeParse(value);
      if (result.success) good.push(result.data);
      else unreadable += 1;
    }
    return good;
  };
  const facts = {
    people: parsed(Person, document.getMap('people').values()),
    participants: parsed(Participant, document.getMap('participants').values()),
    tags: parsed(Tag, document.getMap('tags').values()),
    interviews: parsed(InterviewEntry, document.getMap('interviews').values()),
    briefs: parsed(BriefEntry, document.getMap('briefs').values()),
    links: parsed(BriefLink, document.getMap('links').values()),
    decisions: withWholeEvidence(parsed(Decision, document.getArray('decisions'))),
    runs: parsed(RunEntry, document.getMap('runs').values()),
    looked: parsed(LookedAt, document.getMap('looked').values()),
    unlike: parsed(UnlikeTag, document.getMap('unlike').values()),
  };
  return {
    id: id.success ? id.data : null,
    name: name.success ? name.data : '',
    schema: schema.success ? schema.data : WORKSPACE_SCHEMA,
    ...facts,
    unreadable,
  };
}

/** Puts a record under its key, whole. Fields of it that only a newer Earshot knows stay as they are. */
export function putRecord<K extends keyof RecordMaps>(
  document: Y.Doc,
  map: K,
  key: string,
  record: RecordMaps[K],
): void {
  const before: unknown = document.getMap(map).get(key);
  document.getMap(map).set(key, { ...fieldsOf(before), ...record });
}

function fieldsOf(record: unknown): object {
  const isPlain = typeof record === 'object' && record !== null && record.constructor === Object;
  return isPlain ? record : {};
}

/** Words that earlier decisions hold are not written again. */
export function appendDecision(document: Y.Doc, decision: Decision): void {
  document.getArray('decisions').push([withoutKnownWords(decision, readWorkspace(document).decisions)]);
}

export function appendEvent(document: Y.Doc, event: WorkspaceEvent): void {
  document.getArray('events').push([event]);
}

export function lookedKey(by: PersonId, needId: NeedId): string {
  return `${by}:${needId}`;
}

export function unlikeKey(tagId: TagId, key: string): string {
  return `${tagId}:${key}`;
}

export function linkKey(briefId: BriefId, needId: NeedId): string {
  return `${briefId}:${needId}`;
}
