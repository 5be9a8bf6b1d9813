// One Redis stream for every document of a workspace: each entry is one Yjs update, or several folded into one.
import type { Redis } from 'ioredis';

/** What is asked of Redis; the entry's only field holds the update. */
export type StreamCommands = Pick<Redis, 'xadd' | 'xrangeBuffer' | 'xlen' | 'xtrim'>;

export interface DocumentStreams {
  /** Resolves when Redis has it on its disk. */
  append(name: string, update: Uint8Array): Promise<void>;
  /** All that is in the stream, oldest first, and the id of the last entry; null when there is none. */
  read(name: string): Promise<{ readonly updates: readonly Uint8Array[]; readonly lastId: string | null }>;
  /** Puts `folded` in place of everything up to `lastId`; what came after it stays. */
  fold(name: string, folded: Uint8Array, lastId: string): Promise<void>;
}

const PAGE_ENTRIES = 1_000;

export function openDocumentStreams(redis: StreamCommands, prefix: string): DocumentStreams {
  const keyOf = (name: string) => `${prefix}:log:${name}`;
  const append = async (name: string, update: Uint8Array) => {
    await redis.xadd(keyOf(name), '*', 'u', Buffer.from(update));
  };
  return {
    append,
    async read(name) {
      const updates: Uint8Array[] = [];
      let lastId: string | null = null;
      for (;;) {
        const from: string = lastId === null ? '-' : `(${lastId}`;
        const page: [Buffer, Buffer[]][] = await redis.xrangeBuffer(
          keyOf(name),
          from,
          '+',
          'COUNT',
          PAGE_ENTRIES,
        );
        for (const [id, fields] of page) {
          lastId = id.toString();
          const [, update] = fields;
          if (update) updates.push(new Uint8Array(update));
        }
        if (page.length < PAGE_ENTRIES) return { updates, lastId };
      }
    },
    async fold(name, folded, lastId) {
      // First the fold, then the trim: a crash between them leaves the same words twice, which Yjs takes for once.
      await append(name, folded);
      await redis.xtrim(keyOf(name), 'MINID', '=', after(lastId));
    },
  };
}

/** The next id: ids are `<milliseconds>-<sequence>`, https://redis.io/docs/latest/develop/data-types/streams/ */
function after(id: string): string {
  const [time = '0', sequence = '0'] = id.split('-');
  return `${time}-${BigInt(sequence) + 1n}`;
}
