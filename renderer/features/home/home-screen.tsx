// Home: what happened, what is missing, what to open next. Without a workspace it is the first run.
import { Upload } from 'lucide-react';
import { useState } from 'react';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { OpenWorkspace } from '../../../shared/contract/session.ts';
import { AppError } from '../../../shared/errors.ts';
import { visitsWithUnsent } from '../../client/visited-interview.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { placeOfInterview } from '../../state/place-of-interview.ts';
import { useAttempt } from '../../state/use-attempt.ts';
import { useCall } from '../../state/use-call.ts';
import { useUnsavedDocuments } from '../../state/use-connection.ts';
import { useWorkspaceView } from '../../state/use-document.ts';
import { errorWords, refusalText } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { FirstRun } from './first-run.tsx';
import styles from './home.module.css';
import { HomeInspector } from './home-inspector.tsx';
import { InterviewsTable } from './interviews-table.tsx';
import { nextAct, unsentAct } from './next-act.ts';

export function HomeScreen() {
  const session = useSession();
  const overlay = useOverlay();
  const { client, navigation } = useHost();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  async function open(what: () => Promise<unknown>): Promise<void> {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      toasts.show({ text: refusalText(error) });
    } finally {
      setBusy(false);
    }
  }

  if (session === null) return <Screen crumbs={[{ label: 'Home' }]}>{null}</Screen>;
  if (session.workspace === null) {
    return (
      <FirstRun
        recent={session.recent}
        isBusy={isBusy}
        onOpenSample={() => void open(() => client.call('workspaces.openSample', {}))}
        onNewWorkspace={() => overlay.open({ kind: 'new-workspace' })}
        onOpenFolder={() => overlay.open({ kind: 'open-folder' })}
        onImport={() => overlay.open({ kind: 'import', files: [], interviewId: null })}
        onJoin={() => overlay.open({ kind: 'join', link: '' })}
        onOpenRecent={(folder) => void open(() => client.call('workspaces.open', { folder }))}
        onPrivacy={() => navigation.getState().go({ place: 'privacy' })}
      />
    );
  }
  return <WorkspaceHome />;
}

