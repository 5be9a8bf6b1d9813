// Opens one update log to read: how many records it holds, and what is damaged. It knows nothing of what they say.
import { AppError } from '../../../shared/errors.ts';
import { type FileFacts, nodeFileSystem } from '../storage/fs-port.ts';
import { scanRecords } from '../storage/log-format.ts';
import { readLog } from '../storage/log-recovery.ts';
import type { Finding } from './findings.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

export interface CheckedLog {
  /** Empty when nothing can be read. */
  readonly records: readonly Uint8Array[];
  readonly bytes: number;
  readonly finding: Finding | null;
}

/** `mayBeInUse`: somebody may be writing at this moment, so that an unfinished record at the end is none of damage. */
export async function checkLog(
  files: WorkspaceFiles,
  path: string,
  mayBeInUse: boolean,
): Promise<CheckedLog> {
  let own: Uint8Array | undefined;
  const reading = {
    ...nodeFileSystem,
    facts: async (file: string) => factsOf(await files.read(file)),
    async readFile(file: string) {
      const bytes = await files.read(file);
      // Compacted between the two looks: the next look finds the new one.
      if (bytes === undefined) throw new AppError('not-found', `${file} is not there`);
      if (file === path) own = bytes;
      return bytes;
    },
  };
  try {
    // The clock is only asked by a repair, which nobody runs here.
    const { records, damage } = await readLog(reading, path, () => new Date());
    const bytes = own?.length ?? 0;
    if (damage === null) return { records, bytes, finding: null };
    const isUnfinished = own !== undefined && scanRecords(own).tail === 'unfinished';
    const severity = mayBeInUse && isUnfinished && damage.kind === 'torn-tail' ? 'note' : 'damage';
    const lost = damage.lostBytes === 0 ? '' : ` (${damage.lostBytes} bytes)`;
    return { records, bytes, finding: { severity, what: `${damage.message}${lost}`, where: path } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      records: [],
      bytes: own?.length ?? 0,
      finding: { severity: 'damage', what: error.message, where: path },
    };
  }
}

function factsOf(bytes: Uint8Array | undefined): FileFacts | undefined {
  if (bytes === undefined) return undefined;
  return { kind: 'file', size: bytes.length, modifiedMs: 0, linkCount: 1, fileId: 0 };
}
