// Who was in the room, and when: each window writes the stretches of call time in which it had the interview open while
// the clock ran. They stand beside the stamp of who was there at all, which older versions of Earshot write and read.
import type * as Y from 'yjs';
import { z } from 'zod';
import { PersonId } from '../ids.ts';

const callTime = z
  .number()
  .nonnegative()
  .max(7 * 24 * 3_600_000);

/** Call times in ms. Not linked: they were there and took notes, and the link to the others was down. */
export const PresenceStretch = z
  .object({ by: PersonId, fromMs: callTime, toMs: callTime, isLinked: z.boolean() })
  .refine((stretch) => stretch.fromMs <= stretch.toMs);
export type PresenceStretch = z.infer<typeof PresenceStretch>;

/** A part of the call, in ms of call time. */
export interface CallStretch {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface PersonAttendance {
  readonly personId: PersonId;
  /** From the first to the last moment they were there: in order, without overlap. */
  readonly linked: readonly CallStretch[];
  /** There without a link to the others; where another window of theirs had one, that counts. */
  readonly apart: readonly CallStretch[];
}

/** A pause of the clock or a moved one ends a stretch; what is closer together than this reads as one. */
const JOIN_WITHIN_MS = 2_000;

/** People in the order in which they came. The same document reads the same on every computer. */
export function readAttendance(document: Y.Doc): readonly PersonAttendance[] {
  const byPerson = new Map<PersonId, PresenceStretch[]>();
  for (const value of document.getMap('presence').values()) {
    const stretch = PresenceStretch.safeParse(value).data;
    if (stretch === undefined) continue;
    const known = byPerson.get(stretch.by);
    if (known === undefined) byPerson.set(stretch.by, [stretch]);
    else known.push(stretch);
  }
  return [...byPerson]
    .map(([personId, all]) => {
      const linked = joined(all.filter((stretch) => stretch.isLinked));
      const apart = without(joined(all.filter((stretch) => !stretch.isLinked)), linked);
      return { personId, linked, apart };
    })
    .sort((a, b) => cameAt(a) - cameAt(b) || (a.personId < b.personId ? -1 : 1));
}

/** Writes one stretch of one window; the same `key` again makes it longer. Keys are unique to the window and stretch. */
export function recordPresence(document: Y.Doc, key: string, stretch: PresenceStretch): void {
  document.getMap('presence').set(key, stretch);
}

const Said = z.object({ by: PersonId, at: z.string().max(40) });

/** Who was on the call without Earshot, each with who said so. */
export function readSaidThere(document: Y.Doc): ReadonlyMap<PersonId, PersonId> {
  const said = new Map<PersonId, PersonId>();
  for (const [key, value] of document.getMap('saidThere')) {
    const personId = PersonId.safeParse(key).data;
    const by = Said.safeParse(value).data?.by;
    if (personId !== undefined && by !== undefined) said.set(personId, by);
  }
  return said;
}

/** Null takes it back. What Earshot recorded itself stays as it is. */
export function setSaidThere(
  document: Y.Doc,
  personId: PersonId,
  said: { by: PersonId; at: string } | null,
): void {
  if (said === null) document.getMap('saidThere').delete(personId);
  else document.getMap('saidThere').set(personId, said);
}

function cameAt({ linked, apart }: PersonAttendance): number {
  return Math.min(
    linked[0]?.fromMs ?? Number.POSITIVE_INFINITY,
    apart[0]?.fromMs ?? Number.POSITIVE_INFINITY,
  );
}

/** In order and without overlap, as several windows of one person make one attendance. */
function joined(stretches: readonly CallStretch[]): readonly CallStretch[] {
  const result: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of [...stretches].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last !== undefined && fromMs - last.toMs <= JOIN_WITHIN_MS) last.toMs = Math.max(last.toMs, toMs);
    else result.push({ fromMs, toMs });
  }
  return result;
}

/** What of `stretches` lies outside `taken`; both in order and without overlap. */
function without(stretches: readonly CallStretch[], taken: readonly CallStretch[]): readonly CallStretch[] {
  return stretches.flatMap(({ fromMs, toMs }) => {
    const left: CallStretch[] = [];
    let at = fromMs;
    for (const other of taken) {
      if (other.toMs <= at || other.fromMs >= toMs) continue;
      if (other.fromMs > at) left.push({ fromMs: at, toMs: other.fromMs });
      at = Math.max(at, other.toMs);
    }
    if (at < toMs) left.push({ fromMs: at, toMs });
    return left;
  });
}
