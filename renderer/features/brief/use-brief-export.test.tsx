import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppErrorData } from '../../../shared/errors.ts';
import { BriefId } from '../../../shared/ids.ts';
import { MemoryTransport } from '../../client/memory-transport.ts';
import { ScriptedHost } from '../../client/testing/scripted-host.ts';
import { createHostFacilities, type HostFacilities, HostProvider } from '../../state/host-context.tsx';
import { UiProviders } from '../../ui/ui-providers.tsx';
import { useBriefExport } from './use-brief-export.tsx';

let host: ScriptedHost;
let facilities: HostFacilities;

beforeEach(() => {
  host = new ScriptedHost();
  facilities = createHostFacilities(new MemoryTransport(host, null), window);
  render(
    <UiProviders>
      <HostProvider host={facilities}>
        <Exporting />
      </HostProvider>
    </UiProviders>,
  );
});
afterEach(() => facilities.close());

function Exporting() {
  const exporting = useBriefExport(BriefId.parse('b1'));
  return (
    <>
      <button type="button" onClick={exporting.exportNow}>
        Export
      </button>
      {exporting.dialog}
    </>
  );
}

async function nextExport(nth = 1) {
  const call = await vi.waitUntil(
    () =>
      host.heard.flatMap((message) =>
        message.kind === 'call' && message.method === 'briefs.exportMarkdown' ? [message] : [],
      )[nth - 1],
  );
  return {
    params: call.params,
    answer: (path: string, wasThere = false) =>
      host.say({ kind: 'result', id: call.id, result: { path, text: '', wasThere } }),
    refuse: (error: AppErrorData) => host.say({ kind: 'error', id: call.id, error }),
  };
}

it('writes to the usual place and says where', async () => {
  const copied: string[] = [];
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  const call = await nextExport();
  expect(call.params).toEqual({ id: 'b1', folder: null });
  call.answer('/study/exports/monday.md');
  expect(await screen.findByText('Written: /study/exports/monday.md')).toBeVisible();
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
  await user.click(screen.getByRole('button', { name: 'Copy path' }));
  expect(copied).toEqual(['/study/exports/monday.md']);
});

it('says when it replaced its own file', async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  (await nextExport()).answer('/study/exports/monday.md', true);
  expect(await screen.findByText(/^Written again: /)).toBeVisible();
});

it('does not write over a foreign file, says so, and takes another folder', async () => {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  (await nextExport()).refuse({
    code: 'not-our-file',
    message: '',
    retryable: false,
    details: { path: '/study/exports/monday.md' },
  });
  const dialog = await screen.findByRole('dialog', { name: 'Another file has this name' });
  expect(dialog).toHaveTextContent('Earshot did not write /study/exports/monday.md');
  expect(dialog).toHaveTextContent('The file is as it was.');
  await user.type(screen.getByRole('textbox', { name: 'Folder' }), '/vault{Enter}');
  const second = await nextExport(2);
  expect(second.params).toEqual({ id: 'b1', folder: '/vault' });
  second.answer('/vault/monday.md');
  expect(await screen.findByText('Written: /vault/monday.md')).toBeVisible();
  await vi.waitFor(() => expect(dialog).not.toBeInTheDocument());
});
