// Electron's BrowserWindow: the life of a window. Its size and focus are bookkeeping only.
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { mustBeReady, preventable, state, strict } from './state.mjs';
import { WebContents } from './web-contents.mjs';

let lastId = 0;

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return [...state.windows];
  }
  static fromWebContents(contents) {
    return contents.window;
  }
  static getFocusedWindow() {
    return BrowserWindow.getAllWindows().at(-1) ?? null;
  }

  id = ++lastId;
  #isDestroyed = false;
  #isVisible;
  #hasPainted = false;

  constructor(options = {}) {
    mustBeReady('create BrowserWindow');
    super();
    this.options = options;
    this.#isVisible = options.show !== false;
    this.webContents = strict('webContents', new WebContents(this, options.webPreferences ?? {}));
    this.gone = new Promise((resolve) => this.once('closed', resolve));
    state.windows.add(this);
    app.emit('browser-window-created', {}, this);
  }
  loadURL(address) {
    return this.webContents.loadURL(address);
  }
  show() {
    this.#isVisible = true;
    this.emit('show');
  }
  isVisible() {
    return this.#isVisible;
  }
  focus() {
    this.emit('focus');
  }
  isMinimized() {
    return false;
  }
  restore() {}
  isDestroyed() {
    return this.#isDestroyed;
  }
  close() {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    const { webContents } = this;
    void webContents.attached.then(() =>
      state.chromium.send('Target.closeTarget', { targetId: webContents.targetId }),
    );
  }

  /** The stand-in's own: the page has painted. */
  painted() {
    if (this.#hasPainted) return;
    this.#hasPainted = true;
    this.emit('ready-to-show');
  }
  /** The stand-in's own: Chromium has closed the page. */
  closedByChromium() {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    state.windows.delete(this);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (state.windows.size === 0) app.emit('window-all-closed');
  }
}
