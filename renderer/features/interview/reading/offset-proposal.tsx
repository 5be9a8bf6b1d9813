// Says where the words seem to lie on the call's clock, until somebody takes it, or shows that they know better.
import { useState } from 'react';
import type { OffsetProposal } from '../../../../shared/transcripts/propose-offset.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { shiftText } from './overview.tsx';

export interface OffsetLineProps {
  readonly proposal: OffsetProposal | null;
  readonly offsetMs: number;
  readonly onTake: (offsetMs: number) => void;
}

/** Nothing for a difference that nobody would see. */
const LEAST_MS = 1_500;

export function OffsetLine({ proposal, offsetMs, onTake }: OffsetLineProps) {
  const [isDismissed, setDismissed] = useState(false);
  if (proposal === null || isDismissed || Math.abs(proposal.offsetMs - offsetMs) < LEAST_MS) return null;
  const shift = shiftText(-proposal.offsetMs);
  return (
    <Callout
      announce="status"
      actions={
        <>
          <Button size="small" onClick={() => onTake(proposal.offsetMs)}>
            Shift by {shift}
          </Button>
          <Button size="small" variant="ghost" onClick={() => setDismissed(true)}>
            Leave it
          </Button>
        </>
      }
    >
      {proposal.from === 'words'
        ? `${proposal.moments} notes repeat words of the transcript. They stand beside them with a shift of ${shift}.`
        : `By the recording’s start, notes and words meet with a shift of ${shift}.`}
    </Callout>
  );
}
