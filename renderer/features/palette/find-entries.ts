// From what is typed to the groups that are shown. Pure.
import type { Range } from '../../../shared/search/snippet.ts';
import type { Place } from '../../state/place.ts';
import { type Match, matchText, nearestWord } from './match.ts';
import { GROUP_NAMES, type PaletteEntry, type PaletteGroup, recentEntry } from './palette-entries.ts';

export interface Hit {
  readonly entry: PaletteEntry;
  /** Letters of `entry.text` that matched. */
  readonly ranges: readonly Range[];
  /** Letters of `entry.detail` that matched. */
  readonly detailRanges: readonly Range[];
}

export interface Found {
  readonly groups: readonly { readonly group: PaletteGroup; readonly hits: readonly Hit[] }[];
  readonly count: number;
}

export interface Sought {
  readonly text: string;
  /** Only this group: after `>`, `@`, `#`, or when the person narrowed to it. */
  readonly group: PaletteGroup | null;
}

/** Of a group, and of a group that somebody narrowed to. */
export const SHOWN = 5;
export const SHOWN_ALONE = 30;
const ACTS_FIRST = 3;
const PREFIXES: Readonly<Record<string, PaletteGroup>> = { '>': 'commands', '@': 'people', '#': 'tags' };

/** `narrowed` is the group that was chosen with Tab; a sign in front counts only without one. */
export function readQuery(query: string, narrowed: PaletteGroup | null): Sought {
  const group = PREFIXES[query.charAt(0)];
  if (narrowed === null && group !== undefined) return { text: query.slice(1).trim(), group };
  return { text: query.trim(), group: narrowed };
}

/** Up to five of each group, best first; the last places and the likeliest acts when nothing is sought. */
export function findEntries(all: readonly PaletteEntry[], sought: Sought, recent: readonly Place[]): Found {
  const hits = sought.text === '' && sought.group === null ? atFirst(all, recent) : searched(all, sought);
  // The order of the names is the order on the screen.
  const order = Object.keys(GROUP_NAMES) as PaletteGroup[]; // Object.keys forgets which keys a record has
  const groups = order
    .map((group) => ({ group, hits: hits.filter((hit) => hit.entry.group === group) }))
    .filter((one) => one.hits.length > 0);
  return { groups, count: hits.length };
}

/** The nearest word that somebody said or that stands in a name, for a query that found nothing. */
export function nearest(all: readonly PaletteEntry[], text: string): ReturnType<typeof nearestWord> {
  return nearestWord(
    all.map((entry) => entry.text),
    text,
  );
}

function atFirst(all: readonly PaletteEntry[], recent: readonly Place[]): readonly Hit[] {
  // The first is where the person is.
  const places = recent.slice(1).flatMap((place) => recentEntry(place, all) ?? []);
  const acts = all.filter((entry) => entry.group === 'commands');
  return [...places.slice(0, SHOWN), ...acts.slice(0, ACTS_FIRST)].map(plain);
}

function searched(all: readonly PaletteEntry[], { text, group }: Sought): readonly Hit[] {
  const counts = new Map<PaletteGroup, number>();
  const most = group === null ? SHOWN : SHOWN_ALONE;
  return all
    .filter((entry) => group === null || entry.group === group)
    .map((entry) => ({ entry, found: matchEntry(entry, text) }))
    .flatMap(({ entry, found }) => (found === null ? [] : [{ ...found, entry }]))
    .sort((a, b) => a.cost - b.cost)
    .filter(({ entry }) => {
      const before = counts.get(entry.group) ?? 0;
      counts.set(entry.group, before + 1);
      return before < most;
    });
}

function matchEntry(entry: PaletteEntry, text: string): (Hit & Pick<Match, 'cost'>) | null {
  const inText = matchText(entry.text, text);
  if (inText !== null) return { ...plain(entry), cost: inText.cost, ranges: inText.ranges };
  if (!entry.isDetailSought || entry.detail === undefined) return null;
  // Words may be spread over both: "hazel bakery".
  const both = matchText(`${entry.text}\n${entry.detail}`, text);
  if (both === null) return null;
  const end = entry.text.length;
  return {
    entry,
    cost: both.cost + 1,
    ranges: both.ranges.filter(([, to]) => to <= end),
    detailRanges: both.ranges
      .filter(([from]) => from > end)
      .map(([from, to]): Range => [from - end - 1, to - end - 1]),
  };
}

function plain(entry: PaletteEntry): Hit {
  return { entry, ranges: [], detailRanges: [] };
}
