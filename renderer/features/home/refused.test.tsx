import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Method } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { type MountOptions, mountWithHost } from '../../testing/mount-with-host.tsx';
import { HomeScreen } from './home-screen.tsx';
import { InterviewsScreen } from './interviews-screen.tsx';

const TOLD = 'This workspace is open to read. Nothing was changed. You can still read and export everything.';

function refusing(...methods: readonly Method[]): MountOptions {
  const refuse = () => {
    throw new AppError('workspace-read-only', 'not here');
  };
  return {
    answers: {
      'interviews.list': () => [],
      ...Object.fromEntries(methods.map((method) => [method, refuse])),
    },
  };
}

it.each([
  ['Home', <HomeScreen key="home" />],
  ['Interviews', <InterviewsScreen key="interviews" />],
] as const)('tells on %s what was refused, what was kept and what to do', async (_, place) => {
  await mountWithHost(place, refusing('interviews.create'));
  const [button] = await screen.findAllByRole('button', { name: /^New interview/ });
  if (button === undefined) throw new Error('no button');
  await userEvent.click(button);
  expect(await screen.findByText(TOLD)).toBeVisible();
});
