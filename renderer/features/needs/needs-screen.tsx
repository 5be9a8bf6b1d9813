// What people keep needing, and who exactly: as a matrix, a ranked list or a board, from the whole study or a part of it.
// This is the root: it knows the stores and hands values and callbacks to everything below.
import { useMemo, useState } from 'react';
import { type Need, needUnder, type Quote } from '../../../shared/needs/need.ts';
import { saturation } from '../../../shared/needs/saturation.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { usePreferences } from '../../state/preferences-store.ts';
import { useAttempt } from '../../state/use-attempt.ts';
import { useCall } from '../../state/use-call.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { errorWords } from '../../text/error-text.ts';
import { useKeys } from '../../ui/key-bindings.ts';
import { useListKeys } from '../../ui/list-keys.ts';
import { Matrix } from '../../ui/matrix.tsx';
import type { MatrixPlace } from '../../ui/matrix-model.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useMedia, widths } from '../../ui/use-media.ts';
import { WideMatrix } from '../../ui/wide-matrix.tsx';
import { arrangeNeeds } from './arrange-needs.ts';
import { Board } from './board/board.tsx';
import { ComputePanel } from './compute-panel.tsx';
import { FIRST_FILTER_ID } from './filter-bar.tsx';
import { heardIn } from './heard-in.ts';
import { LanguageNotice } from './language-notice.tsx';
import { matrixOfNeeds, WIDE_FROM } from './matrix-of-needs.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { fieldLookup, isFiltering, NO_FILTERS, segmentField } from './need-filters.ts';
import { NeedPeek } from './need-peek.tsx';
import { LONG_FROM, NeedsList, weakerText } from './needs-list.tsx';
import { ComputeState, NeedsFoot, NothingYet } from './needs-states.tsx';
import { NeedsToolbar, SEARCH_ID } from './needs-toolbar.tsx';
import { PersonQuotes } from './person-quotes.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { RowsInViewText, useRowsInView } from './rows-in-view.tsx';
import { SaturationLine } from './saturation-line.tsx';
import { sizeJumps } from './size-jumps.ts';
import { useNeedActs } from './use-need-acts.ts';

