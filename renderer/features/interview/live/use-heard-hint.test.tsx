import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { HeardHint as Hint } from '../../../../shared/contract/search.ts';
import { InterviewId, NeedId } from '../../../../shared/ids.ts';
import { aQuote } from '../../../../shared/needs/testing/needs.ts';
import { preferencesStore } from '../../../state/preferences-store.ts';
import { mountWithHost } from '../../../testing/mount-with-host.tsx';
import { HeardHint } from './heard-hint.tsx';
import { useHeardHint } from './use-heard-hint.ts';

afterEach(() => preferencesStore.getState().change({ areHintsOn: true }));

const price: Hint = {
  needId: NeedId.parse('price'),
  label: 'See a price rise before I order',
  quotes: [aQuote({ participant: 'Alder' }), aQuote({ participant: 'Cedar' })],
  stances: ['for', 'for', 'silent'],
};

function Room({ draft, openFollowUps = 0 }: { readonly draft: string; readonly openFollowUps?: number }) {
  const interviewId = InterviewId.parse('i1');
  const heard = useHeardHint({ interviewId, draft, notes: [], openFollowUps, isReadOnly: false });
  return <HeardHint {...heard} />;
}

async function mount(room: React.ReactNode) {
  return mountWithHost(room, { answers: { 'search.heard': ({ text }) => (text === '' ? null : price) } });
}

it('says who said something like it, once typing rests', async () => {
  const host = await mount(<Room draft="Oil went up and nobody told him" />);
  expect(await screen.findByRole('note')).toHaveTextContent(
    '2 people said something like this: See a price rise before I order. Alder, Cedar.',
  );
  expect(host.asked('search.heard')).toMatchObject([
    { text: '' },
    { text: 'Oil went up and nobody told him' },
  ]);
});

it('silences a need that was sent away', async () => {
  await mount(<Room draft="Oil went up and nobody told him" />);
  const note = await screen.findByRole('note');
  act(() => screen.getByRole('button', { name: 'Dismiss hint' }).click());
  await waitFor(() => expect(note).not.toBeInTheDocument());
});

it('asks nothing when it is switched off, or when there is enough to ask', async () => {
  preferencesStore.getState().change({ areHintsOn: false });
  const off = await mount(<Room draft="Oil went up and nobody told him" />);
  const busy = await mount(<Room draft="Oil went up and nobody told him" openFollowUps={2} />);
  // A hint that is on answers meanwhile, so both had their time.
  preferencesStore.getState().change({ areHintsOn: true });
  await screen.findByRole('note');
  expect(busy.asked('search.heard')).toMatchObject([{ text: '' }]);
  expect(off.asked('search.heard')).toHaveLength(2);
});

it('asks nothing of the host on the way of a key, and then once about the whole note', async () => {
  const host = await mount(<Writing />);
  const field = screen.getByRole('textbox');
  const typed = 'Oil went up and nobody told him, nor her, nor the baker';
  // One key after the other without a pause: no timer has its turn in between.
  for (let end = 1; end <= typed.length; end++) {
    fireEvent.change(field, { target: { value: typed.slice(0, end) } });
    expect(field).toHaveValue(typed.slice(0, end));
  }
  await screen.findByRole('note');
  expect(host.asked('search.heard')).toMatchObject([{ text: '' }, { text: typed }]);
});

function Writing() {
  const [draft, setDraft] = useState('');
  return (
    <>
      <textarea value={draft} onChange={({ target }) => setDraft(target.value)} />
      <Room draft={draft} />
    </>
  );
}
