import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { overlayStore, useOverlay } from '../../state/overlay-store.ts';
import { mountWithHost } from '../../testing/mount-with-host.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ImportInBackground } from './import-in-background.tsx';
import { clearImportList, importListStore } from './import-list-store.ts';

function Frame() {
  const { overlay, close } = useOverlay();
  return (
    <>
      {overlay.kind === 'import' ? (
        <ImportDialog files={overlay.files} interviewId={overlay.interviewId} onClose={close} />
      ) : null}
      <ImportInBackground />
    </>
  );
}

afterEach(() => {
  act(() => {
    overlayStore.getState().close();
    clearImportList();
  });
});

/** A file whose disk answers when the test says. */
async function openWithSlowFile() {
  await mountWithHost(<Frame />, { answers: { 'interviews.list': () => [] } });
  let answer: (bytes: Promise<ArrayBuffer>) => void = () => undefined;
  const bytes = new Promise<ArrayBuffer>((resolve) => {
    answer = resolve;
  });
  const file = Object.assign(new File(['x'], 'rowan.vtt'), { slice: () => ({ arrayBuffer: () => bytes }) });
  act(() => overlayStore.getState().open({ kind: 'import', files: [file], interviewId: null }));
  await screen.findByText('1 reading');
  return answer;
}

it('reads on when the dialog is closed, says when it is done and opens again with the files', async () => {
  const answer = await openWithSlowFile();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(overlayStore.getState().overlay.kind).toBe('none'));
  answer(Promise.reject(new Error('gone')));
  await screen.findByText('1 file read: 1 needs you. Nothing is imported yet.');
  await userEvent.click(screen.getByText('Open the import'));
  await screen.findByText('rowan.vtt');
});

it('forgets the files when it is cancelled', async () => {
  const answer = await openWithSlowFile();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(importListStore.getState().files).toEqual([]);
  answer(Promise.resolve(new ArrayBuffer(1)));
  await waitFor(() => expect(overlayStore.getState().overlay.kind).toBe('none'));
  expect(screen.queryByText(/read:/)).toBeNull();
});
