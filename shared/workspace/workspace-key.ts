import type { WorkspaceId } from '../ids.ts';

/**
 * Tells which open workspace a document belongs to. Every window proves with it that it means the workspace that is
 * open, so that edits made in one are never synced into a document of the same name in another: neither in another
 * study nor in another copy of the same one.
 */
export function workspaceKey(workspace: { readonly id: WorkspaceId; readonly folder: string }): string {
  return `${workspace.id} ${workspace.folder}`;
}

/** The same for who came by an invite: they are not told in which folder the workspace lies. */
export function visitorsKey(id: WorkspaceId): string {
  return workspaceKey({ id, folder: '' });
}
