import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join as inFolder } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { MAX_BLOB_PIECE_BYTES } from '../../../shared/contract/peers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { Engine } from '../../engine/engine-client.ts';
import { sha256 } from '../sha256.ts';
import type { TestHost } from '../testing/start-test-host.ts';
import { join, LIMIT, twoHosts, twoJoinedHosts, untilInStep } from './testing/two-hosts.ts';

/** `lines` lines of somebody who says something else each time, with some words more where asked. */
function transcript(lines: number, more = ''): Uint8Array<ArrayBuffer> {
  const text = Array.from(
    { length: lines },
    (_, line) => `Ada: I keep the ${line} receipts in a shoe box.${more}`,
  );
  return new TextEncoder().encode(text.join('\n'));
}

async function importInto(host: TestHost, bytes: Uint8Array<ArrayBuffer>): Promise<InterviewId> {
  const { interviewId } = await host.call('transcripts.import', {
    interviewId: null,
    newParticipant: 'Ada',
    fileName: 'ada.txt',
    bytes,
    format: null,
    offsetMs: 0,
    speakers: { Ada: { kind: 'participant' } },
  });
  return interviewId;
}

const words = async (host: TestHost, interviewId: InterviewId) =>
  (await host.call('transcripts.read', { interviewId }))?.turns.length ?? 0;

/** An engine that finds one need: the first words of every interview. */
function firstWords(): Engine {
  return {
    embed: () => Promise.reject(new AppError('engine-failed', 'not asked for here')),
    close: () => undefined,
    async extract({ interviews }) {
      const statements = interviews.map(({ id, original, turns }) => ({
        id: sha256(new TextEncoder().encode(id)).slice(0, 20),
        interviewId: id,
        original,
        start: 0,
        end: turns[0]?.text.length ?? 1,
        startMs: null,
        endMs: null,
        speaker: 'Ada',
        text: turns[0]?.text ?? '',
        score: 1,
      }));
      const grounds = { confidence: 1, isWeak: false, loudest: null, led: [], against: [] };
      return {
        model: 'test',
        proposals: [
          {
            label: 'Receipts in a shoe box',
            subtitle: '',
            statements,
            requests: [],
            participants: ['ada'],
            strength: 1,
            closest: null,
            meanScore: 1,
            grounds,
          },
        ],
        // The shape is the engine's; ids are brands over plain text.
      } as unknown as Awaited<ReturnType<Engine['extract']>>;
    },
  };
}

describe('files of a replica', () => {
  it('brings the words of an interview to the other side, readable when the first is gone', async () => {
    const { ines, tomas, wire } = await twoHosts();
    const id = await importInto(ines, transcript(20));
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
    const id = await importInto(tomas, bytes);
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
    const { ines, tomas, wire } = await twoJoinedHosts({ createEngine: firstWords });
    const id = await importInto(ines, transcript(5));
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

  it('keeps nothing of bytes that are not what their hash says', async () => {
    const { ines, tomas, wire } = await twoJoinedHosts();
    wire.setPlugged(false);
    const bytes = transcript(3);
    const id = await importInto(tomas, bytes);
    wire.setPlugged(true);
    const forged = bytes.map((byte) => byte ^ 1);
    // Whoever is first: a forged file under the hash that a document speaks of, or the true one.
    await vi.waitFor(
      () =>
        expect(
          ines.call('blobs.write', {
            kind: 'original',
            hash: sha256(bytes),
            extension: 'txt',
            from: 0,
            size: forged.length,
            bytes: forged,
          }),
        ).rejects.toMatchObject({ code: 'invalid-input' }),
      LIMIT,
    );
    await vi.waitFor(async () => {
      expect(await ines.call('transcripts.read', { interviewId: id })).toEqual(
        await tomas.call('transcripts.read', { interviewId: id }),
      );
    }, LIMIT);
  });
});
