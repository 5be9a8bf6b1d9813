import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { AppError } from '../../../../shared/errors.ts';
import { InterviewId, OriginalHash } from '../../../../shared/ids.ts';
import type { Verdict } from '../../../../shared/needs/decision.ts';
import { aNeed } from '../../../../shared/needs/testing/needs.ts';
import { needA, needB } from '../../../../shared/needs/testing/statements.ts';
import { type Answers, mountWithHost } from '../../../testing/mount-with-host.tsx';
import { useNeedEvidence } from './use-need-evidence.tsx';

const interviewId = InterviewId.parse('rowan');
const original = OriginalHash.parse('a'.repeat(64));
const needs = [
  aNeed({ id: needA, label: 'Count the till once', status: 'suggested' }),
  aNeed({ id: needB, label: 'Hand over the order', status: 'accepted' }),
];

function Words({ verdict }: { readonly verdict: Verdict }) {
  const { ask, dialog } = useNeedEvidence(interviewId, original, needs);
  return (
    <>
      <button type="button" onClick={() => ask({ from: 12, to: 40 }, verdict)}>
        ask
      </button>
      {dialog}
    </>
  );
}

async function open(verdict: Verdict, answers: Answers) {
  const mounted = await mountWithHost(<Words verdict={verdict} />, { answers });
  await userEvent.click(screen.getByRole('button', { name: 'ask' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Search needs' })).toHaveFocus());
  return mounted;
}

it('gives words to the need that is typed and chosen with Enter, and takes them back', async () => {
  const { asked } = await open('against', {
    'needs.addQuote': () => ({ decisionId: 'd1' }),
    'needs.undo': () => ({ decisionId: 'd2' }),
  });
  await userEvent.keyboard('till{Enter}');
  await screen.findByText('Counts against “Count the till once”.');
  const source = { kind: 'words', interviewId, original, from: 12, to: 40 };
  expect(asked('needs.addQuote')).toEqual([{ id: needA, source, verdict: 'against' }]);
  expect(screen.queryByRole('textbox', { name: 'Search needs' })).toBeNull();
  await userEvent.click(await screen.findByText('Undo'));
  await screen.findByText('Undone.');
  expect(asked('needs.undo')).toEqual([{ decisionId: 'd1' }]);
});

it('offers the accepted needs first, and says when the host did not take the words', async () => {
  const { asked } = await open('for', {
    'needs.addQuote': () => {
      throw new AppError('not-found', 'the need is gone');
    },
  });
  expect(screen.getAllByRole('radio')[0]).toHaveAccessibleName(/Hand over the order/);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(asked('needs.addQuote')).toMatchObject([{ id: needB, verdict: 'for' }]));
  expect(screen.queryByText(/Added to/)).toBeNull();
});
