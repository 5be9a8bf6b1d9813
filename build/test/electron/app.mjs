// Electron's `app`: life cycle, paths, quitting in Electron's order.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustNotBeReady, preventable, state, strict } from './state.mjs';

const folder = process.env.STAND_IN_USER_DATA ?? join(tmpdir(), `stand-in-user-${process.pid}`);

class App extends EventEmitter {
  isPackaged = false;
  #paths = { userData: folder, documents: join(folder, 'Documents'), temp: tmpdir() };
  #markReady;
  #ready = new Promise((resolve) => {
    this.#markReady = resolve;
  });

  /** The stand-in's own: Electron does this by itself. */
  becomeReady() {
    state.isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#markReady();
  }
  whenReady() {
    return this.#ready;
  }
  isReady() {
    return state.isReady;
  }
  enableSandbox() {
    mustNotBeReady('app.enableSandbox()');
  }
  /** The test machine's own settings are left alone. */
  setAsDefaultProtocolClient() {
    return true;
  }
  requestSingleInstanceLock() {
    return true;
  }
  getPath(name) {
    const path = this.#paths[name];
    if (!path) throw new Error(`stand-in: app.getPath('${name}') is not implemented`);
    return path;
  }
  getVersion() {
    return JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')).version;
  }
  getAppMetrics() {
    return [...state.utilityProcesses].map(({ pid, serviceName }) => ({
      pid,
      type: 'Utility',
      name: serviceName,
    }));
  }
  quit() {
    void this.#quit();
  }
  async #quit() {
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    for (const window of [...state.windows]) {
      window.close();
      await window.gone;
      if (!window.isDestroyed()) return;
    }
    const will = preventable();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) await this.exit(0);
  }
  async exit(code = 0) {
    this.emit('quit', {}, code);
    await state.chromium?.close();
    process.exit(code);
  }
}

export const app = strict('app', new App());
