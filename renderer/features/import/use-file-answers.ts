// What a person said about each file of an import, over what is guessed: where it goes, who speaks, when it began.
import type { InterviewId } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { guessTarget, type TargetGuess } from './guess-target.ts';
import { type ImportFile, parseSeconds, type Target } from './import-file.ts';
import { importListStore, type Said, useImportList } from './import-list-store.ts';
import type { Identities } from './speaker-choices.ts';
import type { TargetChoice } from './target-choices.ts';

export interface FileAnswer {
  readonly target: Target;
  /** Why this interview is proposed; null when a person chose it. */
  readonly because: TargetGuess['because'] | null;
  readonly identities: Identities;
  /** Names nobody has confirmed. */
  readonly guessed: ReadonlySet<string>;
  /** Whether the next file shall know these names. */
  readonly isRemembered: boolean;
  /** As typed, in seconds. */
  readonly offset: string;
  /** Null while what is typed is no number of seconds. */
  readonly offsetMs: number | null;
}

export interface FileAnswers {
  readonly of: (file: ImportFile) => FileAnswer;
  /** What the participant of a target is called; empty for one without a name yet. */
  readonly nameOf: (target: Target) => string;
  readonly setTarget: (file: ImportFile, target: Target) => void;
  readonly identify: (file: ImportFile, name: string, identity: SpeakerIdentity) => void;
  readonly setOffset: (file: ImportFile, typed: string) => void;
  readonly setRemembered: (file: ImportFile, isRemembered: boolean) => void;
}

const NOTHING: Said = { identities: new Map(), offset: '', isRemembered: true };

export function useFileAnswers(
  importable: readonly ImportFile[],
  targets: readonly TargetChoice[],
  asked: InterviewId | null,
): FileAnswers {
  const { said } = useImportList();
  const guesses = guessAll(importable, targets, asked, said);

  function say(file: ImportFile, change: (before: Said) => Said): void {
    importListStore.setState((list) => ({
      said: new Map(list.said).set(file.id, change(list.said.get(file.id) ?? NOTHING)),
    }));
  }

  return {
    of(file) {
      const own = said.get(file.id) ?? NOTHING;
      const guess = guesses.get(file.id);
      const speakers = file.reading.kind === 'read' ? file.reading.preview.speakers : [];
      const guessedTarget: Target =
        guess?.interviewId == null ? { kind: 'new', name: '' } : { kind: 'interview', id: guess.interviewId };
      return {
        target: own.target ?? guessedTarget,
        because: own.target === undefined ? (guess?.because ?? 'nothing') : null,
        identities: new Map(
          speakers.map(({ name, guess: guessed }) => [name, own.identities.get(name) ?? guessed]),
        ),
        guessed: new Set(
          speakers
            .filter(({ name, isRemembered }) => !isRemembered && !own.identities.has(name))
            .map(({ name }) => name),
        ),
        isRemembered: own.isRemembered,
        offset: own.offset,
        offsetMs: parseSeconds(own.offset),
      };
    },
    nameOf: (target) =>
      target.kind === 'new'
        ? target.name.trim()
        : (targets.find((one) => one.id === target.id)?.participant ?? ''),
    setTarget: (file, target) => say(file, (before) => ({ ...before, target })),
    identify: (file, name, identity) =>
      say(file, (before) => ({ ...before, identities: new Map(before.identities).set(name, identity) })),
    setOffset: (file, offset) => say(file, (before) => ({ ...before, offset })),
    setRemembered: (file, isRemembered) => say(file, (before) => ({ ...before, isRemembered })),
  };
}

/** In the order of the files; an interview that one file goes to is not proposed for the next. */
function guessAll(
  files: readonly ImportFile[],
  targets: readonly TargetChoice[],
  asked: InterviewId | null,
  said: ReadonlyMap<number, Said>,
): ReadonlyMap<number, TargetGuess> {
  const taken = new Set<InterviewId>();
  for (const { target } of said.values()) if (target?.kind === 'interview') taken.add(target.id);
  const guesses = new Map<number, TargetGuess>();
  for (const { id, fileName, reading } of files) {
    if (reading.kind !== 'read' || said.get(id)?.target !== undefined) continue;
    const speakers = reading.preview.speakers.map((speaker) => speaker.name);
    const { newerOf, recordedAt, lengthMs } = reading.preview;
    const recordedMs = recordedAt === null ? null : Date.parse(recordedAt);
    const guess = guessTarget({ fileName, speakers, newerOf, recordedMs, lengthMs }, targets, {
      asked,
      taken,
    });
    if (guess.interviewId !== null) taken.add(guess.interviewId);
    guesses.set(id, guess);
  }
  return guesses;
}
