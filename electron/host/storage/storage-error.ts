// From the operating system's error codes to the two that the rest of Earshot knows: no space, or another failure.
import { AppError } from '../../../shared/errors.ts';

/** Whether `error` is a system error with one of these codes, such as ENOENT. */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}

/**
 * `disk-full` for ENOSPC and EDQUOT, `storage-failed` for all else; both may be tried again, since space and rights
 * can be given back. An AppError is returned as it is.
 */
export function storageError(
  error: unknown,
  message: string,
  details: Record<string, unknown> = {},
): AppError {
  if (error instanceof AppError) return error;
  const systemCode = error instanceof Error && 'code' in error ? error.code : undefined;
  const code = isCode(error, 'ENOSPC', 'EDQUOT') ? 'disk-full' : 'storage-failed';
  return new AppError(code, message, { retryable: true, details: { ...details, systemCode }, cause: error });
}
