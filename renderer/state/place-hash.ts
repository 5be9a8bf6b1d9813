// A place as the part of an address behind `#`, and back.
import { BriefId, InterviewId, NeedId, NoteId, OriginalHash, TagId } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import type { Focus, Place } from './place.ts';

/** For example `#/interviews/01J…/live`. */
export function placeToHash(place: Place): string {
  switch (place.place) {
    case 'home':
      return '#/';
    case 'interviews':
    case 'needs':
    case 'briefs':
    case 'settings':
    case 'privacy':
      return `#/${place.place}`;
    case 'codebook':
      return place.tagId === undefined ? '#/codebook' : `#/codebook/${place.tagId}`;
    case 'prepare':
    case 'live':
    case 'debrief':
      return `#/interviews/${place.interviewId}/${place.place}`;
    case 'interview':
      return `#/interviews/${place.interviewId}${place.noteId ? `?note=${place.noteId}` : focusToQuery(place.focus)}`;
    case 'need':
      return `#/needs/${place.needId}`;
    case 'brief':
      return `#/briefs/${place.briefId}`;
    default:
      return assertNever(place);
  }
}

/** Home for whatever is no place of Earshot's. */
export function placeOfHash(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [section, id, part, ...rest] = path.split('/');
  if (rest.length > 0) return { place: 'home' };
  if (id === undefined) return placeOfSection(section) ?? { place: 'home' };
  return placeOfId(section, id, part, query) ?? { place: 'home' };
}

function placeOfSection(section: string | undefined): Place | undefined {
  switch (section) {
    case 'interviews':
    case 'needs':
    case 'briefs':
    case 'codebook':
    case 'settings':
    case 'privacy':
      return { place: section };
    default:
      return undefined;
  }
}

function placeOfId(
  section: string | undefined,
  id: string,
  part: string | undefined,
  query: string,
): Place | undefined {
  if (section === 'interviews') {
    const interviewId = InterviewId.safeParse(id).data;
    if (interviewId === undefined) return undefined;
    if (part === 'prepare' || part === 'live' || part === 'debrief') return { place: part, interviewId };
    if (part !== undefined) return undefined;
    const focus = focusOfQuery(query);
    const noteId = NoteId.safeParse(new URLSearchParams(query).get('note')).data;
    return { place: 'interview', interviewId, ...(focus && { focus }), ...(noteId && { noteId }) };
  }
  if (part !== undefined) return undefined;
  if (section === 'needs') {
    const needId = NeedId.safeParse(id).data;
    return needId && { place: 'need', needId };
  }
  if (section === 'codebook') {
    const tagId = TagId.safeParse(id).data;
    return tagId && { place: 'codebook', tagId };
  }
  if (section === 'briefs') {
    const briefId = BriefId.safeParse(id).data;
    return briefId && { place: 'brief', briefId };
  }
  return undefined;
}

function focusToQuery(focus: Focus | undefined): string {
  return focus === undefined ? '' : `?original=${focus.original}&start=${focus.start}`;
}

function focusOfQuery(query: string): Focus | undefined {
  const fields = new URLSearchParams(query);
  const original = OriginalHash.safeParse(fields.get('original'));
  const start = fields.get('start') ?? '';
  return original.success && /^\d{1,9}$/.test(start)
    ? { original: original.data, start: Number(start) }
    : undefined;
}
