import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { UiProviders } from '../../ui/ui-providers.tsx';
import { KEY_COLUMNS } from './key-lists.ts';
import { KeyboardSheet } from './keyboard-sheet.tsx';

function show(onClose = vi.fn()) {
  render(
    <UiProviders>
      <KeyboardSheet onClose={onClose} />
    </UiProviders>,
  );
  return onClose;
}

function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}

it('lists the keys by where they work', () => {
  show();
  const live = screen.getByRole('region', { name: 'Prepare, and live while typing' });
  expect(within(live).getByText('Tick the guide question').closest('li')).toHaveTextContent('Alt ↵');
  expect(
    within(screen.getByRole('region', { name: 'Go to' }))
      .getByText('Needs')
      .closest('li'),
  ).toHaveTextContent('NeedsGN');
});

it('closes with Esc', async () => {
  const onClose = show();
  await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(focused()));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});

it('names each place, and within a place each act, once', () => {
  const lists = KEY_COLUMNS.flat();
  expect(new Set(lists.map((list) => list.where)).size).toBe(lists.length);
  for (const { lines } of lists) expect(new Set(lines.map((line) => line.what)).size).toBe(lines.length);
});

it('prints the names of a Mac on a Mac', () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Macintosh)');
  show();
  expect(screen.getByText('Search and commands').closest('li')).toHaveTextContent('⌘K');
  vi.restoreAllMocks();
});
