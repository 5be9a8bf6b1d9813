import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDerivedCache } from '../storage/derived-cache.ts';
import { UnsentEdits } from './unsent-edits.ts';

const KNOWN = Uint8Array.of(0, 0);

describe('what another host is known to have', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-unsent-'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(): Promise<UnsentEdits> {
    return new UnsentEdits({
      documents: { onUpdate: () => () => undefined, records: async () => [] },
      derived: await openDerivedCache(folder),
      peerId: 'other',
      isTheirs: () => false,
      onChange: () => undefined,
    });
  }

  it('is kept at the latest when the host closes', async () => {
    const unsent = await open();
    unsent.remember('workspace', KNOWN);
    await unsent.close();
    expect(await readdir(join(folder, 'peers'))).toHaveLength(1);
  });

  it('is not written any more once the host has closed, so that its folder can be moved or deleted', async () => {
    const unsent = await open();
    await unsent.close();
    unsent.remember('workspace', KNOWN);
    expect(vi.getTimerCount()).toBe(0);
  });
});
