import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Matrix } from './matrix.tsx';
import type { MatrixNeed, MatrixPlace } from './matrix-model.ts';
import { UiProviders } from './ui-providers.tsx';
import { WideMatrix } from './wide-matrix.tsx';

const noCell = { quotes: 0, against: 0, isPending: false };

function need(number: number, people: number): MatrixNeed {
  return {
    id: `n${number}`,
    label: `Need ${number}`,
    second: 'asked for: nothing',
    rank: number < 3 ? number + 1 : null,
    reason: '',
    people: 1,
    against: 0,
    isPinned: false,
    isSuggested: false,
    cells: Array.from({ length: people }, (_, at) =>
      at === number % people ? { ...noCell, quotes: 2 } : noCell,
    ),
  };
}

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `p${at}`, name: `Person ${at}`, room: [] }));

function InPlace({
  draw,
}: {
  readonly draw: (place: MatrixPlace, move: (to: MatrixPlace) => void) => React.ReactNode;
}) {
  const [place, setPlace] = useState<MatrixPlace>({ row: 0, column: 0 });
  return <UiProviders>{draw(place, setPlace)}</UiProviders>;
}

it('has one Tab stop, moves by arrows, and opens a person’s quotes with Enter', async () => {
  const open = vi.fn();
  render(
    <InPlace
      draw={(place, move) => (
        <Matrix
          people={people(4)}
          needs={[0, 1, 2, 3].map((n) => need(n, 4))}
          weakerText="One person."
          place={place}
          onMove={move}
          onOpen={open}
        />
      )}
    />,
  );
  await userEvent.tab();
  expect(screen.getByRole('cell', { name: 'Person 0, 2 quotes' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  expect(screen.getByRole('cell', { name: 'Person 1, 2 quotes' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(open).toHaveBeenLastCalledWith({ row: 1, column: 1 });
  await userEvent.keyboard('{Home}{ArrowLeft}');
  expect(screen.getByRole('rowheader', { name: /Need 1/ })).toHaveFocus();
  expect(screen.getByText('Weaker signals')).toBeVisible();
});

it('opens a need’s people from their number, in both matrices', async () => {
  const open = vi.fn();
  for (const count of [4, 40]) {
    const { unmount } = render(
      <InPlace
        draw={(place, move) => {
          const parts = { people: people(count), needs: [0, 1].map((n) => need(n, count)), place };
          const acts = { onMove: move, onOpen: open };
          return count < 13 ? (
            <Matrix {...parts} {...acts} weakerText="" />
          ) : (
            <WideMatrix {...parts} {...acts} segments={[{ name: '', people: count }]} />
          );
        }}
      />,
    );
    const [, second] = screen.getAllByRole('button', { name: '1 person: open their quotes' });
    if (second === undefined) throw new Error('there are two needs');
    await userEvent.click(second);
    expect(open).toHaveBeenLastCalledWith({ row: 1, column: -1 });
    open.mockClear();
    unmount();
  }
});

it('draws only what is in view of many people and needs, counts all of them, and folds a segment', async () => {
  const segments = [
    { name: 'Trucks', people: 100 },
    { name: '', people: 400 },
  ];
  render(
    <InPlace
      draw={(place, move) => (
        <WideMatrix
          people={people(500)}
          segments={segments}
          needs={Array.from({ length: 300 }, (_, n) => need(n, 500))}
          place={place}
          onMove={move}
          onOpen={() => undefined}
        />
      )}
    />,
  );
  const grid = screen.getByRole('grid');
  expect(grid).toHaveAttribute('aria-rowcount', '302');
  expect(grid).toHaveAttribute('aria-colcount', '503');
  expect(within(grid).getAllByRole('gridcell').length).toBeLessThan(3_000);
  const first = within(grid).getByRole('gridcell', { name: 'Person 0, 2 quotes' });
  await userEvent.click(first);
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(await screen.findByText('No segment, 400 people')).toBeInTheDocument();
  await userEvent.click(within(grid).getByRole('button', { name: 'Trucks 100' }));
  expect(grid).toHaveAttribute('aria-colcount', '404');
  expect(within(grid).getAllByRole('gridcell', { name: 'Trucks, 1 of 100 people' }).length).toBeGreaterThan(
    0,
  );
});