function WorkspaceHome() {
  const attempt = useAttempt();
  const session = useSession();
  const overlay = useOverlay();
  const { client, navigation } = useHost();
  const { facts } = useWorkspaceView();
  const interviews = useCall(
    'interviews.list',
    {},
    { refetchOn: ['interviews.changed', 'needs.changed', 'workspace.changed'] },
  );
  const needs = useCall(
    'needs.list',
    {},
    { refetchOn: ['needs.changed', 'extraction.changed', 'workspace.changed'] },
  );
  const { go } = navigation.getState();
  const rows = (interviews.status === 'ready' ? interviews.value : []).filter((row) => !row.isArchived);
  const documents = useUnsavedDocuments();
  const [visits] = useState(() => visitsWithUnsent(window.localStorage));
  const next =
    unsentAct(rows, { documents, briefs: facts.briefs, visits }) ??
    (session !== null && interviews.status === 'ready' && needs.status === 'ready'
      ? nextAct(rows, needs.value, session.me.id, new Date())
      : null);
  const openImport = (interviewId: InterviewSummary['id'] | null = null) =>
    overlay.open({ kind: 'import', files: [], interviewId });

  const newInterview = () =>
    attempt(async () => {
      const participant = { pseudonym: '', description: '', realName: '' };
      const made = await client.call('interviews.create', { participant, plannedAt: null, guide: '' });
      go({ place: 'prepare', interviewId: made.id });
    });

  useKeys({
    c: newInterview,
    i: () => openImport(next?.kind === 'words-missing' ? next.interview.id : null),
  });

  return (
    <Screen
      crumbs={[{ label: 'Home' }]}
      actions={
        <>
          <Button icon={Upload} onClick={() => openImport()}>
            Import transcript
          </Button>
          <Button variant={next === null ? 'primary' : 'quiet'} keys="C" onClick={newInterview}>
            New interview
          </Button>
        </>
      }
      banner={
        session?.workspace && session.workspace.damage.length > 0 ? (
          <DamageNotice damage={session.workspace.damage} />
        ) : session?.workspace?.isSample ? (
          <div className={styles.sample}>
            <Callout
              actions={
                <Button size="small" onClick={() => overlay.open({ kind: 'new-workspace' })}>
                  Start my own
                </Button>
              }
            >
              Sample workspace. Change anything; it is a copy.
            </Callout>
          </div>
        ) : undefined
      }
      inspector={
        <HomeInspector
          next={next}
          needs={needs.status === 'ready' ? needs.value : null}
          briefs={facts.briefs}
          onOpenInterview={(row) => go(placeOfInterview(row))}
          onTryNow={() => client.tryNow()}
          onJoin={() => overlay.open({ kind: 'join', link: '' })}
          onDebrief={(interviewId) => go({ place: 'debrief', interviewId })}
          onImport={(id) => openImport(id)}
          onNotRecorded={(id) => attempt(() => client.call('interviews.update', { id, isNotRecorded: true }))}
          onCompute={() =>
            attempt(async () => {
              await client.call('extraction.start', {});
              go({ place: 'needs' });
            })
          }
          onOpenNeed={(needId) => go({ place: 'need', needId })}
          onOpenNeeds={() => go({ place: 'needs' })}
          onOpenBrief={(briefId) => go({ place: 'brief', briefId })}
        />
      }
      inspectorLabel="Next and most heard"
      head={
        <div className={styles.head}>
          <h1>{facts.name === '' ? (session?.workspace?.name ?? '') : facts.name}</h1>
          <p>{headline(rows)}</p>
        </div>
      }
    >
      <InterviewsTable
        rows={rows}
        people={facts.people}
        me={session?.me.id ?? null}
        isLoading={interviews.status === 'loading'}
        failure={interviews.status === 'failed' ? errorWords(interviews.error) : null}
        onReload={interviews.reload}
        onOpen={(row) => go(placeOfInterview(row))}
        onNew={newInterview}
        onImport={() => openImport()}
        onImportFor={(row) => openImport(row.id)}
        onListen={(row) => go({ place: 'live', interviewId: row.id })}
        onDebrief={(row) => go({ place: 'debrief', interviewId: row.id })}
        onArchive={(row) => attempt(() => client.call('interviews.update', { id: row.id, isArchived: true }))}
      />
    </Screen>
  );
}

/** What opening found damaged, with what was kept: shown as long as the workspace is open. */
function DamageNotice({ damage }: { readonly damage: OpenWorkspace['damage'] }) {
  const kept = damage.flatMap((one) => one.keptAs ?? []);
  return (
    <Notice
      tone="warn"
      announce="status"
      title={
        damage.length === 1 ? 'One file has a damaged part' : `${damage.length} files have a damaged part`
      }
      happened={damage.map((one) => one.message).join(' ')}
      kept={
        kept.length === 0
          ? 'Everything that could be read is shown.'
          : `Everything that could be read is shown. The damaged part lies beside it: ${kept.join(', ')}.`
      }
      next="Go on as usual. Keep the file that lies beside it if you miss something."
    />
  );
}

/** “9 interviews since 2 November, 7 heard by two or more of you.” */
function headline(rows: readonly InterviewSummary[]): string {
  const heard = rows.filter((row) => row.progress !== 'planned');
  if (rows.length === 0) return 'No interviews yet.';
  if (heard.length === 0)
    return rows.length === 1 ? 'One interview is planned.' : `${rows.length} interviews are planned.`;
  const first = heard.map((row) => row.plannedAt ?? row.createdAt).sort()[0];
  const since =
    first === undefined
      ? ''
      : ` since ${new Date(first).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`;
  const both = heard.filter((row) => row.inRoom.length > 1).length;
  const together = both === 0 ? '' : `, ${both} heard by two or more of you`;
  return `${heard.length} ${heard.length === 1 ? 'interview' : 'interviews'}${since}${together}.`;
}
