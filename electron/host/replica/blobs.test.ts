import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join as inFolder } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { MAX_BLOB_PIECE_BYTES } from '../../../shared/contract/peers.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { sha256 } from '../sha256.ts';
import type { TestHost } from '../testing/start-test-host.ts';
import { needEngine } from './testing/need-engine.ts';
import { importBytes, transcript } from './testing/study.ts';
import { join, LIMIT, twoHosts, twoJoinedHosts, untilInStep } from './testing/two-hosts.ts';

const words = async (host: TestHost, interviewId: InterviewId) =>
  (await host.call('transcripts.read', { interviewId }))?.turns.length ?? 0;

describe('files of a replica', () => {
  it('brings the words of an interview to the other side, readable when the first is gone', async () => {
    const { ines, tomas, wire } = await twoHosts();
    const id = await importBytes(ines, transcript(20));
    await join(tomas);
    await vi.waitFor(async () => expect(await words(tomas, id)).toBeGreaterThan(0), LIMIT);
    wire.setPlugged(false);
    expect(await tomas.call('transcripts.read', { interviewId: id })).toEqual(
      await ines.call('transcripts.read', { interviewId: id }),
    );
  });

  it('sends what was imported here while apart, in pieces, and goes on where a lost line ended', async () => {
    const { ines, tomas, wire } = await twoJoinedHosts();
    wire.setPlugged(false);
    const bytes = transcript(500, ' And one more thing.'.repeat(300));
    expect(bytes.length).toBeGreaterThan(2 * MAX_BLOB_PIECE_BYTES);
    const id = await importBytes(tomas, bytes);
    const { workspace } = await ines.call('session.state', {});
    const partial = inFolder(workspace?.folder ?? '', 'derived', 'partial');
    await mkdir(partial, { recursive: true });
    wire.setPlugged(true);
    await vi.waitFor(async () => expect((await readdir(partial)).length).toBeGreaterThan(0), LIMIT);
    wire.cut();
    await vi.waitFor(async () => {
      const read = await ines.call('transcripts.read', { interviewId: id });
      expect(read?.isOriginalThere).toBe(true);
    }, LIMIT);
    const stored = await readFile(inFolder(workspace?.folder ?? '', 'originals', `${sha256(bytes)}.txt`));
    expect(sha256(stored)).toBe(sha256(bytes));
    expect(await readdir(partial)).toEqual([]);
  });

  it('shows both sides the needs of the run that was made last, wherever it was', async () => {
    const { ines, tomas, wire } = await twoJoinedHosts({ createEngine: needEngine });
    const id = await importBytes(ines, transcript(5));
    await vi.waitFor(async () => expect(await words(tomas, id)).toBeGreaterThan(0), LIMIT);
    await ines.call('extraction.start', {});
    await vi.waitFor(
      async () => expect((await tomas.call('needs.list', {})).needs[0]?.label).toBe('Receipts in a shoe box'),
      LIMIT,
    );
    const before = await ines.call('needs.list', {});
    wire.setPlugged(false);
    await tomas.call('extraction.start', {});
    await vi.waitFor(async () => {
      expect((await tomas.call('needs.list', {})).run?.at).not.toBe(before.run?.at);
    }, LIMIT);
    wire.setPlugged(true);
    await untilInStep({ ines, tomas });
    await vi.waitFor(async () => {
      expect((await ines.call('needs.list', {})).run).toEqual((await tomas.call('needs.list', {})).run);
    }, LIMIT);
  });

  it('takes no file that no document speaks of, and none under a name', async () => {
    const { ines } = await twoJoinedHosts();
    const bytes = new TextEncoder().encode('not asked for');
    const write = (hash: string) =>
      ines.call('blobs.write', {
        kind: 'original',
        hash,
        extension: 'txt',
        from: 0,
        size: bytes.length,
        bytes,
      });
    await expect(write(sha256(bytes))).rejects.toMatchObject({ code: 'not-found' });
    await expect(write('../../earshot.json')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(
      ines.call('blobs.read', { kind: 'run', hash: `..%2f${'0'.repeat(59)}`, from: 0, length: 10 }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('keeps nothing of bytes that are not what their hash says, and is given back what it lost', async () => {
    const { ines, tomas, wire } = await twoJoinedHosts();
    const bytes = transcript(3);
    const hash = sha256(bytes);
    const id = await importBytes(ines, bytes);
    await vi.waitFor(async () => expect(await words(tomas, id)).toBeGreaterThan(0), LIMIT);
    wire.setPlugged(false);
    const { workspace } = await ines.call('session.state', {});
    const lost = inFolder(workspace?.folder ?? '', 'originals', `${hash}.txt`);
    await rm(lost);
    const forged = bytes.map((byte) => byte ^ 1);
    await expect(
      ines.call('blobs.write', {
        kind: 'original',
        hash,
        extension: 'txt',
        from: 0,
        size: forged.length,
        bytes: forged,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    wire.setPlugged(true);
    await tomas.call('peers.retry', {});
    await vi.waitFor(async () => expect(sha256(await readFile(lost))).toBe(hash), LIMIT);
  });
});
