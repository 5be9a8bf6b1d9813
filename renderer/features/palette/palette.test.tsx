import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { BriefId, PersonId } from '../../../shared/ids.ts';
import { overlayStore } from '../../state/overlay-store.ts';
import { preferencesStore } from '../../state/preferences-store.ts';
import { mountWithHost } from '../../testing/mount-with-host.tsx';
import { Palette } from './palette.tsx';

afterEach(() => {
  overlayStore.getState().close();
  preferencesStore.getState().change({ theme: 'system' });
});

async function mount(query = '') {
  const onClose = vi.fn();
  const host = await mountWithHost(<Palette query={query} onClose={onClose} />, {
    answers: {
      'interviews.list': () => [],
      'needs.list': () => ({
        needs: [],
        run: null,
        notInRun: [],
        interviewsWithWords: 0,
        peopleForRecurring: 2,
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
  expect(await screen.findByText(/Nobody said “nubmres”/)).toBeVisible();
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
