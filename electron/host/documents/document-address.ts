import { createDecoder, readVarString } from 'lib0/decoding';
import { AppError } from '../../../shared/errors.ts';

/** `workspace`, `interview-<id>` or `brief-<id>`, and the session that a window puts behind it. */
const ADDRESS = /^(workspace|(interview|brief)-[A-Za-z0-9_-]{1,64})(\0[A-Za-z0-9]{1,40})?$/;

/** Refuses a document frame that is addressed to no document: AppError `invalid-input`. */
export function requireDocumentAddress(message: Uint8Array): void {
  let address: string;
  try {
    address = readVarString(createDecoder(message));
  } catch (cause) {
    throw new AppError('invalid-input', 'the document frame has no address', { cause });
  }
  if (!ADDRESS.test(address)) throw new AppError('invalid-input', 'the document frame names no document');
}
