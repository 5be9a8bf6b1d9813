// Whose words a turn holds, and under which name they are shown. The file's own name shows only while nobody said who it is.
import type { SpeakerIdentity } from '../../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../../shared/workspace/people.ts';

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
        return { kind: 'team', name };
      case 'not-here':
        return { kind: 'not-here', name };
      case 'same-as':
        name = identity.name;
    }
  }
  return { kind: 'unknown', name: inFile };
}
