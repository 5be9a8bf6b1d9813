import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { PersonId } from '../../../../shared/ids.ts';
import { setSaidThere } from '../../../../shared/interviews/attendance.ts';
import { readInterview, recordAttendance } from '../../../../shared/interviews/interview-document.ts';
import { UiProviders } from '../../../ui/ui-providers.tsx';
import { InRoom } from './in-room.tsx';

const ines = { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' } as const;
const tomas = { id: PersonId.parse('tomas'), name: 'Tomas', role: 'engineer' } as const;
const at = '2026-11-24T10:00:00.000Z';

function Room({ document }: { readonly document: Y.Doc }) {
  const [facts, setFacts] = useState(() => readInterview(document));
  const say = (id: PersonId, wasThere: boolean) => {
    setSaidThere(document, id, wasThere ? { by: ines.id, at } : null);
    setFacts(readInterview(document));
  };
  return <InRoom facts={facts} people={[ines, tomas]} durationMs={60_000} onSay={say} />;
}

it('adds somebody who was on the call without Earshot, says who said so, and takes it back', async () => {
  const document = new Y.Doc();
  recordAttendance(document, ines.id, at);
  render(
    <UiProviders>
      <Room document={document} />
    </UiProviders>,
  );
  const user = userEvent.setup();
  expect(screen.queryByText(/Tomas/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Was on the call without Earshot…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Tomas' }));
  expect(await screen.findByText('said by Ines')).toBeVisible();
  expect(readInterview(document).attendance).toEqual([ines.id, tomas.id]);
  await user.click(screen.getByRole('button', { name: 'Undo: Tomas was on the call' }));
  expect(screen.queryByText('said by Ines')).toBeNull();
  expect(readInterview(document).attendance).toEqual([ines.id]);
}, 20_000);

it('lets what Earshot recorded stand, whatever was said and taken back', () => {
  const document = new Y.Doc();
  setSaidThere(document, tomas.id, { by: ines.id, at });
  recordAttendance(document, tomas.id, at);
  expect(readInterview(document).saidThere.size).toBe(0);
  setSaidThere(document, tomas.id, null);
  expect(readInterview(document).attendance).toEqual([tomas.id]);
});
