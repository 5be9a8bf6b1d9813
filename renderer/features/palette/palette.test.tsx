import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { SearchAnswer } from '../../../shared/contract/search.ts';
import { BriefId, InterviewId, NoteId, OriginalHash, PersonId } from '../../../shared/ids.ts';
import { overlayStore } from '../../state/overlay-store.ts';
import { preferencesStore } from '../../state/preferences-store.ts';
import { type Answers, mountWithHost } from '../../testing/mount-with-host.tsx';
import { Palette } from './palette.tsx';

afterEach(() => {
  overlayStore.getState().close();
  preferencesStore.getState().change({ theme: 'system' });
});

async function mount(query = '', answers: Answers = {}) {
  const onClose = vi.fn();
  const host = await mountWithHost(<Palette query={query} onClose={onClose} />, {
    answers: {
      ...answers,
      'interviews.list': () => [],
      'needs.list': () => ({
        needs: [],
        run: null,
        notInRun: [],
        interviewsWithWords: 0,
        peopleForRecurring: 2,
        otherLanguages: [],
        extraction: { kind: 'idle' },
      }),
    },
    records: [
      [
        'briefs',
        'b1',
        {
          id: BriefId.parse('b1'),
          title: 'Monday numbers',
          createdAt: '2026-11-24T08:00:00Z',
          createdBy: PersonId.parse('p1'),
          isArchived: false,
        },
      ],
    ],
  });
  await screen.findByRole('combobox');
  return { ...host, onClose };
}

it('goes to what is found, with Enter', async () => {
  const { facilities, onClose } = await mount();
  await userEvent.type(screen.getByRole('combobox'), 'mnoday');
  expect(await screen.findByRole('option', { name: /Monday numbers/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await userEvent.keyboard('{Enter}');
  expect(facilities.navigation.getState().place).toEqual({ place: 'brief', briefId: 'b1' });
  expect(onClose).toHaveBeenCalled();
});

it('does a command, and shows its key', async () => {
  await mount();
  await userEvent.type(screen.getByRole('combobox'), '>keyboard');
  const command = await screen.findByRole('option', { name: /Keyboard/ });
  expect(command).toHaveTextContent('?');
  await userEvent.click(command);
  expect(overlayStore.getState().overlay).toEqual({ kind: 'keyboard' });
});

it('changes the theme', async () => {
  await mount('> dark');
  await userEvent.click(await screen.findByRole('option', { name: 'Dark theme' }));
  expect(preferencesStore.getState().preferences.theme).toBe('dark');
});

it('narrows to the group of what is chosen with Tab, and widens again with Backspace', async () => {
  await mount();
  await userEvent.type(screen.getByRole('combobox'), 'monday');
  await screen.findByRole('option', { name: /Monday numbers/ });
  await userEvent.keyboard('{Tab}');
  expect(screen.getByRole('button', { name: /Search in Briefs only/ })).toBeVisible();
  await userEvent.clear(screen.getByRole('combobox'));
  await userEvent.keyboard('{Backspace}');
  await waitFor(() => expect(screen.queryByRole('button', { name: /Search in Briefs only/ })).toBeNull());
});

it('says in a sentence that nothing is called so, offers the nearest word, and tells how many there are', async () => {
  await mount();
  await userEvent.type(screen.getByRole('combobox'), 'nubmres');
  expect(await screen.findByText(/Nobody said ‘nubmres’/)).toBeVisible();
  expect(await screen.findByText('0 results')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'numbers' }));
  expect(await screen.findByRole('option', { name: /Monday numbers/ })).toBeVisible();
});

it('names the selected result to screen readers, however the results change', async () => {
  await mount();
  const field = screen.getByRole('combobox');
  for (const typed of ['mon', 'monz', 'mon', 'n']) {
    await userEvent.clear(field);
    await userEvent.type(field, typed);
    const [selected] = screen.queryAllByRole('option', { selected: true });
    expect(field.getAttribute('aria-activedescendant')).toBe(selected?.id ?? null);
  }
});

const nothing: SearchAnswer = { groups: [], nearest: null, isTooCommon: false, building: null };
const interviewId = InterviewId.parse('i1');

it('shows what was said and noted, with the letters that matched, and opens exactly there', async () => {
  const original = OriginalHash.parse('a'.repeat(64));
  const where = { interviewId, participant: 'Hazel' };
  const answer: SearchAnswer = {
    ...nothing,
    groups: [
      {
        kind: 'said',
        total: 1,
        hits: [
          {
            kind: 'said',
            ...where,
            text: 'Every Monday I count',
            ranges: [[6, 12]],
            isParticipant: true,
            original,
            start: 40,
            startMs: 62_000,
          },
        ],
      },
      {
        kind: 'notes',
        total: 1,
        hits: [
          {
            kind: 'notes',
            ...where,
            text: 'counts on monday',
            ranges: [[10, 16]],
            noteId: NoteId.parse('n1'),
            author: PersonId.parse('p1'),
            atMs: 61_000,
          },
        ],
      },
    ],
  };
  const { facilities } = await mount('monday', { 'search.query': () => answer });
  const said = await screen.findByRole('option', { name: /Every Monday I count/ });
  expect(said).toHaveTextContent('“Every Monday I count”Hazel 01:02');
  expect(said.querySelector('mark')).toHaveTextContent('Monday');
  expect(screen.getAllByRole('group').map((group) => group.textContent?.slice(0, 6))).toEqual([
    '“Every',
    'counts',
    'Monday',
  ]);
  await userEvent.click(said);
  const focus = { original, start: 40 };
  expect(facilities.navigation.getState().place).toEqual({ place: 'interview', interviewId, focus });
  await userEvent.click(await screen.findByRole('option', { name: /counts on monday/ }));
  expect(facilities.navigation.getState().place).toEqual({ place: 'interview', interviewId, noteId: 'n1' });
});

it('says how far the index is while it is made, and offers the nearest word of everything', async () => {
  const building = { done: 40, total: 100 };
  const nearest = { word: 'delivery', texts: 14 };
  await mount('delviery', { 'search.query': () => ({ ...nothing, building, nearest }) });
  expect(
    await screen.findByText('Search is being rebuilt, 40 %. Names and commands work.'),
  ).toBeInTheDocument();
  expect(screen.getByText(/Nobody said ‘delviery’/)).toHaveTextContent(
    'Nobody said ‘delviery’. Nearest: delivery (14).',
  );
});
