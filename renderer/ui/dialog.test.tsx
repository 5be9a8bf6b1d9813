import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AlertDialog } from './alert-dialog.tsx';
import { Dialog } from './dialog.tsx';

function Opener({ onMerge }: { readonly onMerge: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Merge
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Merge 2 needs?"
        primary={{ label: 'Merge into “Three numbers…”', onDo: onMerge }}
      >
        <input aria-label="Name" />
      </Dialog>
    </>
  );
}

describe('a dialog', () => {
  it('closes with Esc and returns the focus to its opener', async () => {
    render(<Opener onMerge={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await screen.findByRole('dialog', { name: 'Merge 2 needs?' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Merge' })).toHaveFocus());
  });

  it('presses the filled button on Ctrl Enter, also from a field', async () => {
    const onMerge = vi.fn();
    render(<Opener onMerge={onMerge} />);
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await userEvent.type(await screen.findByLabelText('Name'), 'x{Control>}{Enter}{/Control}');
    expect(onMerge).toHaveBeenCalledOnce();
  });

  it('offers Cancel beside the act without being asked', async () => {
    render(<Opener onMerge={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('does not press a disabled act', async () => {
    const onDo = vi.fn();
    render(
      <Dialog
        isOpen
        onClose={vi.fn()}
        title="Import"
        primary={{ label: 'Import', onDo, isDisabled: true }}
      />,
    );
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onDo).not.toHaveBeenCalled();
  });
});

describe('the focus of a dialog', () => {
  it('starts in its body, not on the close button', async () => {
    render(<Opener onMerge={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
  });

  it('starts on the filled button when the body takes none', async () => {
    render(<Dialog isOpen onClose={vi.fn()} title="Import" primary={{ label: 'Go on', onDo: vi.fn() }} />);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Go on' })).toHaveFocus());
  });
});

describe('an alert dialog', () => {
  it('starts on the way out when the act destroys', async () => {
    render(
      <AlertDialog
        isOpen
        isDestructive
        onClose={vi.fn()}
        title="Remove everything Cedar said?"
        act={{ label: 'Remove', onDo: vi.fn() }}
      >
        This cannot be undone.
      </AlertDialog>,
    );
    expect(await screen.findByRole('alertdialog')).toHaveAccessibleDescription('This cannot be undone.');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus());
  });
});
