// What a person does with a brief beside typing in it. Each answers with a sentence, and with Undo where it can be.
import { AppError } from '../../../shared/errors.ts';
import type { BriefId, NeedId } from '../../../shared/ids.ts';
import { useHost } from '../../state/host-context.tsx';
import { refusalText } from '../../text/error-text.ts';
import { useToasts } from '../../ui/toasts.tsx';

export interface BriefActs {
  readonly rename: (title: string) => void;
  readonly archive: (onDone: () => void) => void;
  readonly bringBack: () => void;
  readonly link: (needId: NeedId) => void;
  /** `onUndo` puts back what the screen took out of the text. */
  readonly unlink: (needId: NeedId, onUndo: () => void) => void;
}

export function useBriefActs(id: BriefId): BriefActs {
  const { client } = useHost();
  const toasts = useToasts();

  async function act(call: () => Promise<null>, onDone?: () => void): Promise<void> {
    try {
      await call();
      onDone?.();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      toasts.show({ text: refusalText(error) });
    }
  }

  const setArchived = (isArchived: boolean) => client.call('briefs.archive', { id, isArchived });
  const bringBack = () => void act(() => setArchived(false));
  const link = (needId: NeedId) => void act(() => client.call('briefs.link', { id, needId }));
  return {
    rename: (title) => void act(() => client.call('briefs.rename', { id, title })),
    archive: (onDone) =>
      void act(
        () => setArchived(true),
        () => {
          toasts.show({ text: 'Archived. Nothing in it was changed.', undo: bringBack });
          onDone();
        },
      ),
    bringBack,
    link,
    unlink: (needId, onUndo) =>
      void act(
        () => client.call('briefs.unlink', { id, needId }),
        () =>
          toasts.show({
            text: 'The link and its evidence are out of this brief. The need stays.',
            undo() {
              link(needId);
              onUndo();
            },
          }),
      ),
  };
}
