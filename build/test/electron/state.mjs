// What the stand-in's parts share: whether the app is ready, Chromium, the open windows, and how strictness is done.

export const state = {
  isReady: false,
  /** Set by start(), before `ready`. */
  chromium: undefined,
  windows: new Set(),
  /** The app's handler allowed a page to open a window. */
  allowsWindows: false,
  utilityProcesses: new Set(),
};

/** Whatever is not there fails by its name, so that a new call into Electron cannot pass untested by accident. */
export function strict(name, target) {
  return new Proxy(target, {
    get(object, key) {
      // Symbols, `then` and `toJSON` are asked for by the language and by printing, not by the app.
      if (!(key in object) && typeof key !== 'symbol' && key !== 'then' && key !== 'toJSON')
        throw new Error(`stand-in: ${name}.${key} is not implemented`);
      const value = Reflect.get(object, key, object);
      return typeof value === 'function' ? value.bind(object) : value;
    },
    set(object, key, value) {
      object[key] = value;
      return true;
    },
  });
}

export function mustBeReady(what) {
  if (!state.isReady) throw new Error(`Cannot ${what} before app is ready`);
}

export function mustNotBeReady(what) {
  if (state.isReady) throw new Error(`${what} should be called before app is ready`);
}

export function preventable(extra = {}) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
    ...extra,
  };
}
