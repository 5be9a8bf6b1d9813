import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { InterviewId } from '../../shared/ids.ts';
import { MemoryTransport } from '../client/memory-transport.ts';
import { ScriptedHost } from '../client/testing/scripted-host.ts';
import { createHostFacilities, type HostFacilities, HostProvider, useSession } from './host-context.tsx';
import { useCall } from './use-call.ts';
import { useConnection, useUnsavedEdits } from './use-connection.ts';
import { useWorkspaceView } from './use-document.ts';

let host: ScriptedHost;
let facilities: HostFacilities;

beforeEach(() => {
  host = new ScriptedHost();
  facilities = createHostFacilities(new MemoryTransport(host, null), window);
});
afterEach(() => facilities.close());

function mount(children: React.ReactNode) {
  render(
    <StrictMode>
      <HostProvider host={facilities}>{children}</HostProvider>
    </StrictMode>,
  );
}

async function answer(method: string, result: unknown, nth = 1) {
  const call = await vi.waitUntil(
    () => host.heard.filter((message) => message.kind === 'call' && message.method === method)[nth - 1],
  );
  if (call.kind === 'call') host.say({ kind: 'result', id: call.id, result });
}

function Workspace({ seen }: { readonly seen: string[] }) {
  const { facts, state, document } = useWorkspaceView();
  seen.push(facts.name);
  return (
    <button type="button" onClick={() => document?.getMap('meta').set('name', `${facts.name}!`)}>
      {`${facts.name} ${state.kind} ${state.unsavedEdits}`}
    </button>
  );
}

it('shows the workspace’s records, and what is not saved yet', async () => {
  mount(<Workspace seen={[]} />);
  const button = await screen.findByText('loading 0');
  act(() => button.click());
  expect(await screen.findByText('! loading 1')).toBeVisible();
});

it('reads a document once for a burst of edits, and once for all who show it', async () => {
  const seen: string[] = [];
  mount(
    <>
      <Workspace seen={seen} />
      <Workspace seen={[]} />
    </>,
  );
  const { document } = facilities.documents.openDocument('workspace');
  const before = seen.length;
  act(() => {
    for (const name of ['a', 'b', 'c', 'd']) document.getMap('meta').set('name', name);
  });
  await screen.findAllByText('d loading 4');
  expect(new Set(seen.slice(before))).toEqual(new Set(['d']));
});

it('tells the session, the connection, and how many edits are not saved', async () => {
  function Status() {
    const session = useSession();
    return <p>{`${session?.appVersion ?? 'nobody'} ${useConnection().kind} ${useUnsavedEdits()}`}</p>;
  }
  mount(<Status />);
  expect(screen.getByText('nobody connecting 0')).toBeVisible();
  const state = { appVersion: '1.2.3', workspace: null };
  await answer('session.state', state, 1);
  await answer('session.state', state, 2);
  expect(await screen.findByText('1.2.3 connected 0')).toBeVisible();
});

it('starts a new question as loading, and never shows the answer to another one', async () => {
  const seen: string[] = [];
  function Transcript({ id }: { readonly id: InterviewId }) {
    const call = useCall('transcripts.read', { interviewId: id });
    seen.push(`${id} ${call.status}`);
    return <p>{`${id} ${call.status}`}</p>;
  }
  const view = render(
    <HostProvider host={facilities}>
      <Transcript id={InterviewId.parse('i1')} />
    </HostProvider>,
  );
  await answer('transcripts.read', null, 1);
  await screen.findByText('i1 ready');
  view.rerender(
    <HostProvider host={facilities}>
      <Transcript id={InterviewId.parse('i2')} />
    </HostProvider>,
  );
  expect(seen).not.toContain('i2 ready');
  await answer('transcripts.read', null, 2);
  await screen.findByText('i2 ready');
});
