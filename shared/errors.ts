// The errors that cross a door, as plain objects. Codes are stable; the words a person reads live in renderer/text.
import { z } from 'zod';

export const ErrorCode = z.enum([
  'invalid-input', // the params do not fit the method's schema
  'unknown-method',
  'not-allowed', // the viewer may not do this
  'not-found', // an id names nothing in this workspace
  'no-workspace', // a method that needs an open workspace was called without one
  'workspace-locked', // another Earshot holds the folder
  'workspace-newer', // written by a newer Earshot: opened read-only
  'workspace-read-only',
  'not-a-workspace', // the folder holds no earshot.json that can be read
  'folder-not-usable', // cannot be created, read or written
  'disk-full',
  'storage-failed', // a read or write failed for another reason than space
  'unreadable-file', // an imported file that no parser can read
  'too-large',
  'already-imported', // the same bytes are in this workspace already
  'engine-failed', // the extraction process ended or reported a fault
  'model-missing',
  'not-a-model', // a folder that holds no encoder Earshot can read
  'cancelled',
  'built-upon', // a decision cannot be taken back while later ones rest on it
  'not-our-file', // an export would overwrite a file that Earshot did not write
  'protocol-mismatch',
  'connection-lost',
  'sharing-failed', // no port could be opened beyond this computer
  'not-invited', // an invite that is unknown, expired, revoked or full; `details.reason` says which
  'internal', // a bug: the log has the id of the call
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const AppErrorData = z.object({
  code: ErrorCode,
  /** One English sentence for logs and the command line; never what people said in an interview. */
  message: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.unknown()),
});
export type AppErrorData = z.infer<typeof AppErrorData>;

/** The throwable form, on either side of a door. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryable?: boolean; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }

  toData(): AppErrorData {
    return {
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      details: { ...this.details },
    };
  }

  static fromData(data: AppErrorData): AppError {
    return new AppError(data.code, data.message, { retryable: data.retryable, details: data.details });
  }
}
