// The `electron` module of the stand-in: enough of its API, with its rules, for Earshot's main and preload.
// A name that is not exported here fails when main imports it.
import { app } from './app.mjs';
import { startChromium } from './chromium-pipe.mjs';
import { dialog, Menu, shell, utilityProcess } from './modules.mjs';
import { net, protocol } from './protocol.mjs';
import { state, strict } from './state.mjs';
import { dispatchPageEvent, ipcMain, session } from './web-contents.mjs';
import { BrowserWindow } from './windows.mjs';

/** Playwright finds the window of a page by this. */
const webContents = strict('webContents', {
  fromDevToolsTargetId: (id) => findWindow(id)?.webContents,
  getAllWebContents: () => [...state.windows].map((window) => window.webContents),
});

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  protocol,
  session,
  shell,
  utilityProcess,
  webContents,
};
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  protocol,
  session,
  shell,
  utilityProcess,
  webContents,
};

/** Called by run.mjs once the app's main module has been evaluated: as in Electron, `ready` comes only then. */
export async function start() {
  state.chromium = await startChromium();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => app.exit(0));
  state.chromium.onEvent((method, params, sessionId) => {
    if (method === 'Target.targetCreated') closeStrayWindow(params.targetInfo);
    else if (method === 'Target.targetDestroyed') findWindow(params.targetId)?.closedByChromium();
    else if (sessionId) dispatchPageEvent(method, params, sessionId);
  });
  await state.chromium.send('Target.setDiscoverTargets', { discover: true });
  app.becomeReady();
  console.error(`DevTools listening on ${state.chromium.endpoint}`);
}

/** A page opened by a page: Chromium asks nobody, so it is closed here. Closing it at once would hang its opener. */
function closeStrayWindow({ type, targetId, openerId }) {
  if (type !== 'page' || !openerId) return;
  setTimeout(() => {
    if (state.allowsWindows) return;
    state.chromium.send('Target.closeTarget', { targetId }).catch(() => {
      // It has closed by itself.
    });
  }, 150);
}

function findWindow(targetId) {
  return [...state.windows].find((window) => window.webContents.targetId === targetId);
}
