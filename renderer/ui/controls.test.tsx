import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { IconButton } from './icon-button.tsx';
import { JobPanel } from './job-panel.tsx';
import { Menu } from './menu.tsx';
import { TextField } from './text-field.tsx';
import { ToggleGroup } from './toggle-group.tsx';

it('keeps the key out of a button name and tells it to assistive technology', () => {
  render(<Button keys="Ctrl Enter">Keep</Button>);
  expect(screen.getByRole('button', { name: 'Keep' })).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');
});

it('names a button that is only an icon', () => {
  render(<IconButton icon={MoreHorizontal} label="More" />);
  expect(screen.getByRole('button', { name: 'More' })).toBeVisible();
});

it('opens a menu by keyboard, acts once and returns the focus', async () => {
  const rename = vi.fn();
  render(
    <Menu
      opener={<Button>This need</Button>}
      entries={[{ kind: 'act', label: 'Rename', keys: 'R', onDo: rename }]}
    />,
  );
  screen.getByRole('button', { name: 'This need' }).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  expect(rename).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.getByRole('button', { name: 'This need' })).toHaveFocus());
});

it('checks and unchecks by its words', async () => {
  const onChange = vi.fn();
  render(<Checkbox label="What did last Sunday look like?" isChecked={false} onChange={onChange} />);
  await userEvent.click(screen.getByText('What did last Sunday look like?'));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  expect(screen.getByRole('checkbox', { name: 'What did last Sunday look like?' })).not.toBeChecked();
});

it('reads why a field cannot be kept together with the field', () => {
  render(<TextField label="Your name" value="" onChange={() => undefined} error="A name is needed." />);
  const field = screen.getByRole('textbox', { name: 'Your name' });
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription('A name is needed.');
});

it('always keeps one view on', async () => {
  function Views() {
    const [view, setView] = useState<'matrix' | 'ranked'>('matrix');
    return (
      <ToggleGroup
        label="View"
        value={view}
        onChange={setView}
        options={[
          { value: 'matrix', label: 'Matrix' },
          { value: 'ranked', label: 'Ranked' },
        ]}
      />
    );
  }
  render(<Views />);
  await userEvent.click(screen.getByRole('button', { name: 'Matrix' }));
  expect(screen.getByRole('button', { name: 'Matrix' })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: 'Ranked' }));
  expect(screen.getByRole('button', { name: 'Ranked' })).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('button', { name: 'Matrix' })).toHaveAttribute('aria-pressed', 'false');
});

it('tells how far a job is and lets it be stopped', async () => {
  const onCancel = vi.fn();
  render(<JobPanel title="Listening through Rowan" progress={0.614} onCancel={onCancel} />);
  expect(screen.getByRole('progressbar', { name: 'Listening through Rowan' })).toHaveAttribute(
    'aria-valuenow',
    '61',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});
