import type { Viewer } from '../door.ts';

/** What Hocuspocus remembers of whoever has a document open. */
export interface DocumentContext {
  readonly mayWrite: boolean;
  /** Whose changes come this way; see `DocumentChange`. */
  readonly from?: object;
  /** Absent for the host itself.  */
  readonly viewer?: Viewer;
}
