// The contract's part about this computer's session and the workspaces it opens.
import { z } from 'zod';
import type { WorkspaceId } from '../ids.ts';
import { type Person, Role } from '../workspace/people.ts';
import { type Access, folder, name, nothing } from './parts.ts';

export interface RecentWorkspace {
  readonly folder: string;
  readonly name: string;
  readonly openedAt: string;
  readonly isMissing: boolean;
}

export interface OpenWorkspace {
  readonly id: WorkspaceId;
  readonly folder: string;
  readonly name: string;
  readonly isSample: boolean;
  /** Why it cannot be written, in a sentence; null when it can. */
  readonly readOnlyBecause: string | null;
  /** What opening found damaged: shown once, with what was kept. */
  readonly damage: readonly {
    readonly document: string;
    readonly message: string;
    readonly keptAs: string | null;
  }[];
}

export interface SessionState {
  readonly appVersion: string;
  readonly platform: 'mac' | 'windows' | 'linux';
  /** Who sits at this computer; null until they said so (a workspace asks only when the first word is written). */
  readonly me: Person;
  readonly isNamed: boolean;
  readonly workspace: OpenWorkspace | null;
  readonly recent: readonly RecentWorkspace[];
  /** Where new workspaces go unless a person says otherwise. */
  readonly defaultFolder: string;
  /** True when the system's own folder dialog can be shown. */
  readonly canChooseFolder: boolean;
}

export const sessionParams = {
  'session.state': nothing,
  'session.setMe': z.object({ name, role: Role }),
  'workspaces.create': z.object({ name, folder: folder.nullable() }),
  'workspaces.open': z.object({ folder }),
  'workspaces.openSample': nothing,
  'workspaces.close': nothing,
  'workspaces.rename': z.object({ name }),
  'workspaces.chooseFolder': nothing,
} as const;

export interface SessionResults {
  'session.state': SessionState;
  'session.setMe': SessionState;
  'workspaces.create': OpenWorkspace;
  'workspaces.open': OpenWorkspace;
  'workspaces.openSample': OpenWorkspace;
  'workspaces.close': null;
  'workspaces.rename': null;
  'workspaces.chooseFolder': { readonly folder: string | null };
}

export const sessionAccess: Readonly<Record<keyof typeof sessionParams, Access>> = {
  'session.state': 'guest',
  'session.setMe': 'owner',
  'workspaces.create': 'owner',
  'workspaces.open': 'owner',
  'workspaces.openSample': 'owner',
  'workspaces.close': 'owner',
  'workspaces.rename': 'member',
  'workspaces.chooseFolder': 'owner',
};

export interface SessionEvents {
  /** Another workspace, or none, is open now; documents of the old one are gone. */
  'workspace.changed': { readonly workspace: OpenWorkspace | null };
  /** Whether the disk takes words. `failed` stays until a write succeeds again. */
  'storage.changed':
    | { readonly kind: 'healthy' }
    | { readonly kind: 'failed'; readonly code: 'disk-full' | 'storage-failed'; readonly since: string };
}
