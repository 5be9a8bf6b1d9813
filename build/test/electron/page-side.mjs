// What the stand-in puts into a page before its scripts: the two halves of contextBridge, and preload's `require`.
// Both functions travel as text, so they use nothing from outside of themselves. The page's world and preload's share only
// the document, so calls between them are synchronous DOM events with string details, under a secret name.
import { makeCodec } from './codec.mjs';

export const WORLD = 'electron-preload';

/** The page's own world: shows what preload exposes, frozen, and calls through to it. */
function mainWorld(secret, makeCodec) {
  if (window.top !== window) return;
  const { encode, decode } = makeCodec();
  const callbacks = [];
  const waiting = new Map();
  let lastId = 0;
  let answer;

  function say(kind, message) {
    document.dispatchEvent(new CustomEvent(secret + kind, { detail: JSON.stringify(message) }));
  }
  function on(kind, listener) {
    const hear = (event) => {
      event.stopImmediatePropagation();
      listener(JSON.parse(event.detail));
    };
    document.addEventListener(secret + kind, hear, true);
  }
  function keep(callback) {
    const known = callbacks.indexOf(callback);
    return known < 0 ? callbacks.push(callback) - 1 : known;
  }
  function remote(target) {
    return (...args) => {
      const id = ++lastId;
      answer = undefined;
      say('call', { id, target, args: args.map((value) => encode(value, keep)) });
      const { error, isPromise, value } = answer;
      if (error) throw decode(error);
      if (!isPromise) return decode(value, remote);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    };
  }

  on('answer', (message) => {
    answer = message;
  });
  on('settle', ({ id, error, value }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call.reject(decode(error));
    else call.resolve(decode(value, remote));
  });
  on('back', ({ target, args }) => callbacks[target](...args.map((value) => decode(value, remote))));
  on('expose', ({ key, api }) => {
    const value = Object.freeze(decode(api, remote));
    Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
  });
}

/** Preload's isolated world: runs the script with the little that a sandboxed preload may require. */
function preloadWorld(secret, makeCodec, processFacts, preload) {
  if (window.top !== window) return;
  const { encode, decode } = makeCodec();
  const exposed = [];
  const listeners = new Map();
  const pending = new Map();
  let lastId = 0;

  function say(kind, message) {
    document.dispatchEvent(new CustomEvent(secret + kind, { detail: JSON.stringify(message) }));
  }
  function keep(callback) {
    const known = exposed.indexOf(callback);
    return known < 0 ? exposed.push(callback) - 1 : known;
  }
  function back(target) {
    return (...args) => say('back', { target, args: args.map((value) => encode(value, keep)) });
  }
  function answerCall({ id, target, args }) {
    try {
      const value = exposed[target](...args.map((argument) => decode(argument, back)));
      if (!(value instanceof Promise)) {
        say('answer', { value: encode(value, keep) });
        return;
      }
      say('answer', { isPromise: true });
      value
        .then((settled) => say('settle', { id, value: encode(settled, keep) }))
        .catch((error) => say('settle', { id, error: encode(error) }));
    } catch (error) {
      say('answer', { error: encode(error instanceof Error ? error : new Error(String(error))) });
    }
  }
  const hearCall = (event) => {
    event.stopImmediatePropagation();
    answerCall(JSON.parse(event.detail));
  };
  document.addEventListener(`${secret}call`, hearCall, true);

  function wire(message) {
    globalThis.__electronSend(JSON.stringify(message));
  }
  const ipcRenderer = {
    send: (channel, ...args) => wire({ channel, args: encode(args) }),
    invoke: async (channel, ...args) => {
      const id = ++lastId;
      const settled = new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
      wire({ id, channel, args: encode(args) });
      return settled;
    },
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off: (channel, listener) => {
      const others = (listeners.get(channel) ?? []).filter((other) => other !== listener);
      listeners.set(channel, others);
      return ipcRenderer;
    },
  };
  globalThis.__electronDeliver = (text) => {
    const message = JSON.parse(text);
    if (message.id === undefined) {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer }, ...decode(message.args));
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (message.error) call?.reject(decode(message.error));
    else call?.resolve(decode(message.value));
  };
  const contextBridge = { exposeInMainWorld: (key, api) => say('expose', { key, api: encode(api, keep) }) };

  function strict(name, target) {
    const get = (object, key) => {
      if (key in object || typeof key === 'symbol') return object[key];
      throw new Error(`stand-in: ${name}.${key} is not implemented`);
    };
    return new Proxy(target, { get });
  }
  const electron = strict('electron', {
    contextBridge: strict('contextBridge', contextBridge),
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
  });
  function require(name) {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name} (a sandboxed preload can require only electron)`);
  }
  const module = { exports: {} };
  preload(require, module, module.exports, {
    ...processFacts,
    argv: [],
    env: {},
    sandboxed: true,
    contextIsolated: true,
  });
}

export function mainWorldScript(secret) {
  return `(${mainWorld})(${JSON.stringify(secret)}, ${makeCodec})`;
}

export function preloadScript(secret, code) {
  const facts = { platform: process.platform, versions: { electron: '0-stand-in', chrome: '0' } };
  const preload = `function (require, module, exports, process) {${code}\n}`;
  return `(${preloadWorld})(${JSON.stringify(secret)}, ${makeCodec}, ${JSON.stringify(facts)}, ${preload})`;
}
