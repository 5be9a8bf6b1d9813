// What a person can do with a tag. Every act that changes what others see tells so in a sentence, with Undo.
import type { Params } from '../../../shared/contract.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Tag } from '../../../shared/workspace/tags.ts';
import { useHost } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { useToasts } from '../../ui/toasts.tsx';

export interface TagActs {
  readonly create: (name: string, definition: string, onMade: (id: TagId) => void) => void;
  readonly rename: (tag: Tag, name: string) => void;
  readonly define: (tag: Tag, definition: string) => void;
  /** Gives it this key, 1 to 9; whoever had it gets the one that is given up. */
  readonly giveKey: (tag: Tag, digit: number) => void;
  readonly takeKey: (tag: Tag) => void;
  readonly draw: (tag: Tag, drawing: Partial<Pick<Tag, 'shape' | 'tone'>>) => void;
  readonly archive: (tag: Tag) => void;
  readonly bringBack: (tag: Tag) => void;
}

export function useTagActs(tags: readonly Tag[]): TagActs {
  const { client } = useHost();
  const { show } = useToasts();
  const attempt = useAttempt();

  async function update(id: TagId, changes: Omit<Params<'tags.update'>, 'id'>): Promise<void> {
    await client.call('tags.update', { id, ...changes });
  }
  const told = (text: string, act: () => Promise<void>, back: () => Promise<void>) =>
    attempt(async () => {
      await act();
      show({ text, undo: () => attempt(back) });
    });

  return {
    create: (name, definition, onMade) =>
      attempt(async () => onMade((await client.call('tags.create', { name, definition })).id)),
    rename: (tag, name) =>
      told(
        `#${tag.name} is #${name} now, in every note.`,
        () => update(tag.id, { name }),
        () => update(tag.id, { name: tag.name }),
      ),
    define: (tag, definition) => attempt(() => update(tag.id, { definition })),
    giveKey(tag, digit) {
      if (tag.isArchived) {
        show({ text: `#${tag.name} is archived. Bring it back, then give it a key.` });
        return;
      }
      if (tag.hotkey === digit) return;
      const holder = tags.find((one) => one.hotkey === digit);
      const text =
        holder === undefined
          ? `${digit} is now #${tag.name}.`
          : `${digit} was #${holder.name}; it is now #${tag.name}.`;
      told(
        text,
        () => update(tag.id, { hotkey: digit }),
        async () => {
          await update(tag.id, { hotkey: tag.hotkey });
          // Without a key of its own to swap back, the tag only gave the other's up.
          if (holder !== undefined && tag.hotkey === null) await update(holder.id, { hotkey: digit });
        },
      );
    },
    takeKey(tag) {
      if (tag.hotkey === null) return;
      told(
        `#${tag.name} has no key now.`,
        () => update(tag.id, { hotkey: null }),
        () => update(tag.id, { hotkey: tag.hotkey }),
      );
    },
    draw: (tag, drawing) => attempt(() => update(tag.id, drawing)),
    archive: (tag) =>
      told(
        `#${tag.name} is archived. It no longer completes; its notes keep it.`,
        () => update(tag.id, { isArchived: true, hotkey: null }),
        () => update(tag.id, { isArchived: false, hotkey: tag.hotkey }),
      ),
    bringBack: (tag) => attempt(() => update(tag.id, { isArchived: false })),
  };
}
