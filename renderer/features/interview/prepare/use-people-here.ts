import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import { PersonId } from '../../../../shared/ids.ts';

const Here = z.object({ personId: PersonId });

/** The ids of everyone who has this interview open somewhere. */
export function usePeopleHere(awareness: Awareness | null): ReadonlySet<PersonId> {
  const [here, setHere] = useState<ReadonlySet<PersonId>>(new Set());
  useEffect(() => {
    if (awareness === null) return;
    const look = () =>
      setHere(
        new Set(
          [...awareness.getStates().values()].flatMap((state) => Here.safeParse(state).data?.personId ?? []),
        ),
      );
    awareness.on('change', look);
    look();
    return () => awareness.off('change', look);
  }, [awareness]);
  return here;
}
