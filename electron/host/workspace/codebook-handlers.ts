// People of the team, participants and tags: records of the workspace document that a person makes and changes.
import { AppError } from '../../../shared/errors.ts';
import { PersonId, TagId } from '../../../shared/ids.ts';
import { Participant, Person } from '../../../shared/workspace/people.ts';
import { renamedTag, resolveTag, Tag } from '../../../shared/workspace/tags.ts';
import {
  appendEvent,
  putRecord,
  readWorkspace,
  WORKSPACE_DOCUMENT,
} from '../../../shared/workspace/workspace-document.ts';
import { actingPerson, found, type HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';

type Covered = 'people.add' | 'participants.update' | 'tags.create' | 'tags.update';

export function codebookHandlers(context: HostContext): Pick<Handlers, Covered> {
  return {
    async 'people.add'(input) {
      return context.workspace().documents.edit(WORKSPACE_DOCUMENT, (document) => {
        const same = readWorkspace(document).people.find(
          (person) => sameName(person.name, input.name) && person.role === input.role,
        );
        if (same) return same;
        const person = Person.parse({ ...input, id: PersonId.parse(context.newId()) });
        putRecord(document, 'people', person.id, person);
        return person;
      });
    },
    async 'participants.update'({ id, fields, ...changes }) {
      const workspace = context.workspace();
      // Read inside the edit: of two changes at once, the second must not put back what the first has changed.
      await workspace.documents.edit(WORKSPACE_DOCUMENT, (document) => {
        const before = found(
          readWorkspace(document).participants.find((participant) => participant.id === id),
          'participant',
        );
        putRecord(
          document,
          'participants',
          id,
          Participant.parse({
            ...before,
            ...withoutUndefined(changes),
            fields: withFields(before.fields, fields ?? {}),
          }),
        );
      });
      context.tell('interviews.changed', {
        ids: workspace
          .facts()
          .interviews.filter((entry) => entry.participantId === id)
          .map((entry) => entry.id),
      });
      context.tell('needs.changed', {});
      return null;
    },
    async 'tags.create'({ name, definition }) {
      const by = await actingPerson(context);
      // Read inside the edit: of two people who make the same tag at once, the second gets the first one's.
      return context.workspace().documents.edit(WORKSPACE_DOCUMENT, (document) => {
        const { tags } = readWorkspace(document);
        // Also a tag that was called so once: its notes carry that name, and a new tag would take them over.
        const same = resolveTag(tags, name);
        if (same) return same;
        const tag = Tag.parse({
          id: TagId.parse(context.newId()),
          name,
          definition,
          kind: null,
          shape: 'circle',
          tone: 'ink',
          hotkey: freeHotkey(tags),
          isArchived: false,
        });
        putRecord(document, 'tags', tag.id, tag);
        appendEvent(document, {
          at: context.now().toISOString(),
          by: by.id,
          kind: 'tag.created',
          ref: tag.id,
        });
        return tag;
      });
    },
    async 'tags.update'({ id, name, ...changes }) {
      return context.workspace().documents.edit(WORKSPACE_DOCUMENT, (document) => {
        const { tags } = readWorkspace(document);
        const others = tags.filter((tag) => tag.id !== id);
        const before = found(
          tags.find((tag) => tag.id === id),
          'tag',
        );
        const named = name === undefined ? before : renamed(before, name, others);
        const after = Tag.parse({ ...named, ...withoutUndefined(changes) });
        const holder = after.hotkey === null ? undefined : others.find((tag) => tag.hotkey === after.hotkey);
        putRecord(document, 'tags', id, after);
        // A key in use swaps: whoever held it gets the one that was given up.
        if (holder) putRecord(document, 'tags', holder.id, { ...holder, hotkey: before.hotkey });
        return after;
      });
    },
  };
}

/** The tag under its new name. AppError `invalid-input` for a kind, and for a name that another tag has or had. */
function renamed(tag: Tag, name: string, others: readonly Tag[]): Tag {
  if (tag.kind !== null && name !== tag.name) throw new AppError('invalid-input', 'a kind keeps its name');
  const taken = resolveTag(others, name);
  if (taken) {
    throw new AppError('invalid-input', 'another tag has, or had, this name', { details: { tag: taken.id } });
  }
  return renamedTag(tag, name);
}

function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}

function freeHotkey(tags: readonly Tag[]): number | null {
  const used = new Set(tags.map((tag) => tag.hotkey));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => !used.has(digit)) ?? null;
}

/** Fields that are not named stay; an empty value takes its field away. */
function withFields(
  before: Participant['fields'],
  changes: Participant['fields'],
): Readonly<Record<string, string>> {
  const trimmed = Object.entries(changes).map(([name, value]) => [name, value.trim()] as const);
  const after = { ...before, ...Object.fromEntries(trimmed) };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== ''));
}

/** A change that was not asked for must not overwrite with undefined. */
function withoutUndefined<T extends object>(changes: T): Partial<T> {
  // Object.fromEntries forgets the keys' types; the values are the same ones.
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
