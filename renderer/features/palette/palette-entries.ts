// What the palette can find and do by name, without asking the host: needs, briefs, people, places, commands. Pure; what
// was said and noted is in found-entries.ts; who carries an entry out, and how it is drawn, is elsewhere.
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { BriefId, NeedId, ParticipantId } from '../../../shared/ids.ts';
import type { Need } from '../../../shared/needs/need.ts';
import type { Tag } from '../../../shared/workspace/tags.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { Place } from '../../state/place.ts';
import { placeOfInterview } from '../../state/place-of-interview.ts';
import { type Command, commandsFor } from './palette-commands.ts';

export type PaletteGroup =
  | 'recent'
  | 'needs'
  | 'said'
  | 'notes'
  | 'briefs'
  | 'people'
  | 'interviews'
  | 'tags'
  | 'places'
  | 'commands';

/** In the order in which they stand. */
export const GROUP_NAMES: Readonly<Record<PaletteGroup, string>> = {
  recent: 'Lately',
  needs: 'Needs',
  said: 'Said',
  notes: 'Notes',
  briefs: 'Briefs',
  people: 'People',
  interviews: 'Interviews',
  tags: 'Tags',
  places: 'Places',
  commands: 'Do',
};

export type PaletteAct =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'command'; readonly command: Command['id'] }
  | { readonly kind: 'link'; readonly needId: NeedId; readonly briefId: BriefId; readonly title: string };

export interface PaletteEntry {
  readonly id: string;
  /** Where it stands. */
  readonly group: PaletteGroup;
  /** What it is, also where it stands under “Lately”. */
  readonly kind: Exclude<PaletteGroup, 'recent'>;
  /** What is shown, and searched. */
  readonly text: string;
  /** Words of a participant, as they said them; the team's own are not. */
  readonly isVerbatim?: boolean | undefined;
  /** Quieter, beside it or at the end; searched as well where `isDetailSought`. */
  readonly detail?: string | undefined;
  readonly isDetailSought?: boolean | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly need?: Need | undefined;
  readonly person?: ParticipantId | undefined;
  readonly tag?: Tag | undefined;
  readonly act: PaletteAct;
}

export interface PaletteFacts {
  readonly isWorkspaceOpen: boolean;
  readonly facts: WorkspaceFacts;
  readonly needs: readonly Need[];
  readonly interviews: readonly InterviewSummary[];
  readonly here: Place;
}

export function paletteEntries(known: PaletteFacts): readonly PaletteEntry[] {
  const needs = known.needs.filter((need) => need.status !== 'dismissed');
  const rows = known.interviews.filter((row) => !row.isArchived);
  return [
    ...needs.map(needEntry),
    ...known.facts.briefs
      .filter((brief) => !brief.isArchived)
      .map(
        (brief): PaletteEntry => ({
          id: `brief-${brief.id}`,
          group: 'briefs',
          kind: 'briefs',
          text: brief.title,
          act: { kind: 'go', place: { place: 'brief', briefId: brief.id } },
        }),
      ),
    ...rows.map(
      (row): PaletteEntry => ({
        id: `person-${row.id}`,
        group: 'people',
        kind: 'people',
        text: row.participant,
        detail: row.description,
        isDetailSought: true,
        person: row.participantId,
        act: { kind: 'go', place: placeOfInterview(row) },
      }),
    ),
    ...rows.map(interviewEntry),
    ...known.facts.tags
      .filter((tag) => !tag.isArchived)
      .map(
        (tag): PaletteEntry => ({
          id: `tag-${tag.id}`,
          group: 'tags',
          kind: 'tags',
          text: tag.name,
          detail: tag.definition,
          isDetailSought: true,
          tag,
          act: { kind: 'go', place: { place: 'codebook', tagId: tag.id } },
        }),
      ),
    ...(known.isWorkspaceOpen ? PLACES : PLACES.slice(0, 1)).map(placeEntry),
    ...linkEntries(known),
    ...commandsFor(known.isWorkspaceOpen).map(
      ({ id, label, keys }): PaletteEntry => ({
        id,
        group: 'commands',
        kind: 'commands',
        text: label,
        keys,
        act: { kind: 'command', command: id },
      }),
    ),
  ];
}

/** The same place as a line of “Lately”; null when its thing is gone. */
export function recentEntry(place: Place, all: readonly PaletteEntry[]): PaletteEntry | null {
  const found = all.find((entry) => entry.act.kind === 'go' && isSamePlace(entry.act.place, place));
  return found ? { ...found, id: `recent-${found.id}`, group: 'recent' } : null;
}

const PLACES = [
  { place: { place: 'home' }, name: 'Home', keys: ['G', 'H'] },
  { place: { place: 'interviews' }, name: 'Interviews', keys: ['G', 'I'] },
  { place: { place: 'needs' }, name: 'Needs', keys: ['G', 'N'] },
  { place: { place: 'briefs' }, name: 'Briefs', keys: ['G', 'B'] },
  { place: { place: 'codebook' }, name: 'Codebook', keys: ['G', 'C'] },
] as const satisfies readonly { place: Place; name: string; keys: readonly string[] }[];

function placeEntry({ place, name, keys }: (typeof PLACES)[number]): PaletteEntry {
  return {
    id: `place-${name}`,
    group: 'places',
    kind: 'places',
    text: name,
    keys,
    act: { kind: 'go', place },
  };
}

function needEntry(need: Need): PaletteEntry {
  return {
    id: `need-${need.id}`,
    group: 'needs',
    kind: 'needs',
    text: need.label,
    need,
    act: { kind: 'go', place: { place: 'need', needId: need.id } },
  };
}

function interviewEntry(row: InterviewSummary): PaletteEntry {
  const day = new Date(row.plannedAt ?? row.createdAt);
  const date = day.toLocaleDateString([], { day: 'numeric', month: 'short', year: 'numeric' });
  const notes = row.notes === 0 ? '' : `, ${row.notes} ${row.notes === 1 ? 'note' : 'notes'}`;
  return {
    id: `interview-${row.id}`,
    group: 'interviews',
    kind: 'interviews',
    text: `Interview with ${row.participant}`,
    detail: `${date}${notes}`,
    isDetailSought: true,
    act: { kind: 'go', place: placeOfInterview(row) },
  };
}

/** On a need, one line for each brief that it can go into. */
function linkEntries({ here, needs, facts }: PaletteFacts): readonly PaletteEntry[] {
  if (here.place !== 'need') return [];
  const need = needs.find((one) => one.id === here.needId);
  if (need === undefined) return [];
  return facts.briefs
    .filter((brief) => !brief.isArchived)
    .filter((brief) => !facts.links.some((link) => link.needId === need.id && link.briefId === brief.id))
    .map((brief) => ({
      id: `link-${brief.id}`,
      group: 'commands',
      kind: 'commands',
      text: `Link this need to “${brief.title}”`,
      act: { kind: 'link', needId: need.id, briefId: brief.id, title: brief.title },
    }));
}

function isSamePlace(a: Place, b: Place): boolean {
  if (a.place === 'interview' || a.place === 'live' || a.place === 'prepare' || a.place === 'debrief') {
    const isInterview =
      b.place === 'interview' || b.place === 'live' || b.place === 'prepare' || b.place === 'debrief';
    return isInterview && a.interviewId === b.interviewId && !('focus' in a);
  }
  if (a.place === 'need') return b.place === 'need' && a.needId === b.needId;
  if (a.place === 'brief') return b.place === 'brief' && a.briefId === b.briefId;
  return a.place === b.place;
}
