// What the host found, as lines of the palette: each opens exactly where the words are. Pure.
import type { SearchAnswer, SearchHit } from '../../../shared/contract/search.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import type { WorkspaceFacts } from '../../../shared/workspace/workspace-document.ts';
import type { Found, Hit } from './find-entries.ts';
import { GROUP_NAMES, type PaletteEntry, type PaletteGroup } from './palette-entries.ts';

/**
 * What was found here by name, and below it in each group what the host found besides, up to `most`. What both found
 * stands once; what the host found of something that has no line here, as of a dismissed need, is left out.
 */
export function withHostHits(
  found: Found,
  answer: SearchAnswer | null,
  most: number,
  all: readonly PaletteEntry[],
  facts: WorkspaceFacts,
): Found {
  if (answer === null) return found;
  const groups = new Map<PaletteGroup, readonly Hit[]>(found.groups.map((one) => [one.group, one.hits]));
  for (const { kind, hits } of answer.groups) {
    const here = groups.get(kind) ?? [];
    const known = new Set(here.map((hit) => hit.entry.id));
    const more = hits.flatMap((hit) => foundHit(hit, all, facts) ?? []);
    groups.set(kind, [...here, ...more.filter((hit) => !known.has(hit.entry.id))].slice(0, most));
  }
  const order = Object.keys(GROUP_NAMES) as PaletteGroup[]; // Object.keys forgets which keys a record has
  const shown = order.flatMap((group) => {
    const hits = groups.get(group) ?? [];
    return hits.length === 0 ? [] : [{ group, hits }];
  });
  return { groups: shown, count: shown.reduce((sum, { hits }) => sum + hits.length, 0) };
}

function foundHit(hit: SearchHit, all: readonly PaletteEntry[], facts: WorkspaceFacts): Hit | null {
  const named = (id: string) => all.find((entry) => entry.id === id);
  const { text, ranges } = hit;
  switch (hit.kind) {
    case 'needs': {
      const entry = named(`need-${hit.needId}`);
      return entry === undefined
        ? null
        : { entry, ranges: entry.text === text ? ranges : [], detailRanges: [] };
    }
    case 'briefs': {
      const entry = named(`brief-${hit.briefId}`);
      if (entry === undefined) return null;
      if (text === hit.title) return { entry, ranges, detailRanges: [] };
      return { entry: { ...entry, detail: text }, ranges: [], detailRanges: ranges };
    }
    case 'people': {
      const entry = all.find(({ person }) => person === hit.participantId);
      return entry === undefined ? null : { entry, ranges: [], detailRanges: [] };
    }
    case 'said': {
      const time = hit.startMs === null ? '' : ` ${formatCallTime(hit.startMs)}`;
      const { interviewId, original, start } = hit;
      return {
        entry: {
          id: `said-${interviewId}-${start}`,
          group: 'said',
          kind: 'said',
          text,
          isVerbatim: hit.isParticipant,
          detail: `${hit.isParticipant ? '' : 'asked of '}${hit.participant}${time}`,
          act: { kind: 'go', place: { place: 'interview', interviewId, focus: { original, start } } },
        },
        ranges,
        detailRanges: [],
      };
    }
    case 'notes': {
      const author = facts.people.find((person) => person.id === hit.author)?.name ?? 'Somebody';
      const { interviewId, noteId } = hit;
      return {
        entry: {
          id: `note-${interviewId}-${noteId}`,
          group: 'notes',
          kind: 'notes',
          text,
          detail: `${author}, ${hit.participant} ${formatCallTime(hit.atMs)}`,
          act: { kind: 'go', place: { place: 'interview', interviewId, noteId } },
        },
        ranges,
        detailRanges: [],
      };
    }
    default:
      return assertNever(hit);
  }
}
