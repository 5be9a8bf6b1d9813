// Two real hosts with a wire between them: one made a workspace, the other joins it.
import { readdir } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import {
  join,
  LIMIT,
  newInterview,
  participants,
  twoHosts,
  twoJoinedHosts,
  untilInStep,
} from './testing/two-hosts.ts';

describe('a replica', () => {
  it('has the same workspace under the same id, with all that was there before', async () => {
    const { ines, tomas } = await twoHosts();
    await newInterview(ines, 'Rowan');
    await newInterview(ines, 'Sam');
    const { workspace } = await ines.call('session.state', {});
    const joined = await join(tomas);
    expect(joined).toMatchObject({ id: workspace?.id, name: 'Onboarding study' });
    expect(await participants(tomas)).toEqual(['Rowan', 'Sam']);
    expect(await tomas.call('peers.state', {})).toMatchObject({
      peers: [{ direction: 'joined', name: 'Ines', connection: { kind: 'connected' }, waitingEdits: 0 }],
    });
    await vi.waitFor(
      async () =>
        expect(await ines.call('peers.state', {})).toMatchObject({
          peers: [
            { direction: 'joins-us', name: 'Tomas', connection: { kind: 'connected' }, waitingEdits: 0 },
          ],
        }),
      LIMIT,
    );
    // The invite is in the user folder alone.
    expect(await readdir(joined.folder)).not.toContain('peers.json');
  });

  it('gets what is made there while it is connected, and gives what is made here', async () => {
    const { ines, tomas } = await twoJoinedHosts();
    await newInterview(ines, 'Rowan');
    await newInterview(tomas, 'Sam');
    await vi.waitFor(async () => expect(await participants(tomas)).toEqual(['Rowan', 'Sam']), LIMIT);
    await vi.waitFor(async () => expect(await participants(ines)).toEqual(['Rowan', 'Sam']), LIMIT);
  });

  it('merges what both made while apart, and says how many edits wait meanwhile', async () => {
    const { ines, tomas, wire } = await twoJoinedHosts();
    wire.setPlugged(false);
    await newInterview(ines, 'Rowan');
    await newInterview(tomas, 'Sam');
    const waiting = (await tomas.call('peers.state', {})).peers[0];
    expect(waiting?.connection.kind).toBe('reconnecting');
    expect(waiting?.waitingEdits).toBeGreaterThan(1);
    expect((await ines.call('peers.state', {})).peers[0]?.waitingEdits).toBeGreaterThan(1);
    wire.setPlugged(true);
    await vi.waitFor(async () => expect(await participants(tomas)).toEqual(['Rowan', 'Sam']), LIMIT);
    await vi.waitFor(async () => expect(await participants(ines)).toEqual(['Rowan', 'Sam']), LIMIT);
    await untilInStep({ ines, tomas });
  });
});
