// Says when the files of a closed import are read, and opens it again. Always there, and shows nothing of its own.
import { useEffect, useRef } from 'react';
import { useSession } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { useToasts } from '../../ui/toasts.tsx';
import { counted, statusOf, summaryOf } from './import-file.ts';
import { clearImportList, importListStore, useImportList } from './import-list-store.ts';

export function ImportInBackground() {
  const { files, interviewId, isInBackground } = useImportList();
  const { open } = useOverlay();
  const toasts = useToasts();
  const workspaceId = useSession()?.workspace?.id;
  const lastId = useRef(workspaceId);
  const statuses = files.map((file) => statusOf(file, files));
  const isDone = isInBackground && files.length > 0 && !statuses.includes('reading');
  const summary = summaryOf(statuses);

  useEffect(() => {
    if (!isDone) return;
    importListStore.setState({ isInBackground: false });
    toasts.show({
      text: `${counted(files.length, 'file')} read: ${summary}. Nothing is imported yet.`,
      action: { label: 'Open the import', onDo: () => open({ kind: 'import', files: [], interviewId }) },
    });
  }, [isDone, files.length, summary, interviewId, open, toasts]);

  // What was read is compared with one workspace; in another it would say the wrong things.
  useEffect(() => {
    if (workspaceId === undefined) return;
    if (lastId.current !== undefined && lastId.current !== workspaceId) clearImportList();
    lastId.current = workspaceId;
  }, [workspaceId]);
  return null;
}
