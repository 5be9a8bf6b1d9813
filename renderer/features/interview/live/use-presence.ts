// Who else is in this interview now, from the document's awareness, and who was a moment ago.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import { PersonId } from '../../../../shared/ids.ts';
import { type Person, Role } from '../../../../shared/workspace/people.ts';

/** What a window says of itself to the others. */
const Presence = z.object({
  personId: PersonId,
  name: z.string().min(1).max(80),
  role: Role,
  typing: z.boolean(),
  /** Of the debrief's current row; empty before any is, null outside of the debrief. */
  row: z.string().max(80).nullable().default(null).catch(null),
});
export type Presence = z.infer<typeof Presence>;

export interface Gone extends Omit<Presence, 'typing' | 'row'> {
  /** Call time when they were last seen. */
  readonly atMs: number;
}

/**
 * Says who is here and whether they type, and tells the same of the others, each person once however many windows they
 * have. `callTimeMs` is asked when somebody goes.
 */
export function usePresence(
  awareness: Awareness | null,
  me: Person | null,
  callTimeMs: () => number,
): {
  others: readonly Presence[];
  gone: readonly Gone[];
  setTyping: (isTyping: boolean) => void;
  setRow: (row: string | null) => void;
} {
  const [others, setOthers] = useState<readonly Presence[]>([]);
  const [gone, setGone] = useState<readonly Gone[]>([]);
  const askTime = useRef(callTimeMs);
  const isTyping = useRef(false);
  const atRow = useRef<string | null>(null);
  useEffect(() => {
    askTime.current = callTimeMs;
  });

  useEffect(() => {
    if (awareness === null || me === null) return;
    let known: readonly Presence[] = [];
    const look = () => {
      const here = othersIn(awareness, me.id);
      const left = known.filter((person) => !here.some((now) => now.personId === person.personId));
      const moved = [...here, ...left];
      known = here;
      setOthers(here);
      setGone((was) => [
        ...was.filter((person) => !moved.some((now) => now.personId === person.personId)),
        ...left.map(({ personId, name, role }) => ({ personId, name, role, atMs: askTime.current() })),
      ]);
    };
    awareness.on('change', look);
    awareness.setLocalState({
      ...{ personId: me.id, name: me.name, role: me.role },
      ...{ typing: isTyping.current, row: atRow.current },
    });
    look();
    return () => {
      awareness.off('change', look);
      awareness.setLocalState(null);
    };
  }, [awareness, me]);

  const setTyping = useCallback(
    (next: boolean) => {
      if (isTyping.current === next) return;
      isTyping.current = next;
      if (awareness?.getLocalState() !== null) awareness?.setLocalStateField('typing', next);
    },
    [awareness],
  );
  const setRow = useCallback(
    (row: string | null) => {
      atRow.current = row;
      if (awareness?.getLocalState() !== null) awareness?.setLocalStateField('row', row);
    },
    [awareness],
  );
  return { others, gone, setTyping, setRow };
}

function othersIn(awareness: Awareness, me: PersonId): readonly Presence[] {
  const people = new Map<PersonId, Presence>();
  for (const state of awareness.getStates().values()) {
    const parsed = Presence.safeParse(state);
    if (!parsed.success || parsed.data.personId === me) continue;
    const known = people.get(parsed.data.personId);
    people.set(parsed.data.personId, {
      ...parsed.data,
      typing: parsed.data.typing || known?.typing === true,
      row: parsed.data.row ?? known?.row ?? null,
    });
  }
  return [...people.values()];
}
