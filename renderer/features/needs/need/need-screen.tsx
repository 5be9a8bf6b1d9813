// One need: who voices it, what they asked for instead, every quote and note, and everything a person can decide about it.
import { ChevronDown, ChevronUp, Link } from 'lucide-react';
import { useEffect, useState } from 'react';
import { AppError } from '../../../../shared/errors.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import { type Need, needUnder } from '../../../../shared/needs/need.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useCall } from '../../../state/use-call.ts';
import { useWorkspace } from '../../../state/use-document.ts';
import { errorWords } from '../../../text/error-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { useNeedActs } from '../use-need-acts.ts';
import { NeedDialogs, type OpenDialog } from './need-dialogs.tsx';
import { NeedInspector } from './need-inspector.tsx';
import { NeedPage } from './need-page.tsx';
import { useEvidenceActs } from './use-evidence-acts.ts';

export function NeedScreen({ needId }: { readonly needId: NeedId }) {
  const { navigation } = useHost();
  const facts = useWorkspace();
  const acts = useNeedActs();
  const evidenceActs = useEvidenceActs();
  const answer = useCall('needs.list', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const [dialog, setDialog] = useState<OpenDialog>({ kind: 'none' });
  const { go } = navigation.getState();

  const everything = answer.status === 'loading' ? [] : (answer.value?.needs ?? []);
  const need = needUnder(everything, needId);
  const all = everything.filter((one) => one.status !== 'dismissed' || one.id === need?.id);
  const at = all.findIndex((one) => one.id === need?.id);
  const newSince = useNewSince(need);
  const toNeed = (step: 1 | -1) => {
    const next = all[at + step];
    if (next) go({ place: 'need', needId: next.id }, { replace: true });
  };
  const onNeed = (act: (one: Need) => unknown) => () => (need === undefined ? false : act(need));

  useKeys({
    Escape: () => go({ place: 'needs' }),
    n: () => toNeed(1),
    p: () => toNeed(-1),
    a: onNeed((one) => one.status === 'suggested' && acts.accept(one)),
    r: onNeed(() => setDialog({ kind: 'rename' })),
    d: onNeed((one) => acts.dismiss(one)),
    b: onNeed(() => setDialog({ kind: 'link' })),
    m: onNeed(() => setDialog({ kind: 'merge' })),
    e: onNeed(() => setDialog({ kind: 'pair' })),
    'Ctrl+z': onNeed((one) => acts.undoLast(one)),
  });

  const crumbs = [
    { label: 'Needs', onGo: () => go({ place: 'needs' }) },
    { label: at < 0 ? 'Need' : `${at + 1} of ${all.length}` },
  ];
  if (answer.status === 'failed' && need === undefined) {
    return (
      <Screen crumbs={crumbs}>
        <Notice
          {...errorWords(answer.error)}
          announce="status"
          actions={[{ label: 'Try again', onDo: answer.reload }]}
        />
      </Screen>
    );
  }
  if (need === undefined) {
    return (
      <Screen crumbs={crumbs}>
        {answer.status === 'loading' ? null : (
          <EmptyState
            title="This need is not here any more."
            actions={<Button onClick={() => go({ place: 'needs' })}>All needs</Button>}
          >
            A later computation did not find it again, and nobody had taken it up.
          </EmptyState>
        )}
      </Screen>
    );
  }
  return (
    <Screen
      crumbs={crumbs}
      actions={
        <>
          <IconButton
            icon={ChevronUp}
            label="Previous need"
            keys="P"
            disabled={at <= 0}
            onClick={() => toNeed(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next need"
            keys="N"
            disabled={at >= all.length - 1}
            onClick={() => toNeed(1)}
          />
          <Button keys="M" onClick={() => setDialog({ kind: 'merge' })}>
            Merge
          </Button>
          <Button
            variant={need.status === 'suggested' ? 'quiet' : 'primary'}
            icon={Link}
            keys="B"
            onClick={() => setDialog({ kind: 'link' })}
          >
            Link to brief
          </Button>
        </>
      }
      inspectorLabel="People, decisions and briefs"
      inspector={
        <NeedInspector
          need={need}
          needs={everything}
          facts={facts}
          onUndo={(decisionId) => void evidenceActs.undo(decisionId)}
          onUnlink={(briefId) => {
            for (const link of facts.links) {
              if (link.briefId === briefId && (link.needId === need.id || need.aliases.includes(link.needId)))
                acts.unlink(link.needId, briefId);
            }
          }}
          onOpenBrief={(briefId) => go({ place: 'brief', briefId })}
        />
      }
    >
      <NeedPage
        key={need.id}
        need={need}
        facts={facts}
        acts={acts}
        evidenceActs={evidenceActs}
        newSince={newSince}
        onDialog={setDialog}
        onOpenQuote={({ interviewId, original, start }) =>
          go({ place: 'interview', interviewId, focus: { original, start } })
        }
        onOpenNote={({ interviewId, noteId }) => go({ place: 'interview', interviewId, noteId })}
      />
      <NeedDialogs
        dialog={dialog}
        need={need}
        needs={all}
        facts={facts}
        acts={acts}
        evidenceActs={evidenceActs}
        onGo={(id) => go({ place: 'need', needId: id }, { replace: true })}
        onClose={() => setDialog({ kind: 'none' })}
      />
    </Screen>
  );
}

/** What was new when the page was opened: it stays marked while it is read, and counts as seen from then on. */
function useNewSince(need: Need | undefined): ReadonlySet<string> {
  const { client } = useHost();
  const [opened, setOpened] = useState<{ id: NeedId; keys: ReadonlySet<string> } | null>(null);
  const id = need?.id;
  if (need !== undefined && opened?.id !== need.id) setOpened({ id: need.id, keys: new Set(need.newSince) });
  const seen = need === undefined ? '' : `${need.quotes.length} ${need.requests.length} ${need.noted.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` changes when there is more to have seen
  useEffect(() => {
    if (id === undefined) return;
    client.call('needs.look', { id }).catch((error: unknown) => {
      // Whoever only reads, and a workspace that is open to read, keep no mark; nothing is lost by it.
      if (!(error instanceof AppError)) throw error;
    });
  }, [client, id, seen]);
  return opened?.keys ?? NOTHING;
}

const NOTHING: ReadonlySet<string> = new Set();
