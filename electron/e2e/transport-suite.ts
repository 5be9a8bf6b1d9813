// What every door must do, whatever it is made of: bytes, errors, events, reconnecting, and strangers. A door joins by
// opening itself here; see doors.test.ts and electron-door.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../renderer/client/transport.ts';
import { decodeFrame, encodeCallFrame, HostFrame, PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { workspaceKey } from '../../shared/workspace/workspace-key.ts';
import { callSuite, tenMegabytesOfTalk } from './call-suite.ts';
import { authMessage, HOSTILE_DOCUMENT_NAMES, HOSTILE_FRAMES, type HostileFrame } from './hostile-frames.ts';
import type { TestClient } from './testing/client-of.ts';
import { isLive, isSaved, words } from './testing/document-waits.ts';

/** A connection without a client: bytes as they are. */
export interface RawLine {
  send(frame: Uint8Array): void;
  readonly heard: readonly Uint8Array[];
  /** Resolves when the far end has closed: with a word for why, such as `closed-1009`. */
  readonly ended: Promise<string>;
}

export interface OpenDoor {
  /** A new page at this door. Ended by `close`. */
  connect(): TestClient<Transport>;
  openLine(): Promise<RawLine>;
  /** Ends host and door, lets `meanwhile` happen, and starts both again in the same place, without a workspace. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface SuiteOptions {
  /** Hostile frames, by name, that never come as far as the host at this door: dropped, and the connection lives on. */
  readonly passedOnToNobody?: readonly string[];
  /** Hostile frames, by name, that are not tried at this door, and why. They are reported as skipped. */
  readonly leftOut?: Readonly<Record<string, string>>;
}

export function transportSuite(
  name: string,
  openDoor: () => Promise<OpenDoor>,
  { passedOnToNobody = [], leftOut = {} }: SuiteOptions = {},
): void {
  const tried = HOSTILE_FRAMES.filter(({ name: frame }) => !(frame in leftOut));
  const isDropped = (frame: HostileFrame) => passedOnToNobody.includes(frame.name);

  describe(`the ${name}`, () => {
    let door: OpenDoor;
    let owner: TestClient<Transport>;

    beforeEach(async () => {
      door = await openDoor();
      owner = door.connect();
      await owner.client.call('workspaces.create', { name: 'Study', folder: null });
    });
    afterEach(() => door.close());

    /** The host still serves an honest page: what there was goes on, and what is new is let in. */
    async function expectHonestPagesToWork(): Promise<void> {
      expect((await owner.client.call('session.state', {})).workspace?.name).toBe('Study');
      expect((await door.connect().client.call('session.state', {})).workspace?.name).toBe('Study');
    }

    async function openBrief(): Promise<string> {
      const { id } = await owner.client.call('briefs.create', { title: 'Problem' });
      return `brief-${id}`;
    }

    callSuite((method, params) => owner.client.call(method, params));

    it('tells every page what happened', async () => {
      const other = door.connect();
      const heard: string[] = [];
      for (const { client } of [owner, other]) {
        await client.call('session.state', {});
        client.on('workspace.changed', ({ workspace }) => heard.push(workspace?.name ?? 'none'));
      }
      await owner.client.call('workspaces.rename', { name: 'Renamed' });
      await vi.waitUntil(() => heard.length === 2, { timeout: 5_000 });
      expect(heard).toEqual(['Renamed', 'Renamed']);
    });

    it('brings words from one page to the other, and calls them saved in the end', async () => {
      const name = await openBrief();
      const mine = owner.documents.openDocument(name);
      const theirs = door.connect().documents.openDocument(name);
      await Promise.all([isLive(mine), isLive(theirs)]);
      mine.document.getText('text').insert(0, 'heard by both. ');
      expect(mine.state.unsavedEdits).toBe(1);
      await vi.waitUntil(() => words(theirs).includes('heard by both.'), { timeout: 5_000 });
      await isSaved(mine);
    });

    it('goes on after host and door were started again, and loses nothing', async () => {
      const name = await openBrief();
      const { folder } = await workspaceOf(owner);
      const handle = owner.documents.openDocument(name);
      await isLive(handle);
      handle.document.getText('text').insert(0, 'before; ');
      await isSaved(handle);
      await door.restart(async () => {
        await vi.waitUntil(() => owner.client.connection.kind === 'reconnecting', { timeout: 5_000 });
        handle.document.getText('text').insert(0, 'while it was away; ');
      });
      const kept = owner.client.call('session.state', {}); // made while there may be no connection yet
      const helper = door.connect();
      await helper.client.call('workspaces.open', { folder });
      await kept;
      await isSaved(handle);
      expect(words(handle)).toContain('while it was away; before; ');
      const seen = helper.documents.openDocument(name);
      await vi.waitUntil(() => words(seen).includes('while it was away; before; '), { timeout: 5_000 });
      expect((await workspaceOf(owner)).folder).toBe(folder);
    }, 120_000);

    it('rejects what is under way when it goes down, as something that can be tried again', async () => {
      await owner.client.call('session.state', {});
      const preview = owner.client.call('transcripts.preview', {
        fileName: 'long.vtt',
        bytes: tenMegabytesOfTalk(),
        format: null,
      });
      const outcome = preview.then(
        () => 'answered in time',
        (error: { code: string; retryable: boolean }) => `${error.code} ${error.retryable}`,
      );
      await door.restart(async () => undefined);
      expect(await outcome).toMatch(/^(answered in time|connection-lost true)$/);
      expect((await owner.client.call('session.state', {})).appVersion).not.toBe('');
    }, 120_000);

    it.each(tried.filter((frame) => !isDropped(frame)).map((frame) => [frame.name, frame] as const))(
      'refuses %s by name',
      async (_name, frame) => {
        const line = await door.openLine();
        line.send(frame.make());
        const how = await line.ended;
        expect([frame.refusedAs, ...(frame.refusedAs === 'too-large' ? ['closed-1009'] : [])]).toContain(
          refusalIn(line) ?? how,
        );
        await expectHonestPagesToWork();
      },
    );

    for (const [frame, reason] of Object.entries(leftOut)) it.skip(`is not tried with ${frame}: ${reason}`);

    for (const frame of tried.filter(isDropped)) {
      it(`passes ${frame.name} on to nobody`, async () => {
        const line = await door.openLine();
        line.send(frame.make());
        // Had the host heard anything before this, it would have refused the connection.
        await greet(line);
        expect(refusalIn(line)).toBeUndefined();
        await expectHonestPagesToWork();
      }, 120_000);
    }

    it('bears a bad frame or two from a page it knows, and ends who goes on with them', async () => {
      const line = await greetedLine();
      line.send(new Uint8Array([0, 0xc1]));
      line.send(encodeCallFrame({ kind: 'call', id: 5, method: 'session.state', params: {} }));
      await vi.waitUntil(
        () => messagesOf(line).some((message) => message.kind === 'result' && message.id === 5),
        { timeout: 5_000 },
      );
      for (let count = 0; count < 10; count += 1) line.send(new Uint8Array([0, 0xc1]));
      await line.ended;
      expect(refusalIn(line)).toBe('invalid-input');
      await expectHonestPagesToWork();
    });

    it.each(
      HOSTILE_DOCUMENT_NAMES.map((hostile) => [JSON.stringify(hostile).slice(0, 40), hostile] as const),
    )('serves no document called %s', async (_shown, hostile) => {
      const key = workspaceKey(await workspaceOf(owner));
      const line = await greetedLine();
      line.send(authMessage(hostile, key));
      const ended = line.ended.then(() => 'ended');
      const refused = vi.waitUntil(
        () => documentTextOf(line).includes('no-such-document') || refusalIn(line) === 'invalid-input',
        {
          timeout: 5_000,
        },
      );
      await Promise.race([ended, refused]);
      expect(documentTextOf(line)).not.toContain('read-write');
      await expectHonestPagesToWork();
    });

    it('lives through chance', async () => {
      let seed = 20_261_125;
      for (let count = 0; count < 200; count += 1) {
        const line = count % 2 === 0 ? await door.openLine() : await greetedLine();
        const length = count % 40;
        line.send(
          Uint8Array.from({ length }, (_, at) => {
            seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
            return at === 0 ? seed % 3 : seed % 256;
          }),
        );
      }
      await expectHonestPagesToWork();
    }, 180_000);

    async function greetedLine(): Promise<RawLine> {
      const line = await door.openLine();
      await greet(line);
      return line;
    }
  });
}

async function greet(line: RawLine): Promise<void> {
  line.send(encodeCallFrame({ kind: 'hello', version: PROTOCOL_VERSION }));
  await vi.waitUntil(() => messagesOf(line).some(({ kind }) => kind === 'welcome'), { timeout: 20_000 });
}

async function workspaceOf({ client }: TestClient<Transport>) {
  const { workspace } = await client.call('session.state', {});
  if (!workspace) throw new Error('no workspace is open');
  return workspace;
}

function messagesOf(line: RawLine): HostFrame[] {
  return line.heard.flatMap((bytes) => {
    const frame = decodeFrame(bytes, HostFrame);
    return frame.channel === 'call' ? [frame.message] : [];
  });
}

function refusalIn(line: RawLine): string | undefined {
  for (const message of messagesOf(line)) if (message.kind === 'refused') return message.error.code;
  return undefined;
}

/** Everything of the document channel as text: reasons stand in it as they are. */
function documentTextOf(line: RawLine): string {
  return line.heard
    .filter((bytes) => bytes[0] === 1)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
}
