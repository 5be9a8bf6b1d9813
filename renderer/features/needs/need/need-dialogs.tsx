// The dialogs of a need, one at a time.
import type { NeedId } from '../../../../shared/ids.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import { assertNever } from '../../../../shared/result.ts';
import type { WorkspaceFacts } from '../../../../shared/workspace/workspace-document.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useAttempt } from '../../../state/use-attempt.ts';
import { ChooseNeedDialog } from '../../../ui/choose-need-dialog.tsx';
import { LinkDialog } from '../link-dialog.tsx';
import { MergeDialog, shortLabel } from '../merge-dialog.tsx';
import { RenameDialog } from '../rename-dialog.tsx';
import type { NeedActs } from '../use-need-acts.ts';
import { AddEvidenceDialog } from './add-evidence-dialog.tsx';
import { PairDialog } from './pair-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { Chosen, EvidenceActs } from './use-evidence-acts.ts';

export type OpenDialog =
  | { readonly kind: 'none' | 'rename' | 'link' | 'merge' | 'pair' | 'add' }
  | { readonly kind: 'split' | 'move'; readonly chosen: readonly Chosen[]; readonly onDone: () => void };

export interface NeedDialogsProps {
  readonly dialog: OpenDialog;
  readonly need: Need;
  /** All that are not dismissed. */
  readonly needs: readonly Need[];
  readonly facts: WorkspaceFacts;
  readonly acts: NeedActs;
  readonly evidenceActs: EvidenceActs;
  readonly onGo: (id: NeedId) => void;
  readonly onClose: () => void;
}

export function NeedDialogs(props: NeedDialogsProps) {
  const { dialog, need, needs, facts, acts, evidenceActs, onGo, onClose } = props;
  const { client } = useHost();
  const attempt = useAttempt();
  const others = needs.filter((one) => one.id !== need.id);
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'rename':
      return <RenameDialog need={need} onRename={(label) => acts.rename(need, label)} onClose={onClose} />;
    case 'link':
      return (
        <LinkDialog
          briefs={facts.briefs}
          onLink={(brief) => acts.link(need, brief)}
          onNew={(title) =>
            attempt(async () => {
              const made = await client.call('briefs.create', { title });
              acts.link(need, { id: made.id, title });
            })
          }
          onClose={onClose}
        />
      );
    case 'merge':
      return (
        <MergeDialog
          need={need}
          needs={needs}
          onMerge={(into) => {
            void acts.merge(into, need).then((isDone) => {
              if (isDone) onGo(into.id);
            });
          }}
          onClose={onClose}
        />
      );
    case 'move':
      return (
        <ChooseNeedDialog
          title={`Move ${dialog.chosen.length === 1 ? '1 quote' : `${dialog.chosen.length} quotes`}?`}
          description="What is moved by hand stays where you put it."
          needs={others}
          actLabel={(to) => `Move to “${shortLabel(to)}”`}
          onChoose={(to) => {
            void evidenceActs.move(need, to, dialog.chosen);
            dialog.onDone();
          }}
          onClose={onClose}
        />
      );
    case 'split':
      return (
        <SplitDialog
          count={dialog.chosen.length}
          onSplit={(label) => {
            void evidenceActs.split(need, dialog.chosen, label);
            dialog.onDone();
          }}
          onClose={onClose}
        />
      );
    case 'pair':
      return (
        <PairDialog
          need={need}
          onPair={(pair) => void evidenceActs.pair(pair)}
          onDescribe={(text) => void evidenceActs.describe(need, text)}
          onClose={onClose}
        />
      );
    case 'add':
      return (
        <AddEvidenceDialog
          need={need}
          facts={facts}
          onAdd={(addition) => void evidenceActs.add(addition)}
          onClose={onClose}
        />
      );
    default:
      return assertNever(dialog);
  }
}
