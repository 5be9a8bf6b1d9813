// What stands around every screen: the sidebar with the places, the keys that work everywhere, and the bar that says when
// the disk does not take words. It knows the stores; the screens inside it do not know it.
import { FileText, Hash, House, Layers, MessagesSquare } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useHost, useSession } from './state/host-context.tsx';
import { useOverlay } from './state/overlay-store.ts';
import type { Place } from './state/place.ts';
import { useAttempt } from './state/use-attempt.ts';
import { useCall } from './state/use-call.ts';
import { useUnsavedEdits } from './state/use-connection.ts';
import { useWorkspace } from './state/use-document.ts';
import { usePlace } from './state/use-place.ts';
import { useWithinEarshot } from './state/use-sharing.ts';
import { useStorageState } from './state/use-storage.ts';
import { AppFrame } from './ui/app-frame.tsx';
import { useKeys } from './ui/key-bindings.ts';
import type { MenuEntry } from './ui/menu.tsx';
import { Notice } from './ui/notice.tsx';
import { Sidebar, type Place as SidebarPlace } from './ui/sidebar.tsx';
import { WorkspaceMenu } from './ui/workspace-menu.tsx';

type Section = 'home' | 'interviews' | 'needs' | 'briefs' | 'codebook';

export function WorkspaceFrame({ children }: { readonly children: ReactNode }) {
  const { client, navigation } = useHost();
  const attempt = useAttempt();
  const session = useSession();
  const facts = useWorkspace();
  const place = usePlace();
  const overlay = useOverlay();
  const [isFolded, setFolded] = useState(false);
  const needs = useCall('needs.list', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const withinEarshot = useWithinEarshot();
  const { go } = navigation.getState();
  const isOpen = session?.workspace != null;

  useKeys(
    {
      'Ctrl+k': () => overlay.open({ kind: 'palette', query: '' }),
      'Ctrl+/': () => overlay.open({ kind: 'keyboard' }),
      '?': () => overlay.open({ kind: 'keyboard' }),
      'Ctrl+,': () => go({ place: 'settings' }),
      '\\': () => setFolded((was) => !was),
      'g h': () => go({ place: 'home' }),
      'g i': () => go({ place: 'interviews' }),
      'g n': () => go({ place: 'needs' }),
      'g b': () => go({ place: 'briefs' }),
      'g c': () => go({ place: 'codebook' }),
    },
    { scope: 'everywhere' },
  );

  const shown =
    needs.status === 'ready' ? needs.value.needs.filter((need) => need.status !== 'dismissed') : [];
  const running =
    needs.status === 'ready' && needs.value.extraction.kind === 'running' ? needs.value.extraction : null;
  const places: SidebarPlace<Section>[] = [
    { id: 'home', label: 'Home', icon: House },
    {
      id: 'interviews',
      label: 'Interviews',
      icon: MessagesSquare,
      count: isOpen ? facts.interviews.filter((entry) => !entry.isArchived).length : undefined,
    },
    {
      id: 'needs',
      label: 'Needs',
      icon: Layers,
      count: isOpen ? (needs.status === 'loading' ? '…' : shown.length) : undefined,
      progress: running === null || running.total === 0 ? undefined : running.done / running.total,
    },
    {
      id: 'briefs',
      label: 'Briefs',
      icon: FileText,
      count: isOpen ? facts.briefs.filter((brief) => !brief.isArchived).length : undefined,
    },
    {
      id: 'codebook',
      label: 'Codebook',
      icon: Hash,
      count: isOpen ? facts.tags.filter((tag) => !tag.isArchived).length : undefined,
    },
  ];

  const switchTo: MenuEntry[] = (session?.recent ?? [])
    .filter((recent) => recent.folder !== session?.workspace?.folder && !recent.isMissing)
    .slice(0, 6)
    .map((recent) => ({
      kind: 'act',
      label: recent.name,
      onDo: () => attempt(() => client.call('workspaces.open', { folder: recent.folder })),
    }));
  const entries: MenuEntry[] = [
    { kind: 'act', label: 'New workspace', onDo: () => overlay.open({ kind: 'new-workspace' }) },
    { kind: 'act', label: 'Open a folder', onDo: () => overlay.open({ kind: 'open-folder' }) },
    ...(switchTo.length > 0
      ? ([{ kind: 'heading', label: 'Switch to' }, ...switchTo] satisfies MenuEntry[])
      : []),
    ...(isOpen
      ? ([
          { kind: 'line' },
          {
            kind: 'act',
            label: 'Close this workspace',
            onDo: () => attempt(() => client.call('workspaces.close', {})),
          },
        ] satisfies MenuEntry[])
      : []),
  ];

  return (
    <AppFrame
      isSidebarFolded={isFolded || place.place === 'live' || place.place === 'debrief'}
      banner={<DiskBar />}
      sidebar={
        <Sidebar
          places={places}
          current={sectionOf(place)}
          onGo={(id) => go({ place: id })}
          workspace={<WorkspaceMenu name={session?.workspace?.name ?? 'Earshot'} entries={entries} />}
          onSearch={() => overlay.open({ kind: 'palette', query: '' })}
          withinEarshot={withinEarshot}
          onReach={() => go({ place: 'privacy' })}
          onSettings={() => go({ place: 'settings' })}
          isFolded={isFolded || place.place === 'live' || place.place === 'debrief'}
        />
      }
    >
      {children}
    </AppFrame>
  );
}

/** Over everything while the disk refuses words. */
function DiskBar() {
  const storage = useStorageState();
  const unsaved = useUnsavedEdits();
  if (storage.kind === 'healthy') return null;
  const since = new Date(storage.since).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const edits = `${unsaved} ${unsaved === 1 ? 'edit is' : 'edits are'} not on disk yet`;
  return (
    <Notice
      form="bar"
      tone="bad"
      announce="alert"
      title={
        storage.code === 'disk-full' ? `The disk is full: ${edits}` : `The disk does not take words: ${edits}`
      }
      happened={
        storage.code === 'disk-full' ? 'There is no space left to write.' : 'The folder cannot be written.'
      }
      kept={`Everything up to ${since} on disk. The edits after it are in this window; keep it open.`}
      next={
        storage.code === 'disk-full'
          ? 'Free some space. Earshot tries again by itself.'
          : 'Look at the folder. Earshot tries again by itself.'
      }
    />
  );
}

function sectionOf(place: Place): Section | undefined {
  switch (place.place) {
    case 'prepare':
    case 'live':
    case 'debrief':
    case 'interview':
      return 'interviews';
    case 'need':
      return 'needs';
    case 'brief':
      return 'briefs';
    case 'settings':
    case 'privacy':
      return undefined;
    default:
      return place.place;
  }
}
