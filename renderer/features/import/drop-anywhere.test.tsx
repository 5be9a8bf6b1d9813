import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InterviewId, PersonId } from '../../../shared/ids.ts';
import { MemoryTransport } from '../../client/memory-transport.ts';
import { ScriptedHost } from '../../client/testing/scripted-host.ts';
import { createHostFacilities, type HostFacilities, HostProvider } from '../../state/host-context.tsx';
import { overlayStore } from '../../state/overlay-store.ts';
import { DropAnywhere } from './drop-anywhere.tsx';

let host: HostFacilities;
beforeEach(() => {
  host = createHostFacilities(new MemoryTransport(new ScriptedHost(), null), window);
  act(() =>
    host.session.getState().accept({
      appVersion: '0',
      platform: 'linux',
      me: { id: PersonId.parse('ines'), name: 'Ines', role: 'pm' },
      isNamed: true,
      workspace: null,
      recent: [],
      defaultFolder: '/',
      canChooseFolder: false,
    }),
  );
  render(
    <HostProvider host={host}>
      <DropAnywhere />
    </HostProvider>,
  );
});
afterEach(() => {
  overlayStore.getState().close();
  host.close();
});

const file = new File(['WEBVTT'], 'rowan.vtt');

/** Happy DOM has drag events without a DataTransfer to give them. */
function drag(type: string, carries: readonly string[], files: readonly File[] = []): Event {
  const event = Object.assign(new Event(type, { cancelable: true, bubbles: true }), {
    dataTransfer: { types: carries, files, dropEffect: 'none' },
    relatedTarget: null,
  });
  act(() => void window.dispatchEvent(event));
  return event;
}

it('says what happens while a file is over the window, and stops when it leaves', () => {
  const over = drag('dragover', ['Files']);
  expect(over.defaultPrevented).toBe(true);
  expect(screen.getByText('Drop a transcript anywhere')).toBeVisible();
  drag('dragleave', ['Files']);
  expect(screen.queryByText('Drop a transcript anywhere')).toBeNull();
});

it('opens the import with the files, for the interview on the screen', () => {
  act(() => host.navigation.getState().go({ place: 'live', interviewId: InterviewId.parse('rowan') }));
  drag('dragover', ['Files']);
  expect(drag('drop', ['Files'], [file]).defaultPrevented).toBe(true);
  expect(overlayStore.getState().overlay).toEqual({ kind: 'import', files: [file], interviewId: 'rowan' });
  expect(screen.queryByText('Drop a transcript anywhere')).toBeNull();
});

it('adds to an open import without changing what it is for', () => {
  act(() => host.navigation.getState().go({ place: 'live', interviewId: InterviewId.parse('rowan') }));
  act(() => overlayStore.getState().open({ kind: 'import', files: [], interviewId: null }));
  drag('drop', ['Files'], [file]);
  expect(overlayStore.getState().overlay).toMatchObject({ interviewId: null, files: [file] });
});

it('leaves dragged words to whom they belong', () => {
  expect(drag('dragover', ['text/plain']).defaultPrevented).toBe(false);
  drag('drop', ['text/plain']);
  expect(overlayStore.getState().overlay.kind).toBe('none');
});
