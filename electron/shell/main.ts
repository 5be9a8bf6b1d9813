// The desktop app's first process: one instance, hardened windows, and a relay to the host. It does none of Earshot's work.
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { inviteIn } from './invite-in.ts';
import { setMenu } from './menu.ts';
import { registerPageScheme, servePage } from './page.ts';
import { Relay } from './relay.ts';
import { denyPermissions, focusWindow, hardenPages, openWindow } from './windows.ts';

registerPageScheme();
app.enableSandbox();
app.setAsDefaultProtocolClient('earshot');
/** An invite that was opened before there was a host to tell. */
let invite = inviteIn(process.argv);
let tellInvite = (link: string): void => {
  invite = link;
};
// On a Mac links come this way, also before the app is ready.
app.on('open-url', (event, url) => {
  event.preventDefault();
  openInvite(inviteIn([url]));
});
if (app.requestSingleInstanceLock()) {
  hardenPages();
  app.on('second-instance', (_event, args) => {
    openInvite(inviteIn(args));
    focusWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not a top-level await: `ready` comes only after this module has been evaluated, so that would hang.
  app.whenReady().then(start, fail);
} else {
  app.quit();
}

function start(): void {
  denyPermissions(session.defaultSession);
  const shipped = app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '..');
  const relay = new Relay({
    userFolder: join(app.getPath('userData'), 'earshot'),
    defaultFolder: join(app.getPath('documents'), 'Earshot'),
    sampleFolder: join(shipped, 'samples', 'larder'),
    modelFolder: join(shipped, 'models', 'earshot-exchange-v1'),
    appVersion: app.getVersion(),
    rendererFolder: join(import.meta.dirname, 'renderer'),
  });
  servePage(join(import.meta.dirname, 'renderer'), (ticket) => relay.recordingFile(ticket));
  tellInvite = (link) => relay.openInvite(link);
  openInvite(invite);
  setMenu();
  openWindow();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  endWith(relay);
}

/** Whatever else a link may say is dropped: anybody's page can open one. */
function openInvite(link: string | null): void {
  if (link !== null) tellInvite(link);
}

/** Quitting waits for the host: an edit that was just acknowledged must not meet a half-closed file. */
function endWith(relay: Relay): void {
  let hasStopped = false;
  app.on('will-quit', (event) => {
    if (hasStopped) return;
    event.preventDefault();
    relay.stop().then(
      () => {
        hasStopped = true;
        app.quit();
      },
      (error: unknown) => fail(error),
    );
  });
}

function fail(error: unknown): void {
  console.error(error);
  app.exit(1);
}
