// Where this computer keeps the recordings of its interviews: paths, in lowdb. None of it goes into a workspace.
import { join } from 'node:path';
import { z } from 'zod';
import { type InterviewId, OriginalHash } from '../../../shared/ids.ts';
import { openJsonStore } from '../storage/durable-json.ts';

const Place = z.object({
  hash: OriginalHash,
  path: z.string(),
  size: z.number(),
  /** Of the file when it was hashed: with another time or size it has to be looked at again. */
  mtimeMs: z.number(),
});
export type Place = z.infer<typeof Place>;

export interface RecordingStore {
  placeOf(id: InterviewId): Place | undefined;
  put(id: InterviewId, place: Place): Promise<void>;
  forget(id: InterviewId): Promise<void>;
}

export async function openRecordingStore(userFolder: string): Promise<RecordingStore> {
  const schema = z.object({ places: z.record(z.string(), Place) });
  const store = await openJsonStore(join(userFolder, 'recordings.json'), schema, { places: {} });
  return {
    placeOf: (id) => (Object.hasOwn(store.data.places, id) ? store.data.places[id] : undefined),
    put: (id, place) =>
      store.update(({ places }) => {
        places[id] = place;
      }),
    forget: (id) =>
      store.update(({ places }) => {
        delete places[id];
      }),
  };
}
