// What in a workspace folder is worth keeping: the parts that a backup holds and a restore accepts, by their path.
// Paths are relative and use `/` on every system. It knows names only, no files.

/** `set-aside`: bytes that Earshot could not read and kept beside the file they were in. */
export type WorkspacePart = 'manifest' | 'log' | 'previous-log' | 'original' | 'export' | 'set-aside';

const DOCUMENT_NAME = /^documents\/([A-Za-z0-9_-]{1,80})\.ylog$/;
const PREVIOUS_LOG = /^documents\/[A-Za-z0-9_-]{1,80}\.ylog\.prev$/;
const ORIGINAL = /^originals\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/;
/** As `nameAside` writes them: the file's name, why, and when. */
const SET_ASIDE = /^(documents\/|originals\/)?[A-Za-z0-9_.-]{1,120}\.(torn|damaged|corrupt)-[0-9TZ-]{1,30}$/;
/** Neither hidden files, such as those that a file manager leaves, nor one that is just being written. */
const EXPORT = /^exports\/(?!\.)(?!.*\/\.)(?!.*\.tmp$)./;

/** Null for everything else: derived things, the lock, backups, and files that are not Earshot's. */
export function partOf(path: string): WorkspacePart | null {
  if (path === 'earshot.json') return 'manifest';
  if (DOCUMENT_NAME.test(path)) return 'log';
  if (PREVIOUS_LOG.test(path)) return 'previous-log';
  if (ORIGINAL.test(path)) return 'original';
  if (SET_ASIDE.test(path)) return 'set-aside';
  return EXPORT.test(path) ? 'export' : null;
}

/** The document that a log belongs to; null for a path that is no log. */
export function documentOf(path: string): string | null {
  return DOCUMENT_NAME.exec(path)?.[1] ?? null;
}
