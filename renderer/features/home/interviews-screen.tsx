// All interviews in two groups, coming and heard; the archived ones behind a line at the end.
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { placeOfInterview } from '../../state/place-of-interview.ts';
import { useAttempt } from '../../state/use-attempt.ts';
import { useCall } from '../../state/use-call.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { errorWords } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { Screen } from '../../ui/screen.tsx';
import styles from './home.module.css';
import { InterviewsTable } from './interviews-table.tsx';

export function InterviewsScreen() {
  const session = useSession();
  const { client, navigation } = useHost();
  const overlay = useOverlay();
  const facts = useWorkspace();
  const [isArchiveShown, setArchiveShown] = useState(false);
  const interviews = useCall(
    'interviews.list',
    {},
    { refetchOn: ['interviews.changed', 'needs.changed', 'workspace.changed'] },
  );
  const { go } = navigation.getState();
  const all = interviews.status === 'ready' ? interviews.value : [];
  const attempt = useAttempt();
  const archived = all.filter((row) => row.isArchived);
  const rows = isArchiveShown ? archived : all.filter((row) => !row.isArchived);

  const newInterview = () =>
    attempt(async () => {
      const participant = { pseudonym: '', description: '', realName: '' };
      const made = await client.call('interviews.create', { participant, plannedAt: null, guide: '' });
      go({ place: 'prepare', interviewId: made.id });
    });
  const openImport = () => overlay.open({ kind: 'import', files: [], interviewId: null });
  useKeys({ c: newInterview, i: openImport });

  return (
    <Screen
      crumbs={[{ label: 'Interviews' }]}
      actions={
        <>
          <Button icon={Upload} onClick={openImport}>
            Import transcript
          </Button>
          <Button variant="primary" keys="C" onClick={newInterview}>
            New interview
          </Button>
        </>
      }
      foot={
        archived.length === 0 && !isArchiveShown ? undefined : (
          <button type="button" className={styles.link} onClick={() => setArchiveShown((was) => !was)}>
            {isArchiveShown ? 'Back to all interviews' : `${archived.length} archived`}
          </button>
        )
      }
    >
      <h1 className="visually-hidden">Interviews</h1>
      <InterviewsTable
        title={isArchiveShown ? 'Archived' : 'Interviews'}
        rows={rows}
        people={facts.people}
        me={session?.me.id ?? null}
        isLoading={interviews.status === 'loading'}
        failure={interviews.status === 'failed' ? errorWords(interviews.error) : null}
        onReload={interviews.reload}
        onOpen={(row) => go(placeOfInterview(row))}
        onNew={newInterview}
        onImport={openImport}
        onImportFor={(row) => overlay.open({ kind: 'import', files: [], interviewId: row.id })}
        onListen={(row) => go({ place: 'live', interviewId: row.id })}
        onDebrief={(row) => go({ place: 'debrief', interviewId: row.id })}
        onArchive={(row) =>
          attempt(() => client.call('interviews.update', { id: row.id, isArchived: !row.isArchived }))
        }
      />
    </Screen>
  );
}
