import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { InviteLook } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Answers, larder, mountWithHost } from '../../testing/mount-with-host.tsx';
import { JoinDialog } from './join-dialog.tsx';

const LINK = `earshot://join/#h=192.168.1.24:53817&k=${'k'.repeat(43)}&t=inv.${'s'.repeat(22)}`;
const workspace: InviteLook = {
  kind: 'teammate',
  hostName: 'Ines',
  workspaceName: 'Larder',
  participant: null,
  roles: ['engineer', 'pm', 'designer', 'researcher', 'observer'],
  folder: null,
};

beforeEach(() => window.sessionStorage.clear());

async function open(given: string, look: () => InviteLook, answers: Answers = {}) {
  const onClose = vi.fn();
  await mountWithHost(<JoinDialog link={given} onClose={onClose} />, {
    answers: { 'peers.look': look, ...answers },
  });
  return { onClose, field: await screen.findByLabelText('Invite link') };
}

it('says that a link of the wrong shape is no whole invite, and asks nobody', async () => {
  const look = vi.fn(() => workspace);
  const { field } = await open('', look);
  for (const text of ['https://example.com/', LINK.slice(0, -1), `${LINK}x`, 'earshot://join/#h=a&k=b&t=c']) {
    await userEvent.clear(field);
    await userEvent.click(field);
    await userEvent.paste(text);
    expect(screen.getByText(/This is not a whole invite link/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Join' })).toBeDisabled();
  }
  expect(look).not.toHaveBeenCalled();
});

it.each([
  [{ code: 'not-invited', reason: 'expired' }, 'This invite has ended.'],
  [{ code: 'not-invited', reason: 'revoked' }, 'This invite was ended.'],
  [{ code: 'not-invited', reason: 'unknown' }, 'This invite is not known there.'],
  [{ code: 'not-invited', reason: 'full' }, 'The room is full.'],
  [{ code: 'not-invited', reason: 'wrong-key' }, 'Another computer answers than the one in the link.'],
  [{ code: 'not-invited', reason: 'another-workspace' }, 'They have another workspace open.'],
  [{ code: 'not-allowed', reason: 'own-invite' }, 'This invite leads to this computer.'],
  [{ code: 'connection-lost', reason: undefined }, 'Their computer does not answer.'],
  [{ code: 'protocol-mismatch', reason: undefined }, 'Their Earshot is another version than yours.'],
] as const)('says why a pasted link does not let in: %o', async ({ code, reason }, title) => {
  const { field } = await open('', () => {
    throw new AppError(code, '', { details: { reason } });
  });
  await userEvent.click(field);
  await userEvent.paste(LINK);
  expect(await screen.findByText(title)).toBeVisible();
});

it('asks for a name before anything is joined', async () => {
  const join = vi.fn(() => larder);
  const { field } = await open('', () => workspace, { 'peers.join': join });
  await userEvent.click(field);
  await userEvent.paste(LINK);
  await screen.findByText('Ines invites you to the workspace Larder.');
  await userEvent.clear(screen.getByLabelText('Your name, as the others see it'));
  await userEvent.click(screen.getByRole('button', { name: 'Join' }));
  expect(screen.getByText('Write the name by which the others know you.')).toBeVisible();
  expect(screen.getByLabelText('Your name, as the others see it')).toHaveFocus();
  expect(join).not.toHaveBeenCalled();
});

it('says where a workspace is that is here already, and joins with the role that was chosen', async () => {
  const join = vi.fn((_wanted: unknown) => larder);
  const { field, onClose } = await open('', () => ({ ...workspace, folder: '/home/tomas/Larder' }), {
    'peers.join': join,
  });
  await userEvent.click(field);
  await userEvent.paste(LINK);
  expect(await screen.findByText(/It is on this computer already, in \/home\/tomas\/Larder/)).toBeVisible();
  await userEvent.clear(screen.getByLabelText('Your name, as the others see it'));
  await userEvent.type(screen.getByLabelText('Your name, as the others see it'), 'Tomas');
  await userEvent.click(screen.getByRole('radio', { name: /Designer/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Join' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(join.mock.calls).toMatchObject([[{ link: LINK, name: 'Tomas', role: 'designer' }]]);
});

it('asks nobody about a link that was opened from elsewhere until its person says Join', async () => {
  const look = vi.fn(() => workspace);
  const { onClose } = await open(LINK, look, { 'peers.join': () => larder });
  expect(screen.getByText(/^Check words:/)).toBeVisible();
  expect(look).not.toHaveBeenCalled();
  await userEvent.clear(screen.getByLabelText('Your name, as the others see it'));
  await userEvent.type(screen.getByLabelText('Your name, as the others see it'), 'Tomas{Enter}');
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(look).toHaveBeenCalledTimes(1);
});
