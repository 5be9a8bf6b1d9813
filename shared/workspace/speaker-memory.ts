// Who a name was in earlier files of this workspace, so that it is asked once: a name that was the PM last time is the PM
// again. Names are matched without case and accents, and names that tools make up are not remembered.
import type * as Y from 'yjs';
import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { SpeakerIdentity } from '../interviews/interview-document.ts';

const Remembered = z.object({
  name: z.string().max(200),
  identity: SpeakerIdentity,
  at: z.string().max(40),
  by: PersonId,
});

/** By `speakerKey`. */
export type SpeakerMemory = ReadonlyMap<string, SpeakerIdentity>;

const MAP = 'speakerMemory';

export function readSpeakerMemory(document: Y.Doc): SpeakerMemory {
  return new Map(
    [...document.getMap(MAP)].flatMap(([key, value]): [string, SpeakerIdentity][] => {
      const remembered = Remembered.safeParse(value);
      return remembered.success ? [[key, remembered.data.identity]] : [];
    }),
  );
}

/** “Same as” is remembered as whoever the other name is. What is remembered already is not written again. */
export function rememberSpeakers(
  document: Y.Doc,
  speakers: Readonly<Record<string, SpeakerIdentity>>,
  said: { readonly by: PersonId; readonly at: string },
): void {
  const known = readSpeakerMemory(document);
  for (const [name, identity] of Object.entries(speakers)) {
    const key = speakerKey(name);
    const own = resolve(identity, speakers);
    if (own === null || !isTelling(key)) continue;
    if (JSON.stringify(known.get(key)) === JSON.stringify(own)) continue;
    document.getMap(MAP).set(key, { name, identity: own, ...said } satisfies z.infer<typeof Remembered>);
  }
}

/** The same for `García, Ana`, `Ana Garcia` and `ANA GARCÍA (Guest)`. */
export function speakerKey(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/\((?:guest|external|host|unverified|you)\)/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .sort()
    .join(' ');
}

const LONGEST_CHAIN = 8;

function resolve(
  identity: SpeakerIdentity,
  speakers: Readonly<Record<string, SpeakerIdentity>>,
): SpeakerIdentity | null {
  let own = identity;
  for (let step = 0; own.kind === 'same-as' && step < LONGEST_CHAIN; step += 1) {
    if (!Object.hasOwn(speakers, own.name)) return null;
    const next = speakers[own.name];
    if (next === undefined) return null;
    own = next;
  }
  return own.kind === 'same-as' ? null : own;
}

/** “Speaker 1” is somebody else in every file. */
function isTelling(key: string): boolean {
  const words = key.split(' ').filter((word) => !/^\p{N}+$/u.test(word) && word.length > 1);
  return words.some((word) => !MADE_UP.has(word));
}

const MADE_UP: ReadonlySet<string> = new Set([
  'speaker',
  'unknown',
  'participant',
  'guest',
  'user',
  'person',
  'interviewee',
  'respondent',
  'customer',
  'me',
  'them',
  'you',
  'microphone',
  'system',
  'sprecher',
  'locuteur',
  'hablante',
  'spk',
  'anonymous',
  'caller',
]);
