// Windows at two hosts that keep the same workspace: who is in the room, and words letter by letter.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { InterviewId } from '../../shared/ids.ts';
import { NoteId } from '../../shared/ids.ts';
import { addNote, interviewDocumentName, noteMap } from '../../shared/interviews/interview-document.ts';
import { setNoteText } from '../../shared/interviews/note-words.ts';
import {
  join,
  LIMIT,
  newInterview,
  participants,
  twoHosts,
  twoJoinedHosts,
  untilInStep,
} from '../host/replica/testing/two-hosts.ts';
import type { TestHost } from '../host/testing/start-test-host.ts';
import { clientOf } from './testing/client-of.ts';
import { untilLive } from './testing/note-writer.ts';

async function windowOn(host: TestHost, interview: InterviewId) {
  const page = clientOf(host.host);
  onTestFinished(() => page.close());
  const handle = page.documents.openDocument(interviewDocumentName(interview));
  await untilLive(handle);
  const states = () => [...handle.awareness.getStates().values()];
  return {
    handle,
    close: () => page.close(),
    show: (who: string) => handle.awareness.setLocalState({ who }),
    seen: () =>
      states()
        .flatMap((state) => ('who' in state ? [String(state.who)] : []))
        .sort(),
  };
}

async function inOneInterview() {
  const hosts = await twoJoinedHosts();
  const interview = await newInterview(hosts.ines, 'Rowan');
  await vi.waitFor(async () => expect(await participants(hosts.tomas)).toEqual(['Rowan']), LIMIT);
  return {
    ...hosts,
    interview,
    there: await windowOn(hosts.ines, interview),
    here: await windowOn(hosts.tomas, interview),
  };
}

describe('a room across two hosts', () => {
  it('shows at each computer who is in it at the other, until they leave', async () => {
    const { there, here, tomas, interview } = await inOneInterview();
    there.show('Ines');
    here.show('Tomas');
    await vi.waitFor(() => expect(here.seen()).toEqual(['Ines', 'Tomas']), LIMIT);
    await vi.waitFor(() => expect(there.seen()).toEqual(['Ines', 'Tomas']), LIMIT);
    const second = await windowOn(tomas, interview);
    second.show('Tomas again');
    await vi.waitFor(() => expect(there.seen()).toEqual(['Ines', 'Tomas', 'Tomas again']), LIMIT);
    second.close();
    await vi.waitFor(() => expect(there.seen()).toEqual(['Ines', 'Tomas']), LIMIT);
    there.close();
    await vi.waitFor(() => expect(here.seen()).toEqual(['Tomas']), LIMIT);
  });

  it('shows nobody of the other computer while it cannot be reached', async () => {
    const { there, here, wire } = await inOneInterview();
    there.show('Ines');
    here.show('Tomas');
    await vi.waitFor(() => expect(here.seen()).toEqual(['Ines', 'Tomas']), LIMIT);
    wire.setPlugged(false);
    await vi.waitFor(() => expect(here.seen()).toEqual(['Tomas']), LIMIT);
    await vi.waitFor(() => expect(there.seen()).toEqual(['Ines']), LIMIT);
    wire.setPlugged(true);
    await vi.waitFor(() => expect(here.seen()).toEqual(['Ines', 'Tomas']), LIMIT);
  });

  it('brings a note letter by letter, both ways, and counts what waits for each interview', async () => {
    const { there, here, ines, tomas, wire, interview } = await inOneInterview();
    const { me } = await ines.call('session.state', {});
    const id = NoteId.parse('n1');
    const origin = { author: me.id, role: 'pm', atMs: 0, createdAt: '', kind: 'note' } as const;
    addNote(there.handle.document, id, origin, { text: 'They', tags: [], isMarked: false });
    const textAt = (side: typeof here) => String(noteMap(side.handle.document, id)?.get('text') ?? '');
    for (const text of ['They k', 'They keep', 'They keep it']) {
      setNoteText(there.handle.document, id, text);
      await vi.waitFor(() => expect(textAt(here)).toBe(text), LIMIT);
    }
    setNoteText(here.handle.document, id, 'They keep it in a box');
    await vi.waitFor(() => expect(textAt(there)).toBe('They keep it in a box'), LIMIT);
    await untilInStep({ ines, tomas });
    wire.setPlugged(false);
    setNoteText(here.handle.document, id, 'They keep it in a shoe box');
    await vi.waitFor(
      async () =>
        expect((await tomas.call('peers.state', {})).peers[0]?.waitingByDocument).toEqual({
          [interviewDocumentName(interview)]: 1,
        }),
      LIMIT,
    );
    expect((await ines.call('peers.state', {})).peers[0]?.waitingEdits).toBe(0);
    wire.setPlugged(true);
    await vi.waitFor(() => expect(textAt(there)).toBe('They keep it in a shoe box'), LIMIT);
  });
});

describe('a workspace of many interviews', () => {
  it('comes together a few at a time, and a second meeting sends next to nothing', async () => {
    const { ines, tomas, wire } = await twoHosts();
    for (let count = 0; count < 100; count += 1) await newInterview(ines, `Person ${count}`);
    await join(tomas);
    await vi.waitFor(async () => expect((await participants(tomas)).length).toBe(100), LIMIT);
    await untilInStep({ ines, tomas });
    const first = wire.bytesSent();
    wire.cut();
    await vi.waitFor(
      async () =>
        expect((await tomas.call('peers.state', {})).peers[0]?.connection.kind).toBe('reconnecting'),
      LIMIT,
    );
    await untilInStep({ ines, tomas });
    expect(wire.bytesSent() - first).toBeLessThan(first / 5);
  }, 60_000);
});
