import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NeedId, StatementId } from '../../../../shared/ids.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import { UiProviders } from '../../../ui/ui-providers.tsx';
import type { TurnStatement } from './statements.ts';
import { TurnRow, type TurnRowProps } from './turn-row.tsx';

const turn: Turn = {
  speaker: 'R. Okafor',
  startMs: 451_000,
  endMs: 460_000,
  text: 'Well, I want a dashboard. Like the one my accountant has.',
  cues: [],
};

function statement(kind: 'need' | 'request', from: number, to: number, label: string): TurnStatement {
  return {
    from,
    to,
    statement: {
      id: StatementId.parse(`s${from}`),
      kind,
      needId: NeedId.parse(label.replace(/\W/g, '-')),
      label,
      start: from,
      end: to,
      startMs: null,
      endMs: null,
    },
  };
}

function show(props: Partial<TurnRowProps>): void {
  render(
    <UiProviders>
      <TurnRow
        turn={turn}
        speaker={{ kind: 'participant', name: 'Rowan' }}
        offsetMs={0}
        isApproximate={false}
        notes={[]}
        people={[]}
        statements={[]}
        needs={[]}
        hits={[]}
        isCurrent={false}
        isFlashing={false}
        onOpenNeed={() => {}}
        {...props}
      />
    </UiProviders>,
  );
}

it('sets only a participant’s words in the voice', () => {
  show({});
  expect(screen.getByText(turn.text)).toHaveClass('voice');
  show({ turn: { ...turn, text: 'Which numbers?' }, speaker: { kind: 'team', name: 'Ines' } });
  expect(screen.getByText('Which numbers?')).not.toHaveClass('voice');
});

it('shows call time, with ≈ where times were estimated, and none where there is none', () => {
  show({ offsetMs: -2_500, isApproximate: true });
  expect(screen.getByText('07:28')).toHaveTextContent('≈ about 07:28');
  show({ turn: { ...turn, startMs: null, text: 'Later.' } });
  expect(screen.getAllByRole('time')).toHaveLength(1);
});

it('marks a statement and says what it is; a press opens its need', async () => {
  const onOpenNeed = vi.fn();
  show({ statements: [statement('request', 6, 25, 'Three numbers')], onOpenNeed });
  const link = screen.getByRole('link', { name: 'I want a dashboard.' });
  expect(link).toHaveAccessibleDescription('asked for: Three numbers');
  expect(link.querySelector('mark')).not.toBeNull();
  await userEvent.click(link);
  expect(onOpenNeed).toHaveBeenCalledExactlyOnceWith('Three-numbers');
});

it('names every statement that lies over the same words', () => {
  show({
    statements: [statement('need', 0, 40, 'Three numbers'), statement('request', 6, 25, 'A dashboard')],
  });
  expect(screen.getByRole('link', { name: 'I want a dashboard.' })).toHaveAccessibleDescription(
    'need: Three numbers; asked for: A dashboard',
  );
});

it('shows what is looked for inside a statement', () => {
  show({
    statements: [statement('need', 6, 25, 'Three numbers')],
    hits: [{ from: 15, to: 24, isCurrent: true }],
  });
  expect(screen.getByText('dashboard').parentElement?.tagName).toBe('MARK');
  expect(screen.getByText('dashboard').closest('a')).not.toBeNull();
});
