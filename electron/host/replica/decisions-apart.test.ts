// Decisions about needs that two people take while their computers do not hear each other; the rules are tried at random
// in shared/needs, here they are met on two real hosts.
import { describe, expect, it, vi } from 'vitest';
import { needEngine } from './testing/need-engine.ts';
import { importBytes, transcript } from './testing/study.ts';
import { LIMIT, twoJoinedHosts, untilInStep } from './testing/two-hosts.ts';

async function aNeedOnBothSides() {
  const hosts = await twoJoinedHosts({ createEngine: needEngine });
  await importBytes(hosts.ines, transcript(5));
  await hosts.ines.call('extraction.start', {});
  await vi.waitFor(
    async () => expect((await hosts.tomas.call('needs.list', {})).needs).toHaveLength(1),
    LIMIT,
  );
  await untilInStep(hosts);
  const [need] = (await hosts.ines.call('needs.list', {})).needs;
  if (!need) throw new Error('there is a need');
  hosts.wire.setPlugged(false);
  return {
    ...hosts,
    id: need.id,
    async meet() {
      hosts.wire.setPlugged(true);
      await hosts.tomas.call('peers.retry', {});
      await untilInStep(hosts);
      const needs = async (host: typeof hosts.ines) => (await host.call('needs.list', {})).needs;
      await vi.waitFor(async () => expect(await needs(hosts.ines)).toEqual(await needs(hosts.tomas)), LIMIT);
      return (await needs(hosts.ines))[0];
    },
  };
}

describe('decisions that two computers took apart', () => {
  it('has accepted what one accepted and the other left alone', async () => {
    const { tomas, id, meet } = await aNeedOnBothSides();
    await tomas.call('needs.accept', { id });
    expect(await meet()).toMatchObject({ status: 'accepted' });
  });

  it('shows the later of two names, on both, and keeps the other', async () => {
    const { ines, tomas, id, meet } = await aNeedOnBothSides();
    await ines.call('needs.rename', { id, label: 'Receipts get lost' });
    await tomas.call('needs.rename', { id, label: 'No place for receipts' });
    const need = await meet();
    expect(need?.label).toBe('No place for receipts');
    expect(JSON.stringify(need)).toContain('Receipts get lost');
  });

  it('leaves dismissed what one dismissed while the other accepted it', async () => {
    const { ines, tomas, id, meet } = await aNeedOnBothSides();
    await ines.call('needs.accept', { id });
    await tomas.call('needs.dismiss', { id });
    expect(await meet()).toMatchObject({ status: 'dismissed' });
  });

  it('takes back exactly what was undone apart', async () => {
    const { ines, tomas, id, meet } = await aNeedOnBothSides();
    const { decisionId } = await ines.call('needs.accept', { id });
    await tomas.call('needs.rename', { id, label: 'No place for receipts' });
    await ines.call('needs.undo', { decisionId });
    expect(await meet()).toMatchObject({ status: 'accepted', label: 'No place for receipts' });
  });
});
