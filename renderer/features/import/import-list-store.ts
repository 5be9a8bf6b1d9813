// The files of the import that is under way. They outlive the dialog, so that closing it while files are read stops
// nothing; nothing here is written anywhere.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { InterviewId } from '../../../shared/ids.ts';
import type { ImportFile, Target } from './import-file.ts';
import type { Identities } from './speaker-choices.ts';

/** What a person said about one file; the rest is guessed. */
export interface Said {
  readonly target?: Target;
  readonly identities: Identities;
  readonly offset: string;
  readonly isRemembered: boolean;
}

export interface ImportList {
  readonly files: readonly ImportFile[];
  /** What a person said about each file, by its id. */
  readonly said: ReadonlyMap<number, Said>;
  /** The interview that the import was opened for. */
  readonly interviewId: InterviewId | null;
  /** Its dialog was closed while files were read. */
  readonly isInBackground: boolean;
}

const NOTHING: ImportList = { files: [], said: new Map(), interviewId: null, isInBackground: false };

export const importListStore = createStore<ImportList>()(() => NOTHING);

/** What the host still looks at, by the file's id. */
export const underWay = new Map<number, AbortController>();

export function useImportList(): ImportList {
  return useStore(importListStore);
}

/** Forgets the list and stops what is still read. */
export function clearImportList(): void {
  for (const stop of underWay.values()) stop.abort();
  underWay.clear();
  importListStore.setState(NOTHING);
}
