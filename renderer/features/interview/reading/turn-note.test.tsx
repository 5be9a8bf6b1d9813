import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { UiProviders } from '../../../ui/ui-providers.tsx';
import { TurnNote } from './turn-note.tsx';

interface WritingProps {
  readonly onKeep: (text: string, atMs: number) => void;
  readonly onClose: () => void;
  /** Words from before, and the call time they were begun at. */
  readonly begun?: { readonly text: string; readonly atMs: number };
}

function Writing({ onKeep, onClose, begun }: WritingProps) {
  const [text, setText] = useState(begun?.text ?? '');
  const [isOpen, setOpen] = useState(true);
  const draft = text === '' ? null : { text, atMs: begun?.atMs ?? null, beganAtEpochMs: 0, plainAt: [] };
  const writing = {
    draft: { draft, change: setText, leavePlain: () => {}, clear: () => setText(''), clearSent: () => {} },
    beginAt: () => {},
    tags: [],
    addToCodebook: () => {},
    keep(atMs: number) {
      if (text === '') return false;
      onKeep(text, atMs);
      setText('');
      return true;
    },
  };
  return (
    <UiProviders>
      {isOpen ? (
        <TurnNote
          writing={writing}
          atMs={754_000}
          left={0}
          top={0}
          onClose={() => {
            setOpen(false);
            onClose();
          }}
        />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Again
        </button>
      )}
    </UiProviders>
  );
}

it('keeps a note at the time of the words, and nothing where nothing is typed', async () => {
  const keep = vi.fn();
  const close = vi.fn();
  render(<Writing onKeep={keep} onClose={close} />);
  const user = userEvent.setup();
  expect(screen.getByRole('form', { name: 'Note at 12:34' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }));
  await user.keyboard('{Enter}');
  expect(close).not.toHaveBeenCalled();
  await user.keyboard('paper is faster{Enter}');
  expect(keep).toHaveBeenCalledExactlyOnceWith('paper is faster', 754_000);
  expect(close).toHaveBeenCalledTimes(1);
});

it('keeps what was typed as a draft when it is closed, for the next time', async () => {
  const keep = vi.fn();
  render(<Writing onKeep={keep} onClose={() => {}} />);
  const user = userEvent.setup();
  await user.keyboard('half a thou{Escape}');
  expect(keep).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Again' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('half a thou');
  await user.keyboard('ght{Enter}');
  expect(keep).toHaveBeenCalledExactlyOnceWith('half a thought', 754_000);
});

it('keeps words that were begun beside other words at their time, and says so', async () => {
  const keep = vi.fn();
  render(<Writing onKeep={keep} onClose={() => {}} begun={{ text: 'half a thou', atMs: 60_000 }} />);
  const user = userEvent.setup();
  expect(screen.getByRole('form', { name: 'Note at 01:00' })).toBeVisible();
  expect(screen.getByText(/^You began this at 01:00, and it is kept there\./)).toBeVisible();
  await user.keyboard('ght{Enter}');
  expect(keep).toHaveBeenCalledExactlyOnceWith('half a thought', 60_000);
});

it('moves such words to the words that are read now when somebody says so', async () => {
  const keep = vi.fn();
  render(<Writing onKeep={keep} onClose={() => {}} begun={{ text: 'half a thought', atMs: 60_000 }} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Keep it at 12:34' }));
  await user.click(screen.getByRole('button', { name: /^Keep( Enter)?$/ }));
  expect(keep).toHaveBeenCalledExactlyOnceWith('half a thought', 754_000);
});