export function NeedsScreen() {
  const { client, navigation } = useHost();
  const attempt = useAttempt();
  const session = useSession();
  const overlay = useOverlay();
  const facts = useWorkspace();
  const { preferences, change } = usePreferences();
  const answer = useCall(
    'needs.list',
    {},
    { refetchOn: ['needs.changed', 'extraction.changed', 'interviews.changed', 'workspace.changed'] },
  );
  const rows = useCall('interviews.list', {}, { refetchOn: ['interviews.changed', 'workspace.changed'] });
  const acts = useNeedActs();
  const [place, setPlace] = useState<MatrixPlace>({ row: 0, column: -1 });
  const [isPeeking, setPeeking] = useState(true);
  const [openPerson, setOpenPerson] = useState<MatrixPlace | null>(null);
  const [dialog, setDialog] = useState<'rename' | 'merge' | null>(null);
  const [areDismissedShown, setDismissedShown] = useState(false);
  const [sought, setSought] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  const rowsInView = useRowsInView();
  const isNarrow = useMedia(widths.sheet);
  const { go } = navigation.getState();

  const view = answer.status === 'loading' ? null : (answer.value ?? null);
  const interviews = rows.status === 'loading' ? undefined : rows.value;
  const study = useMemo(
    () => ({ facts, interviews: interviews ?? [], needs: view?.needs ?? [], now: new Date() }),
    [facts, interviews, view?.needs],
  );
  const { listed, recurring, dismissed, counts } = useMemo(
    () => arrangeNeeds(view, { filters, study, areDismissedShown, sought }),
    [view, filters, study, areDismissedShown, sought],
  );
  const peopleForRecurring = view?.peopleForRecurring ?? 2;
  const shown = isNarrow ? 'ranked' : preferences.needsView;
  const matrix = useMemo(
    () => (shown === 'matrix' ? matrixOfNeeds({ listed, recurring, peopleForRecurring, ...study }) : null),
    [shown, listed, recurring, peopleForRecurring, study],
  );
  const brought = useMemo(() => saturation(view?.needs ?? [], heardIn(study.interviews)), [view, study]);
  const segmentOf = useMemo(() => fieldLookup(facts, segmentField(facts)), [facts]);
  const index = Math.min(place.row, listed.length - 1);
  const need = listed[index];
  const person = openPerson === null ? undefined : matrix?.people[openPerson.column];
  const personNeed = openPerson === null ? undefined : listed[openPerson.row];

  const openNeed = (one: Need) => go({ place: 'need', needId: one.id });
  const openQuote = (quote: Quote) =>
    go({
      place: 'interview',
      interviewId: quote.interviewId,
      focus: { original: quote.original, start: quote.start },
    });
  const openPlace = (at: MatrixPlace) => {
    const one = listed[at.row];
    if (at.column >= 0) setOpenPerson(at);
    else if (one !== undefined) openNeed(one);
  };
  const moveTo = (at: MatrixPlace) => {
    setPlace(at);
    setOpenPerson(null);
  };
  const closePerson = () => {
    if (openPerson === null) return false;
    setOpenPerson(null);
    document.querySelector<HTMLElement>(`[data-place][tabindex="0"]`)?.focus();
    return true;
  };
  const compute = () => attempt(() => client.call('extraction.start', {}));
  const openImport = () => overlay.open({ kind: 'import', files: [], interviewId: null });
  const clear = () => {
    setFilters(NO_FILTERS);
    setSought('');
  };

  const keys = useListKeys({
    count: listed.length,
    current: index,
    onMove: (row) => moveTo({ row, column: place.column }),
    onOpen: (at) => listed[at] && openNeed(listed[at]),
    onPeek: () => setPeeking((was) => !was),
    isEnabled: shown !== 'board',
  });
  const onNeed = (act: (one: Need) => void) => () => (need === undefined ? false : act(need));
  useKeys({
    a: onNeed((one) => one.status === 'suggested' && acts.accept(one)),
    r: onNeed(() => setDialog('rename')),
    m: onNeed((one) => (listed.length < 2 || one.status === 'dismissed' ? false : setDialog('merge'))),
    d: onNeed((one) => (one.status === 'dismissed' ? acts.restore(one) : acts.dismiss(one))),
    'Ctrl+z': onNeed((one) => acts.undoLast(one)),
    i: openImport,
    f: () => document.getElementById(FIRST_FILTER_ID)?.focus(),
    '/': () => document.getElementById(SEARCH_ID)?.focus(),
    Escape: closePerson,
  });

  const isEmpty = listed.length === 0;
  const isLong = shown === 'ranked' && listed.length >= LONG_FROM;
  return (
    <Screen
      crumbs={[{ label: 'Needs', detail: view === null ? undefined : counts }]}
      actions={<ComputeState view={view} nameOf={(id) => nameOf(id, facts)} onCompute={compute} />}
      toolBarLabel="Search and filters"
      toolBar={
        <NeedsToolbar
          sought={sought}
          onSearch={setSought}
          filters={filters}
          study={study}
          onChange={setFilters}
          view={shown}
          onView={(next) => change({ needsView: next })}
          isNarrow={isNarrow}
        />
      }
      banner={
        view === null ? undefined : (
          <>
            <LanguageNotice view={view} />
            <ComputePanel
              extraction={view.extraction}
              run={view.run}
              nameOf={(id) => nameOf(id, facts)}
              onCancel={() => attempt(() => client.call('extraction.cancel', {}))}
              onRetry={compute}
            />
          </>
        )
      }
      isScrolling={shown === 'ranked' || isEmpty || (matrix?.people.length ?? 0) < WIDE_FROM}
      inspector={
        person !== undefined && personNeed !== undefined ? (
          <PersonQuotes
            key={`${personNeed.id} ${person.id}`}
            need={personNeed}
            participantId={person.participantId}
            name={person.name}
            people={facts.people}
            onOpenQuote={openQuote}
          />
        ) : need !== undefined && isPeeking && shown === 'ranked' ? (
          <NeedPeek
            need={need}
            ranked={listed.slice(0, recurring)}
            index={index}
            peopleForRecurring={peopleForRecurring}
            people={facts.people}
            acts={acts}
            onRename={() => setDialog('rename')}
            onMerge={() => setDialog('merge')}
            onOpenQuote={openQuote}
            onOpenNeed={() => openNeed(need)}
          />
        ) : undefined
      }
      inspectorLabel={person === undefined ? 'The current need' : 'What they said'}
      inspectorWidth={408}
      foot={
        isEmpty && dismissed === 0 ? undefined : (
          <NeedsFoot
            view={shown}
            jumps={isLong ? sizeJumps(listed, recurring) : []}
            onJump={(row) => moveTo({ row, column: place.column })}
            inView={isLong ? <RowsInViewText of={rowsInView} all={listed.length} /> : null}
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
      {view !== null && isEmpty ? (
        <NothingYet
          view={view}
          sought={sought}
          isFiltered={isFiltering(filters)}
          onClear={clear}
          onCompute={compute}
          onImport={openImport}
        />
      ) : null}
      {view === null || isEmpty || shown !== 'ranked' ? null : (
        <NeedsList
          needs={listed}
          recurring={recurring}
          peopleForRecurring={peopleForRecurring}
          current={index}
          keys={keys}
          segmentOf={segmentOf}
          onOpen={openNeed}
          onView={rowsInView.tell}
        />
      )}
      {matrix === null || isEmpty ? null : matrix.people.length < WIDE_FROM ? (
        <Matrix
          {...matrix}
          weakerText={`${weakerText(peopleForRecurring)} Kept, not ranked; they move up by themselves when someone else says it.`}
          place={{ row: index, column: place.column }}
          onMove={moveTo}
          onOpen={openPlace}
        />
      ) : (
        <WideMatrix
          {...matrix}
          place={{ row: index, column: place.column }}
          onMove={moveTo}
          onOpen={openPlace}
        />
      )}
      {shown !== 'board' || isEmpty ? null : (
        <Board
          needs={listed}
          people={facts.people}
          canWrite={session?.workspace?.readOnlyBecause === null}
          onOpenNeed={openNeed}
          onOpenQuote={openQuote}
        />
      )}
      {shown === 'board' || isEmpty ? null : (
        <SaturationLine
          saturation={brought}
          onShow={(ids, why) => setFilters({ ...NO_FILTERS, only: { ids, why } })}
        />
      )}
      {dialog === 'rename' && need !== undefined ? (
        <RenameDialog
          need={needUnder(view?.needs ?? [], need.id) ?? need}
          onRename={(label) => acts.rename(need, label)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'merge' && need !== undefined ? (
        <MergeDialog
          need={need}
          needs={(view?.needs ?? []).filter((one) => one.status !== 'dismissed')}
          onMerge={(into) => void acts.merge(into, need)}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Screen>
  );
}

function nameOf(interviewId: string, facts: ReturnType<typeof useWorkspace>): string {
  const entry = facts.interviews.find((one) => one.id === interviewId);
  return facts.participants.find((one) => one.id === entry?.participantId)?.pseudonym ?? 'an interview';
}
