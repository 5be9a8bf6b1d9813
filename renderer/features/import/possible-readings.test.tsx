import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Turn } from '../../../shared/transcripts/transcript.ts';
import { PossibleReadings } from './possible-readings.tsx';

const turn = (startMs: number): Turn => ({ speaker: 'Ann', startMs, endMs: null, text: 'Hi.', cues: [] });

it('shows the first lines as each reading has them, and takes the one that is chosen', async () => {
  const onReadAs = vi.fn();
  render(
    <PossibleReadings
      fileName="call.txt"
      preview={{
        format: 'plain-text',
        firstTurns: [turn(3_723_000)],
        otherReadings: [{ format: 'clock-text', firstTurns: [turn(0)] }],
      }}
      onReadAs={onReadAs}
    />,
  );
  expect(screen.getByText(/^Two readings fit: Plain text, or Text with times of day\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Look at it as Plain text' }));
  expect(within(screen.getByRole('region')).getByText('1:02:03')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Look at it as Text with times of day' }));
  expect(within(screen.getByRole('region')).getByText('00:00')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Read as Text with times of day' }));
  expect(onReadAs).toHaveBeenCalledExactlyOnceWith('clock-text');
});
