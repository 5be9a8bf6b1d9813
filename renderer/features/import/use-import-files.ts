// The files of one import: read from the disk, looked at by the host, taken out again. Nothing is stored by it.
import { useCallback } from 'react';
import { AppError } from '../../../shared/errors.ts';
import type { TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import { useHost } from '../../state/host-context.tsx';
import { errorWords } from '../../text/error-text.ts';
import type { FileReading, ImportFile } from './import-file.ts';
import { importListStore, underWay, useImportList } from './import-list-store.ts';
import { readSource, type Source } from './read-source.ts';

export interface ImportFiles {
  readonly files: readonly ImportFile[];
  readonly add: (sources: readonly Source[]) => void;
  readonly remove: (id: number) => void;
  /** Although it does not say who speaks. */
  readonly take: (id: number) => void;
  /** Reads it as this format instead. */
  readonly readAs: (id: number, format: TranscriptFormat) => void;
}

/** Larger than any transcript, and more than the door to the host takes; such a file is not read at all. */
const MOST_BYTES = 50_000_000;
const LONGEST_NAME = 300;

let lastId = 0;

function setFiles(change: (all: readonly ImportFile[]) => readonly ImportFile[]): void {
  importListStore.setState(({ files }) => ({ files: change(files) }));
}

export function useImportFiles(): ImportFiles {
  const { client } = useHost();
  const { files } = useImportList();

  const change = useCallback((id: number, part: Partial<ImportFile>) => {
    setFiles((all) => all.map((file) => (file.id === id ? { ...file, ...part } : file)));
  }, []);

  const look = useCallback(
    async (id: number, fileName: string, bytes: Uint8Array<ArrayBuffer>, format: TranscriptFormat | null) => {
      underWay.get(id)?.abort();
      const stop = new AbortController();
      underWay.set(id, stop);
      change(id, { format, reading: { kind: 'reading', share: null } });
      let reading: FileReading;
      try {
        const preview = await client.call(
          'transcripts.preview',
          { fileName, bytes, format },
          { signal: stop.signal },
        );
        reading = { kind: 'read', preview };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        reading = unreadable(error);
      }
      // Removed, or read as another format since.
      if (!stop.signal.aborted) change(id, { reading });
    },
    [client, change],
  );

  const read = useCallback(
    async (id: number, source: Source) => {
      if (source.size > MOST_BYTES) {
        const error = new AppError('too-large', 'this file has more than 50 MB, too much for a transcript');
        change(id, { reading: unreadable(error) });
        return;
      }
      const isListed = () => importListStore.getState().files.some((file) => file.id === id);
      let bytes: Uint8Array<ArrayBuffer> | null;
      try {
        bytes = await readSource(source, isListed, (share) =>
          change(id, { reading: { kind: 'reading', share } }),
        );
      } catch {
        // A folder, or a file that has gone since it was dropped: the system does not say which.
        const error = new AppError('unreadable-file', 'the system does not let this file be read');
        change(id, { reading: unreadable(error) });
        return;
      }
      // Taken out of the list while the disk was read.
      if (bytes === null) return;
      change(id, { bytes });
      await look(id, source.name, bytes, null);
    },
    [change, look],
  );

  const add = useCallback(
    (sources: readonly Source[]) => {
      const added = sources.map((source) => ({ source, id: ++lastId }));
      setFiles((all) => [
        ...all,
        ...added.map(({ source, id }) => ({
          id,
          fileName: source.name.slice(-LONGEST_NAME),
          sizeBytes: source.size,
          bytes: null,
          format: null,
          reading: { kind: 'reading', share: 0 } as const,
          isTaken: false,
        })),
      ]);
      for (const { source, id } of added) void read(id, source);
    },
    [read],
  );

  return {
    files,
    add,
    remove(id) {
      underWay.get(id)?.abort();
      setFiles((all) => all.filter((file) => file.id !== id));
    },
    take: (id) => change(id, { isTaken: true }),
    readAs(id, format) {
      const file = files.find((one) => one.id === id);
      if (file?.bytes) void look(id, file.fileName, file.bytes, format);
    },
  };
}

function unreadable(error: AppError): FileReading {
  return {
    kind: 'unreadable',
    words: errorWords(error),
    isEmptyOfWords: error.details.reason === 'no-words' || error.details.reason === 'empty',
  };
}
