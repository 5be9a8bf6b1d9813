import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { settingsSectionStore } from '../../state/settings-section.ts';
import { mountWithHost } from '../../testing/mount-with-host.tsx';
import { PrivacyScreen } from './privacy-screen.tsx';

it('lists nothing as leaving but what a person shares and exports', async () => {
  await mountWithHost(<PrivacyScreen />);
  const leaves = await screen.findByRole('table', { name: 'What leaves' });
  const rows = within(leaves).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toHaveTextContent('What you share');
  expect(rows[1]).toHaveTextContent('Exported briefs');
});

it('says that there is no connection, and where the workspace lies', async () => {
  await mountWithHost(<PrivacyScreen />);
  expect(await screen.findByRole('heading', { name: 'No connection. Only this computer.' })).toBeVisible();
  expect(screen.getByText('/home/ines/Larder')).toBeVisible();
});

it('leads back to the part of Settings that is asked for', async () => {
  const { facilities } = await mountWithHost(<PrivacyScreen />);
  const list = await screen.findByRole('navigation', { name: 'Settings' });
  await userEvent.click(within(list).getByRole('button', { name: 'Keyboard' }));
  expect(settingsSectionStore.getState().take()).toBe('keyboard');
  expect(facilities.navigation.getState().place).toEqual({ place: 'settings' });
});
