import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useListKeys } from './list-keys.ts';

const names = ['Rowan', 'Maple', 'Linden'];

function People({
  onOpen,
  onChoose,
}: {
  readonly onOpen?: (index: number) => void;
  readonly onChoose?: (index: number) => void;
}) {
  const [current, setCurrent] = useState(-1);
  const list = useListKeys({ count: names.length, current, onMove: setCurrent, onOpen, onChoose });
  return (
    <>
      <input aria-label="Search" />
      <ul ref={list.listRef}>
        {names.map((name, index) => (
          <li key={name} {...list.rowProps(index)}>
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}

describe('useListKeys', () => {
  it('moves the focus with J, K, arrows, Home and End and stops at the ends', async () => {
    render(<People />);
    const seen: (string | null)[] = [];
    for (const key of ['j', 'j', '{ArrowDown}', '{ArrowDown}', 'k', '{Home}', '{ArrowUp}', '{End}']) {
      await userEvent.keyboard(key);
      seen.push(document.activeElement?.textContent ?? null);
    }
    expect(seen).toEqual(['Rowan', 'Maple', 'Linden', 'Linden', 'Maple', 'Rowan', 'Rowan', 'Linden']);
  });

  it('has one Tab stop, the current row', async () => {
    render(<People />);
    await userEvent.keyboard('jj');
    const stops = screen.getAllByRole('listitem').filter((row) => row.tabIndex === 0);
    expect(stops.map((row) => row.textContent)).toEqual(['Maple']);
    expect(stops[0]).toHaveAttribute('aria-current', 'true');
  });

  it('opens the current row with Enter', async () => {
    const onOpen = vi.fn();
    render(<People onOpen={onOpen} />);
    await userEvent.keyboard('jj{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('chooses with X and extends with Shift J', async () => {
    const onChoose = vi.fn();
    render(<People onChoose={onChoose} />);
    await userEvent.keyboard('jx{Shift>}j{/Shift}');
    expect(onChoose.mock.calls).toEqual([[0], [0]]);
    expect(document.activeElement).toHaveTextContent('Maple');
  });

  it('stays still while somebody types', async () => {
    render(<People />);
    await userEvent.type(screen.getByLabelText('Search'), 'jk{ArrowDown}{Enter}');
    expect(screen.getByLabelText('Search')).toHaveValue('jk');
    expect(screen.getByLabelText('Search')).toHaveFocus();
  });

  it('takes a row as current when it is focused by pointer or Tab', async () => {
    render(<People />);
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByText('Rowan')).toHaveAttribute('aria-current', 'true');
  });
});
