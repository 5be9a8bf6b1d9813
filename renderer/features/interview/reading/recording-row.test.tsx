import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { RecordingState } from '../../../../shared/contract/recordings.ts';
import { OriginalHash } from '../../../../shared/ids.ts';
import { RecordingRow } from './recording-row.tsx';

const known = { hash: OriginalHash.parse('a'.repeat(64)), fileName: 'call.wav', offsetMs: 0 };

function show(state: RecordingState) {
  const [onFind, lineUp] = [vi.fn(), vi.fn()];
  const nothing = () => undefined;
  const recording = { state, player: { current: null }, playFrom: nothing, pause: () => false, lineUp };
  const { container } = render(
    <RecordingRow
      recording={{ ...recording, detach: nothing, lookAgain: nothing }}
      currentMs={4_000}
      onFind={onFind}
    />,
  );
  return { container, onFind, lineUp };
}

it('shows no player where there is no file', () => {
  expect(show({ kind: 'none' }).container).toBeEmptyDOMElement();
});

it('plays from the address that the host gave, and lines the current turn up', async () => {
  const { container, lineUp } = show({ kind: 'here', url: '/recordings/abc', ...known });
  expect(container.querySelector('audio')?.getAttribute('src')).toBe('/recordings/abc');
  await userEvent.click(screen.getByRole('button', { name: 'I hear the current turn now' }));
  expect(lineUp).toHaveBeenCalledWith(4_000);
});

it('says that it has moved, and offers to find it', async () => {
  const { container, onFind } = show({ kind: 'moved', ...known });
  expect(screen.getByRole('status').textContent).toMatch(/^The recording has moved\./);
  expect(container.querySelector('audio')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Find it' }));
  expect(onFind).toHaveBeenCalled();
});
