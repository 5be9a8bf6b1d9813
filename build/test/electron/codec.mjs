// Structured clone to JSON and back, the same code on both sides: its text is also put into pages, so it uses nothing
// from outside of the function. Functions are refused, as Electron's IPC refuses them, unless `keep` turns one into a
// reference, as contextBridge does.
export function makeCodec() {
  const CHUNK = 0x8000;

  function toBase64(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += CHUNK)
      text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    return btoa(text);
  }

  function fromBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    // Not Uint8Array.from: it takes seconds for ten megabytes.
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  }

  function encode(value, keep, above = []) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number') return encodeNumber(value);
    if (typeof value === 'bigint') return { $: 'bigint', value: String(value) };
    if (typeof value === 'function' && keep) return { $: 'function', value: keep(value) };
    if (
      typeof value === 'function' ||
      typeof value === 'symbol' ||
      value instanceof Promise ||
      value instanceof WeakMap
    )
      throw new Error('An object could not be cloned.');
    if (above.includes(value)) throw new Error('stand-in: cyclic values are not supported');
    const inner = (part) => encode(part, keep, [...above, value]);
    if (value instanceof Date) return { $: 'date', value: +value };
    if (value instanceof Error) return { $: 'error', name: value.name, value: value.message };
    if (value instanceof Map) return { $: 'map', value: [...value].map((pair) => pair.map(inner)) };
    if (value instanceof Set) return { $: 'set', value: [...value].map(inner) };
    if (value instanceof ArrayBuffer)
      return { $: 'bytes', type: 'ArrayBuffer', value: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const type = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
      return {
        $: 'bytes',
        type,
        value: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      };
    }
    if (Array.isArray(value)) return { $: 'list', value: value.map(inner) };
    return { $: 'object', value: Object.entries(value).map(([key, part]) => [key, inner(part)]) };
  }

  function encodeNumber(value) {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value;
    return { $: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
  }

  function decode(json, call) {
    if (json === null || typeof json !== 'object') return json;
    const inner = (part) => decode(part, call);
    switch (json.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(json.value);
      case 'bigint':
        return BigInt(json.value);
      case 'function':
        return call(json.value);
      case 'date':
        return new Date(json.value);
      case 'error':
        return Object.assign(new Error(json.value), { name: json.name });
      case 'map':
        return new Map(json.value.map((pair) => pair.map(inner)));
      case 'set':
        return new Set(json.value.map(inner));
      case 'bytes':
        return decodeBytes(json);
      case 'list':
        return json.value.map(inner);
      case 'object':
        return Object.fromEntries(json.value.map(([key, part]) => [key, inner(part)]));
      default:
        throw new Error(`stand-in: cannot decode ${json.$}`);
    }
  }

  function decodeBytes({ type, value }) {
    const bytes = fromBase64(value);
    if (type === 'Uint8Array') return bytes;
    return type === 'ArrayBuffer' ? bytes.buffer : new globalThis[type](bytes.buffer);
  }

  return { encode, decode };
}
