import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { mountWithHost } from '../../testing/mount-with-host.tsx';
import { OpenedOnVisit } from './opened-on-visit.tsx';

it('says at once that an invite was opened, takes no focus, and goes when one stays', async () => {
  const { tell } = await mountWithHost(
    <>
      <textarea aria-label="Note" />
      <OpenedOnVisit />
    </>,
  );
  const field = screen.getByRole('textbox', { name: 'Note' });
  const user = userEvent.setup();
  await user.type(field, 'Half a th');
  act(() => tell('invite.opened', {}));
  const told = await screen.findByRole('region', { name: 'Another invite' });
  expect(told).toHaveTextContent('Another invite was opened. It waits in your own Earshot.');
  expect(screen.getByRole('status')).toHaveTextContent('Another invite was opened.');
  expect(field).toHaveFocus();
  await user.keyboard('ought{Enter}');
  expect(told).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Stay here' }));
  await waitFor(() => expect(told).not.toBeInTheDocument());
});
