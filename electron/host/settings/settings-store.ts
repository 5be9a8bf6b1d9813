// What belongs to this computer and not to a team: who sits here, and which workspaces were open lately. In lowdb.
import { join } from 'node:path';
import { z } from 'zod';
import { PersonId } from '../../../shared/ids.ts';
import { Person } from '../../../shared/workspace/people.ts';
import { openJsonStore } from '../storage/durable-json.ts';

const Settings = z.object({
  me: Person,
  /** False until a person said who they are; notes then carry "Me". */
  isNamed: z.boolean(),
  /** Open when the host last ended, so open again when it starts. */
  openFolder: z.string().nullable().default(null),
  /** Folder of the encoder that a person chose; null for the one inside the app. */
  modelFolder: z.string().nullable().default(null),
  recent: z.array(z.object({ folder: z.string(), name: z.string(), openedAt: z.string() })),
});
export type Settings = z.infer<typeof Settings>;

const MAX_RECENT = 12;

export interface SettingsStore {
  readonly value: Settings;
  setMe(me: { name: string; role: Person['role'] }): Promise<void>;
  /** Null: closed by a person. */
  setOpenFolder(folder: string | null): Promise<void>;
  setModelFolder(folder: string | null): Promise<void>;
  remember(workspace: { folder: string; name: string; openedAt: string }): Promise<void>;
}

export async function openSettings(userFolder: string, newId: () => string): Promise<SettingsStore> {
  const defaults: Settings = {
    me: { id: PersonId.parse(newId()), name: 'Me', role: 'pm' },
    isNamed: false,
    openFolder: null,
    modelFolder: null,
    recent: [],
  };
  const store = await openJsonStore(join(userFolder, 'settings.json'), Settings, defaults);
  // The person's id must be the same tomorrow, so it is on the disk before the first note carries it. An id that is there
  // already needs no writing: a full disk must not keep anybody from reading.
  if (store.data.me.id === defaults.me.id) await store.write();
  return {
    get value() {
      return store.data;
    },
    async setMe({ name, role }) {
      await store.update((settings) => {
        settings.me = { ...settings.me, name, role };
        settings.isNamed = true;
      });
    },
    async remember(workspace) {
      await store.update((settings) => {
        const others = settings.recent.filter((entry) => entry.folder !== workspace.folder);
        settings.recent = [workspace, ...others].slice(0, MAX_RECENT);
        settings.openFolder = workspace.folder;
      });
    },
    async setModelFolder(folder) {
      await store.update((settings) => {
        settings.modelFolder = folder;
      });
    },
    async setOpenFolder(folder) {
      await store.update((settings) => {
        settings.openFolder = folder;
      });
    },
  };
}
