import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConnectionPill, type ReplicaReach } from './connection-pill.tsx';

const tomas: ReplicaReach = { names: ['Tomas'], unsavedEdits: 0, unsentEdits: 0 };

it('reads out a change of state once, and no edit within it', () => {
  const { rerender } = render(<ConnectionPill state={{ kind: 'reconnecting', waitingEdits: 1 }} />);
  const said = screen.getByRole('status');
  rerender(<ConnectionPill state={{ kind: 'reconnecting', waitingEdits: 2 }} />);
  expect(screen.getByRole('group', { name: 'Connection' })).toHaveTextContent(
    'Reconnecting · 2 edits waiting',
  );
  expect(said).toHaveTextContent(/^Reconnecting$/);
  rerender(<ConnectionPill state={{ kind: 'connected', replicas: tomas }} />);
  expect(said).toHaveTextContent(/^Connected$/);
  rerender(<ConnectionPill state={{ kind: 'connected', replicas: { ...tomas, unsentEdits: 1 } }} />);
  expect(said).toHaveTextContent(/^Connected$/);
  expect(screen.getByText('Saved here · sending to Tomas')).toBeVisible();
});
