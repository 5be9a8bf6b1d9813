import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { UiProviders } from '../../ui/ui-providers.tsx';
import type { Identities } from './speaker-choices.ts';
import { SpeakersTable } from './speakers-table.tsx';

const speakers = [
  { name: 'INES C.', turns: 2, words: 9, sample: 'And then?' },
  { name: 'R. Okafor', turns: 2, words: 40, sample: 'I write it down.' },
];

function Table({ onChange }: { onChange: (name: string, identity: SpeakerIdentity) => void }) {
  const [identities, setIdentities] = useState<Identities>(
    new Map<string, SpeakerIdentity>([
      ['INES C.', { kind: 'team' }],
      ['R. Okafor', { kind: 'participant' }],
    ]),
  );
  return (
    <UiProviders>
      <SpeakersTable
        speakers={speakers}
        identities={identities}
        guessed={new Set()}
        people={[]}
        participant="Rowan"
        onChange={(name, identity) => {
          onChange(name, identity);
          setIdentities(new Map(identities).set(name, identity));
        }}
      />
    </UiProviders>
  );
}

it('spells a name of the team anew, and as in the file when the field is emptied', async () => {
  const change = vi.fn();
  render(<Table onChange={change} />);
  const user = userEvent.setup();
  const field = screen.getByRole('textbox', { name: 'How INES C. is spelled here' });
  expect(screen.queryByRole('textbox', { name: /Okafor/ })).toBeNull();
  await user.type(field, 'Inês');
  expect(change).toHaveBeenLastCalledWith('INES C.', { kind: 'team', name: 'Inês' });
  await user.clear(field);
  expect(change).toHaveBeenLastCalledWith('INES C.', { kind: 'team' });
});
