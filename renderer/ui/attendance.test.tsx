import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PersonId } from '../../shared/ids.ts';
import { Attendance } from './attendance.tsx';

it('says in a sentence who was there when, and where the link was down', () => {
  const tomas = PersonId.parse('tomas');
  render(
    <Attendance
      room={[
        {
          personId: tomas,
          linked: [
            { fromMs: 0, toMs: 1_690_000 },
            { fromMs: 1_860_000, toMs: 2_650_000 },
          ],
          apart: [{ fromMs: 1_690_000, toMs: 1_860_000 }],
        },
        { personId: PersonId.parse('gone'), linked: [{ fromMs: 0, toMs: 60_000 }], apart: [] },
      ]}
      people={[{ id: tomas, name: 'Tomas', role: 'engineer' }]}
      durationMs={2_650_000}
    />,
  );
  expect(screen.getByRole('img')).toHaveAccessibleName(
    'Tomas, engineer, in the room from 00:00 to 28:10 and from 31:00 to 44:10; without a link from 28:10 to 31:00. ' +
      'Somebody, in the room from 00:00 to 01:00.',
  );
});
