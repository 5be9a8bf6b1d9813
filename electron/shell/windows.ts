// Windows, and what no window of Earshot may do: leave its page, open another, ask for a permission, embed a view.
import { join } from 'node:path';
import { app, BrowserWindow, type IpcMainEvent, type Session, shell, type WebContents } from 'electron';
import { mayLeaveUnsaved } from './dialogs.ts';
import { externalLink } from './external-link.ts';
import { PAGE_URL } from './page.ts';

export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1_280,
    height: 800,
    minWidth: 1_024,
    minHeight: 700,
    title: 'Earshot',
    // Shown when there is something to see.
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // Everywhere but on a Mac, which has its own, Electron fetches dictionaries from a server as soon as somebody types.
      spellcheck: process.platform === 'darwin',
    },
  });
  // A page objects only while it holds words that are on no disk; Electron itself would let it win without a word.
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeaveUnsaved(window)) event.preventDefault();
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(PAGE_URL).catch((error: unknown) => {
    // Closing a window while it loads ends the load; that is no fault.
    if (!window.isDestroyed()) console.error('the page did not load:', error);
  });
  return window;
}

/** Brings Earshot to the front when it is started a second time. */
export function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Holds for every page the app will ever show, also those it does not mean to. */
export function hardenPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const link = externalLink(url);
      if (link !== undefined) void shell.openExternal(link);
      return { action: 'deny' };
    });
  });
}

/** Refuses every permission but writing plain text to the clipboard, which copying an invite or a quote needs. */
export function denyPermissions(session: Session): void {
  const isAllowed = (permission: string, contents: WebContents | null) =>
    permission === 'clipboard-sanitized-write' && contents !== null && isOurs(contents.getURL());
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isAllowed(permission, contents)),
  );
  session.setPermissionCheckHandler((contents, permission) => isAllowed(permission, contents));
  session.setDevicePermissionHandler(() => false);
}

/** Whether a message comes from our own page itself: not from a frame within it, nor from anything it was led to. */
export function isFromOurPage(event: IpcMainEvent): boolean {
  const { senderFrame, sender } = event;
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}

function isOurs(url: string): boolean {
  return url.startsWith(PAGE_URL);
}
