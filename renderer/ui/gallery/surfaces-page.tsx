import { CloudOff, Cpu, FileX2, HardDrive } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../alert-dialog.tsx';
import { Button } from '../button.tsx';
import { Callout } from '../callout.tsx';
import { Dialog } from '../dialog.tsx';
import { EmptyState } from '../empty-state.tsx';
import { JobPanel } from '../job-panel.tsx';
import { Notice } from '../notice.tsx';
import { Progress } from '../progress.tsx';
import { useToasts } from '../toasts.tsx';
import styles from './gallery.module.css';

/** What appears: messages, jobs, dialogs, toasts. */
export function SurfacesPage() {
  const [opened, setOpened] = useState<'dialog' | 'alert' | undefined>();
  const { show } = useToasts();
  return (
    <main className={styles.page}>
      <h1>Surfaces</h1>
      <div className={styles.row}>
        <Button onClick={() => setOpened('dialog')}>Open dialog</Button>
        <Button onClick={() => setOpened('alert')}>Open alert dialog</Button>
        <Button onClick={() => show({ text: 'Link copied.' })}>Toast</Button>
        <Button
          onClick={() =>
            show({ text: 'Dismissed. It stays dismissed in later computations.', undo: () => undefined })
          }
        >
          Toast with Undo
        </Button>
      </div>
      <div className={styles.grid}>
        <div className={styles.wide}>
          <JobPanel
            title="Listening through Rowan"
            detail="1 new interview; 8 are already known and are not computed again. About 40 seconds left, on this computer."
            progress={0.61}
            steps={[
              { label: '381 turns read', state: 'done' },
              { label: 'Statements: 14 so far', state: 'now' },
              { label: 'Compare with 92 others', state: 'waiting' },
              { label: 'Count people', state: 'waiting' },
            ]}
            assurance="Your names, merges and dismissals stay as they are."
            onCancel={() => undefined}
          />
          <Progress label="Not told" value={null} />
        </div>
        <Notice
          title="hazel-call.docx cannot be read"
          tone="bad"
          icon={FileX2}
          happened="The file ends in the middle of a part. It was probably still being downloaded."
          kept="Nothing was imported from it. Your other 3 files are in, and Hazel's 29 notes are untouched."
          next="Download it again from the call tool and drop it here."
          actions={[
            { label: 'Choose the file again', onDo: () => undefined },
            { label: 'Skip it', onDo: () => undefined },
            { label: 'Copy details', onDo: () => undefined },
          ]}
        />
        <Notice
          title="The model you chose is missing"
          icon={Cpu}
          happened={
            <>
              The folder <code>models/mini-de</code> that you chose is no longer there.
            </>
          }
          kept="All needs, names and decisions. Nothing was recomputed."
          next="Go on with earshot-exchange-v1, which is inside the app (English only), or choose the folder again."
          actions={[
            { label: 'Use earshot-exchange-v1', onDo: () => undefined },
            { label: 'Choose folder', onDo: () => undefined },
          ]}
        />
        <div className={styles.wide}>
          <Notice
            title="The disk is full: 6 edits are not on disk yet"
            tone="bad"
            form="bar"
            icon={HardDrive}
            happened="This computer has 0 bytes free. Earshot stopped telling Tomas “saved” at 09:14."
            kept="Everything up to 09:14 on disk. The 6 edits after it are in memory here and on Tomas's screen."
            next="Free some space. Earshot tries every 5 seconds. Do not close this window."
            actions={[{ label: 'Try now', onDo: () => undefined }]}
          />
        </div>
        <Callout icon={CloudOff} tone="warn" actions={<Button>Try now</Button>}>
          <b>The link to Tomas dropped at 28:10.</b> Keep typing. Your 3 edits are saved on this computer and
          go out by themselves when he is back.
        </Callout>
        <Callout>“e-mail summary” names a solution. It may sit better under Options.</Callout>
        <EmptyState
          title="No interviews yet."
          actions={
            <>
              <Button variant="primary" keys="C">
                New interview
              </Button>
              <Button keys="I">Import</Button>
            </>
          }
        >
          Plan one, or drop a transcript of one you already had.
        </EmptyState>
      </div>
      <Dialog
        isOpen={opened === 'dialog'}
        onClose={() => setOpened(undefined)}
        title="Import transcripts"
        description="Each original is copied into the workspace unchanged, with its fingerprint."
        size="wide"
        footNote="2 ready, 1 reading, 2 need you"
        primary={{ label: 'Import 2 and ask who speaks', onDo: () => setOpened(undefined) }}
      >
        <p>GMT20261124-083012_Rowan.transcript.vtt</p>
      </Dialog>
      <AlertDialog
        isOpen={opened === 'alert'}
        onClose={() => setOpened(undefined)}
        title="Remove everything Cedar said?"
        isDestructive
        act={{ label: 'Remove', onDo: () => setOpened(undefined) }}
        other={{ label: 'Remove from backups too', onDo: () => setOpened(undefined) }}
      >
        1 transcript, 15 notes, 11 quotes in 5 needs and 1 brief go; counts change. This cannot be undone.
        Backups of the last 14 days still hold it.
      </AlertDialog>
    </main>
  );
}
