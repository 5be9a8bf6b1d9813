// Hocuspocus' messages for one document, as a host that keeps a copy sends and reads them. It knows the format
// (https://tiptap.dev/docs/hocuspocus, MessageType in @hocuspocus/server), and nothing of what is done with them.
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';

const MESSAGE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, close: 7, syncStatus: 8 } as const;
const AUTH = { token: 0, denied: 1, authenticated: 2 } as const;
const SYNC = { stateVector: 0, difference: 1, update: 2 } as const;

export type ChannelMessage =
  | { readonly kind: 'let-in'; readonly isReadOnly: boolean }
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'state-vector'; readonly bytes: Uint8Array }
  /** `isDifference`: an answer to our state vector, which may hold what is here already. */
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly isDifference: boolean }
  | { readonly kind: 'acknowledged'; readonly isStored: boolean }
  | { readonly kind: 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed'; readonly reason: string }
  | { readonly kind: 'other' };

export interface AddressedMessage {
  readonly address: string;
  readonly message: ChannelMessage;
}

/** Throws for what is no such message. */
export function readMessage(bytes: Uint8Array): AddressedMessage {
  const decoder = createDecoder(bytes);
  const address = readVarString(decoder);
  return { address, message: readBody() };

  function readBody(): ChannelMessage {
    switch (readVarUint(decoder)) {
      case MESSAGE.auth: {
        const how = readVarUint(decoder);
        if (how === AUTH.denied) return { kind: 'denied', reason: readVarString(decoder) };
        if (how === AUTH.authenticated)
          return { kind: 'let-in', isReadOnly: readVarString(decoder) === 'readonly' };
        return { kind: 'other' };
      }
      case MESSAGE.sync:
      case MESSAGE.syncReply: {
        const step = readVarUint(decoder);
        const payload = readVarUint8Array(decoder);
        if (step === SYNC.stateVector) return { kind: 'state-vector', bytes: payload };
        return { kind: 'update', bytes: payload, isDifference: step === SYNC.difference };
      }
      case MESSAGE.awareness:
        return { kind: 'awareness', bytes: readVarUint8Array(decoder) };
      case MESSAGE.syncStatus:
        return { kind: 'acknowledged', isStored: readVarUint(decoder) === 1 };
      case MESSAGE.close:
        return { kind: 'closed', reason: readVarString(decoder) };
      default:
        return { kind: 'other' };
    }
  }
}

function message(address: string, type: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address);
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
}

export function keyMessage(address: string, key: string): Uint8Array {
  return message(address, MESSAGE.auth, (encoder) => {
    writeVarUint(encoder, AUTH.token);
    writeVarString(encoder, key);
  });
}

export function stateVectorMessage(address: string, stateVector: Uint8Array): Uint8Array {
  return message(address, MESSAGE.sync, (encoder) => {
    writeVarUint(encoder, SYNC.stateVector);
    writeVarUint8Array(encoder, stateVector);
  });
}

/** `isDifference`: the far host looks whether it has it already before it writes. */
export function updateMessage(address: string, update: Uint8Array, isDifference: boolean): Uint8Array {
  return message(address, MESSAGE.sync, (encoder) => {
    writeVarUint(encoder, isDifference ? SYNC.difference : SYNC.update);
    writeVarUint8Array(encoder, update);
  });
}

export function awarenessMessage(address: string, update: Uint8Array): Uint8Array {
  return message(address, MESSAGE.awareness, (encoder) => writeVarUint8Array(encoder, update));
}

export function closeMessage(address: string): Uint8Array {
  return message(address, MESSAGE.close, (encoder) => writeVarString(encoder, 'not needed now'));
}
