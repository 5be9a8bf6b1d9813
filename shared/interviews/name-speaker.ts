// Whose words a turn holds, and under which name they are shown. The file's own name shows only while nobody said who it is.

import type { Person } from '../workspace/people.ts';
import type { SpeakerIdentity } from './interview-document.ts';

export type NamedSpeaker =
  | { readonly kind: 'participant'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string; readonly person: Person }
  /** Of the team, without a record of their own. */
  | { readonly kind: 'team'; readonly name: string }
  | { readonly kind: 'not-here'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string };

export interface WhoIsWho {
  readonly speakers: ReadonlyMap<string, SpeakerIdentity>;
  readonly people: readonly Person[];
  /** The participant's pseudonym. */
  readonly participant: string;
}

/** Longer chains of "same as" than this go in a circle. */
const LONGEST_CHAIN = 8;

export function nameSpeaker(inFile: string | null, who: WhoIsWho): NamedSpeaker {
  if (inFile === null) return { kind: 'unknown', name: 'Unknown' };
  let name = inFile;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const identity = who.speakers.get(name);
    if (identity === undefined) return { kind: 'unknown', name };
    switch (identity.kind) {
      case 'participant':
        return { kind: 'participant', name: who.participant };
      case 'person': {
        const person = who.people.find((one) => one.id === identity.personId);
        return person ? { kind: 'person', name: person.name, person } : { kind: 'team', name };
      }
      case 'team':
        return { kind: 'team', name: identity.name ?? name };
      case 'not-here':
        return { kind: 'not-here', name };
      case 'same-as':
        name = identity.name;
    }
  }
  return { kind: 'unknown', name: inFile };
}

/**
 * The name that may leave the workspace, for each name in the turns: pseudonym or a person of the team. Somebody nobody
 * named is “Speaker 2”, by the order of speaking, since the file's own name may be a real one.
 */
export function exportedName(
  turns: readonly { readonly speaker: string | null }[],
  who: WhoIsWho,
): (inFile: string | null) => string | null {
  const order = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))];
  return (inFile) => {
    if (inFile === null) return null;
    const named = nameSpeaker(inFile, who);
    const isSafe = named.kind === 'participant' || named.kind === 'person' || named.kind === 'team';
    return isSafe ? named.name : `Speaker ${order.indexOf(inFile) + 1}`;
  };
}
