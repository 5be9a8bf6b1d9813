// What people keep needing, and who exactly: the ranked list, a peek beside it, and the computation above it.
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { NeedsView } from '../../../shared/contract/needs.ts';
import type { Need, Quote } from '../../../shared/needs/need.ts';
import { useHost } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { useCall } from '../../state/use-call.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { errorWords } from '../../text/error-text.ts';
import { useKeys } from '../../ui/key-bindings.ts';
import { useListKeys } from '../../ui/list-keys.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ComputePanel } from './compute-panel.tsx';
import { NeedPeek } from './need-peek.tsx';
import styles from './needs.module.css';
import { NeedsList } from './needs-list.tsx';
import { ComputeState, NeedsFoot, NothingYet } from './needs-states.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { useNeedActs } from './use-need-acts.ts';

export function NeedsScreen() {
  const { client, navigation } = useHost();
  const overlay = useOverlay();
  const facts = useWorkspace();
  const answer = useCall(
    'needs.list',
    {},
    { refetchOn: ['needs.changed', 'extraction.changed', 'interviews.changed', 'workspace.changed'] },
  );
  const acts = useNeedActs();
  const [current, setCurrent] = useState(0);
  const [isPeeking, setPeeking] = useState(true);
  const [isRenaming, setRenaming] = useState(false);
  const [areDismissedShown, setDismissedShown] = useState(false);
  const [sought, setSought] = useState('');
  const { go } = navigation.getState();

  const view = answer.status === 'loading' ? null : (answer.value ?? null);
  const { listed, recurring, dismissed } = arrange(view, areDismissedShown, sought);
  const index = Math.min(current, listed.length - 1);
  const need = listed[index];
  const openNeed = (one: Need) => go({ place: 'need', needId: one.id });
  const openQuote = (quote: Quote) =>
    go({
      place: 'interview',
      interviewId: quote.interviewId,
      focus: { original: quote.original, start: quote.start },
    });
  const compute = () => void client.call('extraction.start', {});
  const openImport = () => overlay.open({ kind: 'import', files: [], interviewId: null });

  const keys = useListKeys({
    count: listed.length,
    current: index,
    onMove: setCurrent,
    onOpen: (at) => listed[at] && openNeed(listed[at]),
    onPeek: () => setPeeking((was) => !was),
  });
  const onNeed = (act: (one: Need) => void) => () => (need === undefined ? false : act(need));
  useKeys({
    a: onNeed((one) => one.status === 'suggested' && acts.accept(one)),
    r: onNeed(() => setRenaming(true)),
    d: onNeed((one) => (one.status === 'dismissed' ? acts.restore(one) : acts.dismiss(one))),
    'Ctrl+z': onNeed((one) => acts.undoLast(one)),
    i: openImport,
    '/': () => document.getElementById(SEARCH_ID)?.focus(),
  });

  return (
    <Screen
      crumbs={[{ label: 'Needs', detail: view === null ? undefined : countsText(view) }]}
      actions={<ComputeState view={view} nameOf={(id) => nameOf(id, facts)} onCompute={compute} />}
      toolBarLabel="Search and filters"
      toolBar={
        <TextField
          id={SEARCH_ID}
          label="Search needs and quotes"
          isLabelHidden
          placeholder="Search needs and quotes"
          icon={Search}
          keys="/"
          className={styles.search}
          value={sought}
          onChange={setSought}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setSought('');
            event.currentTarget.blur();
          }}
        />
      }
      banner={
        view === null ? undefined : (
          <ComputePanel
            extraction={view.extraction}
            run={view.run}
            nameOf={(id) => nameOf(id, facts)}
            onCancel={() => void client.call('extraction.cancel', {})}
            onRetry={compute}
          />
        )
      }
      inspector={
        need !== undefined && isPeeking ? (
          <NeedPeek
            need={need}
            people={facts.people}
            acts={acts}
            onRename={() => setRenaming(true)}
            onOpenQuote={openQuote}
          />
        ) : undefined
      }
      inspectorLabel="The current need"
      inspectorWidth={408}
      foot={
        listed.length === 0 && dismissed === 0 ? undefined : (
          <NeedsFoot
            dismissed={dismissed}
            areDismissedShown={areDismissedShown}
            onToggle={() => setDismissedShown((was) => !was)}
          />
        )
      }
    >
      <h1 className="visually-hidden">Needs</h1>
      {answer.status === 'failed' ? (
        <Notice
          {...errorWords(answer.error)}
          announce="status"
          actions={[{ label: 'Try again', onDo: answer.reload }]}
        />
      ) : null}
      {view !== null && listed.length === 0 ? (
        <NothingYet
          view={view}
          sought={sought}
          onClear={() => setSought('')}
          onCompute={compute}
          onImport={openImport}
        />
      ) : null}
      {view === null || listed.length === 0 ? null : (
        <NeedsList
          needs={listed}
          recurring={recurring}
          peopleForRecurring={view.peopleForRecurring}
          keys={keys}
          onOpen={openNeed}
        />
      )}
      {isRenaming && need !== undefined ? (
        <RenameDialog
          need={need}
          onRename={(label) => acts.rename(need, label)}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </Screen>
  );
}

const SEARCH_ID = 'needs-search';

/** Recurring needs first, as ranked; then the weaker ones; dismissed ones only when asked for. */
function arrange(view: NeedsView | null, areDismissedShown: boolean, sought: string) {
  const all = view?.needs ?? [];
  const dismissed = all.filter((need) => need.status === 'dismissed');
  const wanted = sought.trim().toLocaleLowerCase();
  const matches = (need: Need) =>
    wanted === '' ||
    [need.label, ...[...need.quotes, ...need.requests].map((quote) => quote.text)].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    );
  const open = (areDismissedShown ? dismissed : all.filter((need) => need.status !== 'dismissed')).filter(
    matches,
  );
  const strong = open.filter((need) => need.isRecurring || need.status === 'accepted' || areDismissedShown);
  return {
    listed: [...strong, ...open.filter((need) => !strong.includes(need))],
    recurring: strong.length,
    dismissed: dismissed.length,
  };
}

function countsText(view: NeedsView): string {
  const open = view.needs.filter((need) => need.status !== 'dismissed');
  const recurring = open.filter((need) => need.isRecurring).length;
  const weaker = open.length - recurring;
  return `${recurring} recurring${weaker === 0 ? '' : `, ${weaker} weaker`}, from ${view.interviewsWithWords} ${view.interviewsWithWords === 1 ? 'interview' : 'interviews'}`;
}

function nameOf(interviewId: string, facts: ReturnType<typeof useWorkspace>): string {
  const entry = facts.interviews.find((one) => one.id === interviewId);
  return facts.participants.find((one) => one.id === entry?.participantId)?.pseudonym ?? 'an interview';
}
