import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BriefId, InterviewId, NeedId, NoteId, OriginalHash, TagId } from '../../shared/ids.ts';
import { createNavigation, type Place } from './navigation.ts';
import { placeOfHash, placeToHash } from './place-hash.ts';

const interviewId = InterviewId.parse('i1');

let close = () => {};

beforeEach(() => window.history.replaceState(null, '', '/'));
afterEach(() => {
  close();
  window.history.replaceState(null, '', '/');
});

function start() {
  const navigation = createNavigation(window);
  close = navigation.close;
  return navigation.store;
}

const ids = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>(
    { place: 'home' },
    { place: 'interviews' },
    { place: 'needs' },
    { place: 'briefs' },
    { place: 'codebook' },
    { place: 'settings' },
    { place: 'privacy' },
  ),
  ids.map((id): Place => ({ place: 'prepare', interviewId: InterviewId.parse(id) })),
  ids.map((id): Place => ({ place: 'live', interviewId: InterviewId.parse(id) })),
  ids.map((id): Place => ({ place: 'interview', interviewId: InterviewId.parse(id) })),
  fc.tuple(ids, fc.stringMatching(/^[0-9a-f]{64}$/), fc.nat(99_999_999)).map(
    ([id, original, start]): Place => ({
      place: 'interview',
      interviewId: InterviewId.parse(id),
      focus: { original: OriginalHash.parse(original), start },
    }),
  ),
  fc.tuple(ids, ids).map(
    ([id, note]): Place => ({
      place: 'interview',
      interviewId: InterviewId.parse(id),
      noteId: NoteId.parse(note),
    }),
  ),
  ids.map((id): Place => ({ place: 'codebook', tagId: TagId.parse(id) })),
  ids.map((id): Place => ({ place: 'need', needId: NeedId.parse(id) })),
  ids.map((id): Place => ({ place: 'brief', briefId: BriefId.parse(id) })),
);

it('reads every place back from its address', () => {
  fc.assert(
    fc.property(places, (place) => {
      expect(placeOfHash(placeToHash(place))).toEqual(place);
    }),
  );
});

it('takes whatever else an address may hold for home, or for a place', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(placeOfHash(`#${text}`).place).toBeTypeOf('string');
    }),
  );
});

it.each([
  '',
  '#/',
  '#/nowhere',
  '#/interviews/a%2Fb',
  '#/interviews/i1/edit',
  '#/needs/n1/x',
  '#/needs/',
  '#/a/b/c/d',
])('takes %j for home', (hash) => expect(placeOfHash(hash)).toEqual({ place: 'home' }));

it('leaves out a focus that is none', () => {
  expect(placeOfHash('#/interviews/i1?original=zz&start=3')).toEqual({ place: 'interview', interviewId });
});

it('begins where the address says, so that a reload keeps the place', () => {
  window.history.replaceState(null, '', '#/interviews/i1/live');
  expect(start().getState().place).toEqual({ place: 'live', interviewId });
});

it('goes to a place, and writes it into the address', () => {
  const navigation = start();
  navigation.getState().go({ place: 'live', interviewId });
  expect(navigation.getState().place).toEqual({ place: 'live', interviewId });
  expect(window.location.hash).toBe('#/interviews/i1/live');
});

it('adds no step when it goes to where it is, or replaces', () => {
  const pushed = vi.spyOn(window.history, 'pushState');
  const navigation = start();
  navigation.getState().go({ place: 'needs' });
  navigation.getState().go({ place: 'needs' });
  navigation.getState().go({ place: 'briefs' }, { replace: true });
  expect(pushed).toHaveBeenCalledTimes(1);
  expect(window.history.state).toEqual({ depth: 1 });
  pushed.mockRestore();
});

it('follows the browser’s Back', () => {
  const navigation = start();
  navigation.getState().go({ place: 'needs' });
  // Happy DOM keeps no history to go back in: the address and the event are what a browser would make of it.
  window.history.replaceState({ depth: 0 }, '', '#/interviews');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(navigation.getState().place).toEqual({ place: 'interviews' });
});

it('goes one step back where there is one, and home where there is none', () => {
  const stepped = vi.spyOn(window.history, 'back').mockImplementation(() => undefined);
  const navigation = start();
  navigation.getState().go({ place: 'settings' }, { replace: true });
  navigation.getState().back();
  expect(navigation.getState().place).toEqual({ place: 'home' });
  expect(stepped).not.toHaveBeenCalled();
  navigation.getState().go({ place: 'needs' });
  navigation.getState().back();
  expect(stepped).toHaveBeenCalledTimes(1);
  stepped.mockRestore();
});

it('stays where it is when a link leads to a part of the page', () => {
  const navigation = start();
  navigation.getState().go({ place: 'needs' });
  window.history.replaceState(null, '', '#content');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(navigation.getState().place).toEqual({ place: 'needs' });
  expect(window.location.hash).toBe('#/needs');
});
