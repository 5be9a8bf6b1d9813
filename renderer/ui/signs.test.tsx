import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { initialsFor } from './avatar.tsx';
import { connectionText } from './connection-pill.tsx';
import { keyLabel } from './keycap.tsx';
import { Pair } from './pair.tsx';
import { PeopleStrip, stripSentence } from './people-strip.tsx';
import { Quote } from './quote.tsx';
import { roomSentence } from './role-mark.tsx';
import { Track, trackSentence } from './track.tsx';

describe('the people strip', () => {
  it('says in a sentence what its cells show', () => {
    render(
      <PeopleStrip
        cells={['for', 'for', 'against', 'silent', 'pending']}
        names={['Alder', 'Birch', 'Cedar', 'Elm', 'Rowan']}
      />,
    );
    expect(screen.getByRole('img')).toHaveAccessibleName(
      '2 of 4 people, 1 against, 1 not counted yet. For: Alder, Birch. Against: Cedar.',
    );
  });

  it('counts only, without names, from 25 people on', () => {
    const cells = Array.from({ length: 25 }, () => 'for' as const);
    expect(
      stripSentence(
        cells,
        cells.map(() => 'Alder'),
      ),
    ).toBe('25 of 25 people');
  });

  it('is silent where the same numbers stand beside it', () => {
    render(<PeopleStrip cells={['for']} isDecorative />);
    expect(screen.queryByRole('img')).toBeNull();
  });
});

describe('the pair', () => {
  it('names both sides and keeps their order', () => {
    render(<Pair asked="“I want a dashboard.”" needs="Three figures that agree with the till." />);
    const [asked, needs] = screen.getAllByRole('region');
    expect(asked).toHaveAccessibleName('Asked for');
    expect(needs).toHaveAccessibleName('Needs');
    expect(
      within(screen.getByRole('region', { name: 'Needs' })).getByText(/agree with the till/),
    ).toBeVisible();
  });
});

describe('a quote', () => {
  it('shows the words in quotation marks with who and when', async () => {
    const open = vi.fn();
    render(
      <Quote
        text="Blank is honest."
        name="Rowan"
        about="two food trucks"
        time={{ text: '11:57', ms: 717_000 }}
        onOpen={open}
      />,
    );
    expect(screen.getByRole('figure')).toHaveTextContent('“Blank is honest.”Rowantwo food trucks11:57');
    await userEvent.click(screen.getByRole('button', { name: "11:57, open Rowan's transcript here" }));
    expect(open).toHaveBeenCalledOnce();
  });

  it('says that a time is estimated', () => {
    render(<Quote text="Blank is honest." name="Rowan" time={{ text: '11:57', isApproximate: true }} />);
    expect(screen.getByRole('figure')).toHaveTextContent('≈ about 11:57');
  });
});

describe('the track', () => {
  it('says how many notes each viewpoint took', () => {
    expect(
      trackSentence([
        { atMs: 0, role: 'pm', isMarked: true },
        { atMs: 10, role: 'engineer' },
        { atMs: 20, role: 'engineer' },
      ]),
    ).toBe('1 note by the PM, 2 by the engineer, 1 marked moment');
  });

  it('draws one mark per 20 s above 120 notes', () => {
    const notes = Array.from({ length: 121 }, (_, index) => ({ atMs: index * 10_000, role: 'pm' as const }));
    const { container } = render(<Track notes={notes} durationMs={1_210_000} />);
    expect(container.querySelectorAll('circle')).toHaveLength(61);
  });
});

it('says who was in the room and who was not', () => {
  expect(
    roomSentence([
      { name: 'Ines', role: 'pm', isPresent: false },
      { name: 'Tomas', role: 'engineer', isPresent: true },
    ]),
  ).toBe('Tomas, engineer, in the room; Ines, PM, was not');
  expect(
    roomSentence([
      { role: 'pm', isPresent: true },
      { role: 'engineer', isPresent: true },
    ]),
  ).toBe('PM and engineer in the room');
});

it('gives two people with one initial two letters', () => {
  expect(initialsFor(['Ines', 'Tomas', 'Tilda'])).toEqual(['I', 'To', 'Ti']);
});

it('writes keys as they are printed on the keyboard at hand', () => {
  expect(keyLabel('Ctrl K', false)).toBe('Ctrl K');
  expect(keyLabel('Ctrl K', true)).toBe('⌘K');
  expect(keyLabel('Ctrl Enter', false)).toBe('Ctrl ↵');
  expect(keyLabel('Enter', true)).toBe('Enter');
});

it('says how many edits wait', () => {
  expect(connectionText({ kind: 'reconnecting', waitingEdits: 1 })).toBe('Reconnecting · 1 edit waiting');
  expect(connectionText({ kind: 'reconnecting', waitingEdits: 0 })).toBe('Reconnecting');
  expect(connectionText({ kind: 'unsaved', edits: 6 })).toBe('Not saved · 6 edits');
});
