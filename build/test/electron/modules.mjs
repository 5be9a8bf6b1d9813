// The smaller parts of Electron that Earshot uses: shell, dialog, Menu, utilityProcess.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mustBeReady, state, strict } from './state.mjs';

export const shell = strict('shell', {
  async openExternal(address) {
    console.log(`stand-in: shell.openExternal ${address}`);
  },
});

export const dialog = strict('dialog', {
  async showOpenDialog() {
    throw new Error('stand-in: dialog.showOpenDialog has no answer; replace it from the test');
  },
  showErrorBox(title, content) {
    console.error(`stand-in: ${title}: ${content}`);
  },
});

class MenuItem {
  constructor({ submenu, click, ...rest }) {
    Object.assign(this, rest);
    this.submenu = submenu && Menu.buildFromTemplate(submenu);
    this.click = () => click?.(this, [...state.windows].at(-1), {});
  }
}

export class Menu {
  static #ofApp = null;
  items = [];
  static buildFromTemplate(template) {
    const menu = new Menu();
    menu.items = template.map((options) => new MenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu) {
    mustBeReady('set application menu');
    Menu.#ofApp = menu;
  }
  static getApplicationMenu() {
    return Menu.#ofApp;
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

class UtilityProcess extends EventEmitter {
  #child;
  constructor(path, args, { serviceName, env }) {
    super();
    this.serviceName = serviceName;
    this.#child = fork(path, args, {
      env: env ?? process.env,
      serialization: 'advanced',
      execArgv: ['--import', new URL('./utility.mjs', import.meta.url).href],
    });
    state.utilityProcesses.add(this);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    // Writing to a process that is just ending: Electron drops such messages.
    this.#child.on('error', (error) => console.error(`stand-in: ${serviceName}: ${error.message}`));
    this.#child.on('exit', (code, signal) => {
      state.utilityProcesses.delete(this);
      this.emit('exit', code ?? (signal ? 1 : 0));
    });
  }
  get pid() {
    return state.utilityProcesses.has(this) ? this.#child.pid : undefined;
  }
  postMessage(message) {
    if (this.#child.connected) this.#child.send(message);
  }
  kill() {
    return this.#child.kill();
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork(path, args = [], options = {}) {
    mustBeReady('fork utilityProcess');
    return strict('UtilityProcess', new UtilityProcess(path, args, options));
  },
});
