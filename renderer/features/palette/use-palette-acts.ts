// Carries out what was chosen in the palette.
import { assertNever } from '../../../shared/result.ts';
import { useHost } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { usePreferences } from '../../state/preferences-store.ts';
import { settingsSectionStore } from '../../state/settings-section.ts';
import { useAttempt } from '../../state/use-attempt.ts';
import { useToasts } from '../../ui/toasts.tsx';
import type { Command } from './palette-commands.ts';
import type { PaletteAct } from './palette-entries.ts';

export function usePaletteActs(onClose: () => void): (act: PaletteAct) => void {
  const { client, navigation } = useHost();
  const overlay = useOverlay();
  const { change } = usePreferences();
  const toasts = useToasts();
  const attempt = useAttempt();
  const { go } = navigation.getState();

  const commands: Readonly<Record<Command['id'], () => void>> = {
    'new-interview': () =>
      attempt(async () => {
        const participant = { pseudonym: '', description: '', realName: '' };
        const made = await client.call('interviews.create', { participant, plannedAt: null, guide: '' });
        go({ place: 'prepare', interviewId: made.id });
      }),
    import: () => overlay.open({ kind: 'import', files: [], interviewId: null }),
    'find-needs': () =>
      attempt(async () => {
        go({ place: 'needs' });
        await client.call('extraction.start', {});
      }),
    'new-brief': () =>
      attempt(async () => {
        const made = await client.call('briefs.create', { title: 'Untitled brief' });
        go({ place: 'brief', briefId: made.id });
      }),
    share: () => {
      const { place } = navigation.getState();
      overlay.open({ kind: 'share', interviewId: 'interviewId' in place ? place.interviewId : null });
    },
    join: () => overlay.open({ kind: 'join', link: '' }),
    'new-workspace': () => overlay.open({ kind: 'new-workspace' }),
    'open-folder': () => overlay.open({ kind: 'open-folder' }),
    keyboard: () => overlay.open({ kind: 'keyboard' }),
    settings: () => go({ place: 'settings' }),
    privacy: () => go({ place: 'privacy' }),
    'text-size': () => {
      settingsSectionStore.getState().want('appearance');
      go({ place: 'settings' });
    },
    'theme-light': () => change({ theme: 'light' }),
    'theme-dark': () => change({ theme: 'dark' }),
    'theme-system': () => change({ theme: 'system' }),
  };

  function link({ needId, briefId: id, title }: Extract<PaletteAct, { kind: 'link' }>): void {
    const unlink = async () => void (await client.call('briefs.unlink', { id, needId }));
    attempt(async () => {
      await client.call('briefs.link', { id, needId });
      toasts.show({ text: `Linked to “${title}”.`, undo: () => attempt(unlink) });
    });
  }

  return (act) => {
    // Closed first: some of what is chosen opens something in its place.
    onClose();
    switch (act.kind) {
      case 'go':
        go(act.place);
        break;
      case 'command':
        commands[act.command]();
        break;
      case 'link':
        link(act);
        break;
      default:
        assertNever(act);
    }
  };
}
