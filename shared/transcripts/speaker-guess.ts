// Guesses who was interviewed and who asks, so that a person confirms instead of sorting. It sees names and
// counts only, and its guess is never used without being shown.
import type { TranscriptSpeaker } from './transcript.ts';

export interface SpeakerGuess {
  readonly name: string;
  readonly guess: 'participant' | 'team';
  /** False when a person should look: the numbers alone did not settle it. */
  readonly isCertain: boolean;
  readonly reason:
    | 'known-team-name'
    | 'role-in-name'
    | 'only-one-left'
    | 'asks-most'
    | 'answers-most'
    | 'nobody-else';
}

/** Someone who asks in this many times more of their turns than another is certainly on the other side. */
const CLEAR_RATIO = 2;

/**
 * In the order of `speakers`. Known names of the team count first (case and accents aside, a first name alone is
 * enough while it fits one person of the team), then roles written as names, then the share of turns that ask.
 */
export function guessSpeakers(
  speakers: readonly TranscriptSpeaker[],
  teamNames: readonly string[] = [],
): readonly SpeakerGuess[] {
  const team = teamNames.map(nameTokens).filter((tokens) => tokens.length > 0);
  const known = new Map<string, SpeakerGuess>();
  for (const { name } of speakers) {
    const guess = guessByName(name, team);
    if (guess !== null) known.set(name, guess);
  }
  const unknown = speakers.filter(({ name }) => !known.has(name));
  const guesses = [...known.values()];
  const hasTeam = guesses.some(({ guess }) => guess === 'team');
  const hasParticipant = guesses.some(({ guess }) => guess === 'participant');
  for (const guess of guessRest(unknown, hasTeam, hasParticipant)) known.set(guess.name, guess);
  return speakers.flatMap(({ name }) => known.get(name) ?? []);
}

function guessByName(name: string, team: readonly (readonly string[])[]): SpeakerGuess | null {
  const tokens = nameTokens(name);
  if (team.some((member) => isSamePerson(member, tokens, team))) {
    return { name, guess: 'team', isCertain: true, reason: 'known-team-name' };
  }
  if (tokens.some((token) => TEAM_ROLES.has(token))) {
    return { name, guess: 'team', isCertain: true, reason: 'role-in-name' };
  }
  if (tokens.some((token) => PARTICIPANT_ROLES.has(token))) {
    return { name, guess: 'participant', isCertain: true, reason: 'role-in-name' };
  }
  return null;
}

function guessRest(
  unknown: readonly TranscriptSpeaker[],
  hasTeam: boolean,
  hasParticipant: boolean,
): readonly SpeakerGuess[] {
  const [first] = unknown;
  if (first === undefined) return [];
  if (unknown.length === 1) return [guessLast(first, hasTeam, hasParticipant)];
  if (hasTeam && !hasParticipant) return guessBesideTeam(unknown);
  if (hasParticipant) {
    return unknown.map(({ name }) => ({ name, guess: 'team', isCertain: false, reason: 'only-one-left' }));
  }
  return guessByQuestions(unknown);
}

function guessLast({ name }: TranscriptSpeaker, hasTeam: boolean, hasParticipant: boolean): SpeakerGuess {
  if (hasTeam && !hasParticipant)
    return { name, guess: 'participant', isCertain: true, reason: 'only-one-left' };
  if (hasParticipant && !hasTeam) return { name, guess: 'team', isCertain: true, reason: 'only-one-left' };
  return { name, guess: 'participant', isCertain: false, reason: hasTeam ? 'only-one-left' : 'nobody-else' };
}

/** Someone of the team is known: the others are participants, unless one of them asks far more than the rest. */
function guessBesideTeam(unknown: readonly TranscriptSpeaker[]): readonly SpeakerGuess[] {
  const answerer = mostAnswering(unknown);
  return unknown.map((speaker) => {
    const asks = speaker !== answerer && isClearlyAsking(speaker, answerer);
    return asks
      ? { name: speaker.name, guess: 'team', isCertain: false, reason: 'asks-most' }
      : { name: speaker.name, guess: 'participant', isCertain: speaker === answerer, reason: 'answers-most' };
  });
}

function guessByQuestions(unknown: readonly TranscriptSpeaker[]): readonly SpeakerGuess[] {
  const answerer = mostAnswering(unknown);
  const isSettled = unknown.every((speaker) => speaker === answerer || isClearlyAsking(speaker, answerer));
  return unknown.map((speaker) =>
    speaker === answerer
      ? { name: speaker.name, guess: 'participant', isCertain: isSettled, reason: 'answers-most' }
      : {
          name: speaker.name,
          guess: 'team',
          isCertain: isClearlyAsking(speaker, answerer),
          reason: 'asks-most',
        },
  );
}

/** The one with the most words that are not asked: participants talk at length, teams in questions. */
function mostAnswering(speakers: readonly TranscriptSpeaker[]): TranscriptSpeaker | undefined {
  return speakers.toSorted((a, b) => b.words * (1 - askingShare(b)) - a.words * (1 - askingShare(a)))[0];
}

function isClearlyAsking(speaker: TranscriptSpeaker, answerer: TranscriptSpeaker | undefined): boolean {
  if (answerer === undefined || speaker.questions < 2) return false;
  return askingShare(speaker) >= CLEAR_RATIO * askingShare(answerer) && speaker.words < answerer.words;
}

function askingShare({ turns, questions }: TranscriptSpeaker): number {
  return turns === 0 ? 0 : questions / turns;
}

/** Lower case, without accents, in parts; `Raman, Priya (Guest)` and `PRIYA RAMAN` have the same parts but one. */
function nameTokens(name: string): readonly string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function isSamePerson(
  member: readonly string[],
  speaker: readonly string[],
  team: readonly (readonly string[])[],
): boolean {
  const isWhole = member.every((token) => speaker.includes(token));
  if (isWhole) return true;
  const [only] = speaker;
  if (speaker.length !== 1 || only === undefined) return false;
  return member[0] === only && team.filter((tokens) => tokens[0] === only).length === 1;
}

const TEAM_ROLES: ReadonlySet<string> = new Set([
  'interviewer',
  'moderator',
  'host',
  'researcher',
  'facilitator',
]);
const PARTICIPANT_ROLES: ReadonlySet<string> = new Set([
  'participant',
  'interviewee',
  'respondent',
  'guest',
  'customer',
]);
