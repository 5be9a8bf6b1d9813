import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { ParticipantId } from '../../../shared/ids.ts';
import type { Participant } from '../../../shared/workspace/people.ts';
import { preferencesStore } from '../../state/preferences-store.ts';
import { inesAtLarder, mountWithHost } from '../../testing/mount-with-host.tsx';
import { SettingsScreen } from './settings-screen.tsx';

afterEach(() =>
  preferencesStore.getState().change({ theme: 'system', textSizePercent: 100, areSingleLettersOn: true }),
);

const rowan: Participant = {
  id: ParticipantId.parse('rowan'),
  pseudonym: 'Rowan',
  realName: 'R. Okafor',
  description: 'Two food trucks',
  fields: {},
  consent: { state: 'not-asked', note: '' },
  isNameExported: false,
};

function mount(participant = rowan) {
  return mountWithHost(<SettingsScreen />, {
    records: [['participants', participant.id, participant]],
    answers: {
      'session.setMe': (me) => ({ ...inesAtLarder, me: { ...inesAtLarder.me, ...me } }),
      'participants.update': () => null,
    },
  });
}

it('keeps a name when the field is left, and shows it as others will see it', async () => {
  const host = await mount();
  const you = await screen.findByRole('region', { name: 'You' });
  await userEvent.clear(within(you).getByLabelText('Name'));
  await userEvent.type(within(you).getByLabelText('Name'), ' Tomas {Enter}');
  expect(await within(you).findByText('Tomas · PM')).toBeVisible();
  expect(host.asked('session.setMe')).toEqual([{ name: 'Tomas', role: 'pm' }]);
});

it('keeps the old name when the field is left empty, and says why', async () => {
  const host = await mount();
  const you = await screen.findByRole('region', { name: 'You' });
  await userEvent.clear(within(you).getByLabelText('Name'));
  await userEvent.tab();
  expect(within(you).getByText('A name needs a letter. It stays as it was.')).toBeVisible();
  expect(within(you).getByLabelText('Name')).toHaveValue('Ines');
  expect(host.asked('session.setMe')).toEqual([]);
});

it('changes the role, and offers nobody to be an observer', async () => {
  const host = await mount();
  const role = await screen.findByRole('radiogroup', { name: 'Role' });
  expect(within(role).getAllByRole('radio')).toHaveLength(4);
  await userEvent.click(within(role).getByRole('radio', { name: 'Engineer' }));
  await waitFor(() => expect(host.asked('session.setMe')).toEqual([{ name: 'Ines', role: 'engineer' }]));
});

it('allows a real name in exports only where there is one', async () => {
  const host = await mount();
  await userEvent.click(await screen.findByRole('button', { name: /Rowan/ }));
  const allow = screen.getByRole('switch', { name: 'Use the real name in exports' });
  await userEvent.click(allow);
  await waitFor(() =>
    expect(host.asked('participants.update')).toEqual([{ id: 'rowan', isNameExported: true }]),
  );
  await userEvent.clear(screen.getByLabelText('Real name'));
  await userEvent.tab();
  await waitFor(() =>
    expect(host.asked('participants.update')[1]).toEqual({
      id: 'rowan',
      realName: '',
      isNameExported: false,
    }),
  );
});

it('has nothing to allow for a participant without a real name', async () => {
  await mount({ ...rowan, realName: '' });
  await userEvent.click(await screen.findByRole('button', { name: /Rowan/ }));
  expect(screen.getByText('There is no real name to use.')).toBeVisible();
});

it('keeps what tells a participant apart, and takes it back', async () => {
  const host = await mount({ ...rowan, fields: { Country: 'Wales' } });
  await userEvent.click(await screen.findByRole('button', { name: /Rowan/ }));
  await userEvent.type(screen.getByLabelText('Segment'), 'Hotels{Enter}');
  await waitFor(() =>
    expect(host.asked('participants.update')).toEqual([{ id: 'rowan', fields: { Segment: 'Hotels' } }]),
  );
  await userEvent.click(await screen.findByRole('button', { name: /Undo/ }));
  await waitFor(() =>
    expect(host.asked('participants.update')[1]).toEqual({ id: 'rowan', fields: { Segment: '' } }),
  );
  await userEvent.type(screen.getByLabelText('Another field'), 'Seats{Enter}');
  expect(screen.getByLabelText('Seats')).toHaveValue('');
  expect(screen.getByLabelText('Country')).toHaveValue('Wales');
});

it('changes theme, text size and single letters at once', async () => {
  await mount();
  await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
  await userEvent.click(screen.getByRole('radio', { name: '120 %' }));
  await userEvent.click(screen.getByRole('switch', { name: 'Single letters and digits act' }));
  expect(preferencesStore.getState().preferences).toMatchObject({
    theme: 'dark',
    textSizePercent: 120,
    areSingleLettersOn: false,
  });
});

it('says what an encoder folder needs when there is none in it, and asks before all is computed again', async () => {
  const builtIn = { name: 'earshot-exchange-v1', folder: null, isThere: true, interviews: 9 };
  const refusal = new AppError('not-a-model', 'no encoder');
  await mountWithHost(<SettingsScreen />, {
    answers: {
      'model.state': () => builtIn,
      'model.choose': ({ folder }) => {
        if (folder === '/empty') throw refusal;
        return { ...builtIn, name: 'mine', folder };
      },
    },
  });
  await userEvent.click(await screen.findByRole('radio', { name: 'Another model, from a folder' }));
  const field = screen.getByLabelText('Folder of the encoder');
  await userEvent.type(field, '/empty{Enter}');
  expect(
    await screen.findByText(
      'This folder holds no encoder Earshot can read. It needs the encoder (ONNX), tokenizer.json and heads.json.',
    ),
  ).toBeVisible();
  await userEvent.clear(field);
  await userEvent.type(field, '/mine{Enter}');
  expect(await screen.findByRole('alertdialog', { name: 'Compute all 9 interviews again?' })).toBeVisible();
});
