// Electron's webContents, ipcMain and session: one page in Chromium, its messages, and what it may do.
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app } from './app.mjs';
import { makeCodec } from './codec.mjs';
import { mainWorldScript, preloadScript, WORLD } from './page-side.mjs';
import { fromPage, schemesListening, toPage } from './protocol.mjs';
import { mustBeReady, preventable, state, strict } from './state.mjs';

const { encode, decode } = makeCodec();
const bySession = new Map();
let lastId = 0;

/** Passes what Chromium reports on to the page it is about. */
export function dispatchPageEvent(method, params, sessionId) {
  bySession.get(sessionId)?.onEvent(method, params);
}

class IpcMain extends EventEmitter {
  handlers = new Map();
  handle(channel, handler) {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  removeHandler(channel) {
    this.handlers.delete(channel);
  }
}
export const ipcMain = strict('ipcMain', new IpcMain());

const defaultSession = {
  requestHandler: null,
  setPermissionRequestHandler(handler) {
    mustBeReady('use session');
    this.requestHandler = handler;
  },
  setPermissionCheckHandler() {
    mustBeReady('use session');
  },
  setDevicePermissionHandler() {
    mustBeReady('use session');
  },
};
export const session = strict('session', {
  defaultSession: strict('session.defaultSession', defaultSession),
});

/** Electron's name for a permission, and Chromium's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['media', 'microphone'],
  ['media', 'camera'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
];

export class WebContents extends EventEmitter {
  id = ++lastId;
  session = session.defaultSession;
  #url = '';
  #expected;
  #answerOpen = () => ({ action: 'allow' });
  /** The isolated worlds of preload scripts; the last one is the current page's. */
  #contexts = new Set();

  constructor(window, preferences) {
    super();
    this.window = window;
    const contents = this;
    this.mainFrame = {
      get url() {
        return contents.getURL();
      },
    };
    this.attached = this.#attach(preferences);
    app.emit('web-contents-created', {}, this);
  }

  async #attach(preferences) {
    if (
      preferences.contextIsolation === false ||
      preferences.sandbox === false ||
      preferences.nodeIntegration
    )
      throw new Error('stand-in: only contextIsolation, sandbox and no nodeIntegration');
    const { width = 800, height = 600 } = this.window.options;
    const target = { url: 'about:blank', newWindow: true, width, height };
    const { targetId } = await state.chromium.send('Target.createTarget', target);
    this.targetId = targetId;
    const attached = await state.chromium.send('Target.attachToTarget', { targetId, flatten: true });
    this.sessionId = attached.sessionId;
    bySession.set(this.sessionId, this);
    const token = randomBytes(12).toString('hex');
    const { preload } = preferences;
    await Promise.all([
      this.#tell('Page.enable'),
      this.#tell('Runtime.enable'),
      this.#tell('Runtime.addBinding', { name: '__electronSend', executionContextName: WORLD }),
      this.#tell('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }),
      this.#tell('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(token) }),
      preload &&
        this.#tell('Page.addScriptToEvaluateOnNewDocument', {
          source: preloadScript(token, readFileSync(preload, 'utf8')),
          worldName: WORLD,
        }),
    ]);
    await this.#applyPermissions();
  }

  #tell(method, params) {
    return state.chromium.send(method, params, this.sessionId);
  }

  /** Electron asks its handler when a page asks; here it is asked beforehand, and again whenever the page changes. */
  async #applyPermissions() {
    for (const [permission, name] of PERMISSIONS) {
      let isGranted = true;
      defaultSession.requestHandler?.(this, permission, (answer) => {
        isGranted = answer;
      });
      await state.chromium.send('Browser.setPermission', {
        permission: { name },
        setting: isGranted ? 'granted' : 'denied',
      });
    }
  }

  getURL() {
    return this.#url;
  }
  isDestroyed() {
    return this.window.isDestroyed();
  }
  setWindowOpenHandler(handler) {
    this.#answerOpen = handler;
  }
  async loadURL(address) {
    await this.attached;
    await schemesListening();
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    this.#expected = toPage(address);
    const { errorText } = await this.#tell('Page.navigate', { url: this.#expected });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, address, true);
      throw new Error(`${errorText} loading '${address}'`);
    }
    await loaded;
  }
  send(channel, ...args) {
    this.#deliver({ channel, args: encode(args) });
  }

  #deliver(message) {
    const contextId = [...this.#contexts].at(-1);
    if (contextId === undefined) return;
    const expression = `__electronDeliver(${JSON.stringify(JSON.stringify(message))})`;
    this.#tell('Runtime.evaluate', { contextId, expression }).catch(() => {
      // The page went while the message was on its way, as can happen in Electron.
    });
  }

  async #received({ id, channel, args }) {
    const reply = (to, ...values) => this.send(to, ...values);
    const event = { sender: this, processId: 1, frameId: 1, senderFrame: this.mainFrame, reply };
    if (id === undefined) {
      ipcMain.emit(channel, event, ...decode(args));
      return;
    }
    try {
      const handler = ipcMain.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      this.#deliver({ id, value: encode(await handler(event, ...decode(args))) });
    } catch (error) {
      this.#deliver({ id, error: encode(new Error(`Error invoking remote method '${channel}': ${error}`)) });
    }
  }

  onEvent(method, params) {
    switch (method) {
      case 'Runtime.bindingCalled':
        if (params.name === '__electronSend') void this.#received(JSON.parse(params.payload));
        return;
      case 'Runtime.executionContextCreated': {
        const { id, name, auxData } = params.context;
        if (name === WORLD && auxData?.frameId === this.targetId) this.#contexts.add(id);
        return;
      }
      case 'Runtime.executionContextDestroyed':
        this.#contexts.delete(params.executionContextId);
        return;
      case 'Runtime.executionContextsCleared':
        this.#contexts.clear();
        return;
      case 'Page.frameNavigated':
        if (!params.frame.parentId) this.#navigated(params.frame.url + (params.frame.urlFragment ?? ''));
        return;
      case 'Page.navigatedWithinDocument':
        if (params.frameId === this.targetId) this.#url = fromPage(params.url);
        return;
      case 'Page.loadEventFired':
        if (this.#url === '' || this.#url === 'about:blank') return;
        this.emit('did-finish-load', {});
        this.window.painted();
        return;
      case 'Page.windowOpen':
        this.#windowOpens(params);
        return;
      case 'Fetch.requestPaused':
        this.#documentRequested(params);
        return;
    }
  }

  #navigated(address) {
    this.#url = fromPage(address);
    this.emit('did-navigate', {}, this.#url);
    void this.#applyPermissions();
  }

  #windowOpens({ url, windowName, windowFeatures }) {
    const { action } = this.#answerOpen({
      url: fromPage(url),
      frameName: windowName,
      disposition: 'new-window',
      features: windowFeatures.join(','),
      referrer: { url: '', policy: 'default' },
    });
    // Chromium has opened it already; electron.mjs closes it unless the app allowed it.
    if (action !== 'deny') state.allowsWindows = true;
  }

  #documentRequested({ requestId, request, frameId }) {
    const isOwn = frameId !== this.targetId || request.url === this.#expected;
    const event = preventable({ url: fromPage(request.url), isMainFrame: true });
    if (!isOwn) this.emit('will-navigate', event, event.url);
    const verdict = event.defaultPrevented
      ? this.#tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : this.#tell('Fetch.continueRequest', { requestId });
    verdict.catch(() => {
      // The request was given up meanwhile.
    });
  }
}
