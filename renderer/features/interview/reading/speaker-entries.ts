// Who a turn can be put right to, as entries of a menu: this turn alone, or all from here on that the file gives to the
// same name. Pure.
import type { SpeakerIdentity } from '../../../../shared/interviews/interview-document.ts';
import { nameSpeaker, type WhoIsWho } from '../../../../shared/interviews/name-speaker.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import type { NewMark } from './use-word-marks.ts';

export interface SpeakerChoice {
  /** As it is shown. */
  readonly label: string;
  /** The name in the interview's speaker map. */
  readonly name: string;
  readonly identity: SpeakerIdentity;
}

/** Names of the file first, each once under how it is shown, then the participant and people of the team. */
export function speakerChoices(turns: readonly Turn[], who: WhoIsWho): readonly SpeakerChoice[] {
  const choices = new Map<string, SpeakerChoice>();
  for (const name of new Set(turns.flatMap(({ speaker }) => speaker ?? []))) {
    const { name: label } = nameSpeaker(name, who);
    if (!choices.has(label))
      choices.set(label, { label, name, identity: who.speakers.get(name) ?? { kind: 'team' } });
  }
  const known: readonly SpeakerChoice[] = [
    { label: who.participant, name: who.participant, identity: { kind: 'participant' } },
    ...who.people.map(({ id, name }) => ({
      label: name,
      name,
      identity: { kind: 'person' as const, personId: id },
    })),
  ];
  for (const choice of known) if (!choices.has(choice.label)) choices.set(choice.label, choice);
  return [...choices.values()];
}

/** As many as one call takes. */
const MOST_MARKS = 4_000;

/** Marks for one turn, or for it and all later ones of the same name in the file. */
export function speakerMarks(
  turns: readonly Turn[],
  offsets: readonly number[],
  at: number,
  name: string,
  reach: 'turn' | 'from-here',
): readonly NewMark[] {
  const same = turns[at]?.speaker ?? null;
  const last = reach === 'turn' ? at + 1 : turns.length;
  const marks: NewMark[] = [];
  for (let index = at; index < last && marks.length < MOST_MARKS; index += 1) {
    const turn = turns[index];
    if (turn === undefined || turn.text === '' || turn.speaker !== same) continue;
    const from = offsets[index] ?? 0;
    marks.push({ from, to: from + turn.text.length, meaning: { kind: 'speaker', name } });
  }
  return marks;
}
