// The import: which files and where they go, then for each file who speaks. Until the last button is pressed nothing of
// them is in the workspace. This is the root: it knows the stores, the steps get values and callbacks.
import { useEffect, useRef, useState } from 'react';
import type { InterviewId } from '../../../shared/ids.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { useCall } from '../../state/use-call.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ErrorLine } from './error-line.tsx';
import { FilesStep } from './files-step.tsx';
import styles from './import.module.css';
import { type ImportFile, statusOf, summaryOf } from './import-file.ts';
import { clearImportList, importListStore } from './import-list-store.ts';
import { SpeakersStep } from './speakers-step.tsx';
import { targetChoices } from './target-choices.ts';
import { useFileAnswers } from './use-file-answers.ts';
import { useImportFiles } from './use-import-files.ts';
import { useImporter } from './use-importer.ts';

export interface ImportDialogProps {
  /** Dropped or chosen; another array adds its files to those that are here. May be empty: then some are asked for. */
  readonly files: readonly File[];
  /** Null when no interview was named. */
  readonly interviewId: InterviewId | null;
  readonly onClose: () => void;
}

export function ImportDialog({ files: given, interviewId, onClose }: ImportDialogProps) {
  const { navigation } = useHost();
  const session = useSession();
  const workspace = useWorkspace();
  const overlay = useOverlay();
  const { files, add, remove, take, readAs } = useImportFiles();
  const interviews = useCall(
    'interviews.list',
    {},
    { refetchOn: ['interviews.changed', 'workspace.changed'] },
  );
  const importer = useImporter();
  const [step, setStep] = useState<{ readonly queue: readonly number[]; readonly at: number } | null>(null);

  const added = useRef<readonly File[] | null>(null);
  useEffect(() => {
    if (added.current === given) return;
    added.current = given;
    importListStore.setState({ isInBackground: false, interviewId });
    add(given);
  }, [given, add, interviewId]);

  const rows = interviews.status === 'ready' ? interviews.value : [];
  const targets = targetChoices(rows, workspace.participants);
  const statuses = files.map((file) => statusOf(file, files));
  const importable = files.filter((_, index) => statuses[index] === 'ready');
  const answers = useFileAnswers(importable, targets, interviewId);
  const asked = step === null ? undefined : files.find((file) => file.id === step.queue[step.at]);

  /** Files that are still read are read on without the dialog. */
  function close(): void {
    // What is being written is written whole; it takes a moment, and half of it nobody wants.
    if (importer.isWriting) return;
    if (statuses.includes('reading')) importListStore.setState({ isInBackground: true });
    else clearImportList();
    onClose();
  }

  function cancel(): void {
    if (importer.isWriting) return;
    clearImportList();
    onClose();
  }

  function openThere(id: InterviewId): void {
    close();
    navigation.getState().go({ place: 'interview', interviewId: id });
  }

  async function importAsked(file: ImportFile, isLater: boolean): Promise<void> {
    if (step === null || importer.isWriting) return;
    const made = await importer.run(file, answers.of(file), isLater);
    if (made === null) return;
    remove(file.id);
    if (step.at + 1 < step.queue.length) setStep({ ...step, at: step.at + 1 });
    else if (step.queue.length === 1) openThere(made);
    else {
      close();
      navigation.getState().go({ place: 'interviews' });
      importer.announce(`${step.queue.length} transcripts are in.`);
    }
  }

  if (asked !== undefined && step !== null) {
    const answer = answers.of(asked);
    const many = step.queue.length > 1 ? ` · ${step.at + 1} of ${step.queue.length}` : '';
    return (
      <Dialog
        isOpen
        onClose={close}
        size="wide"
        title={`Who is speaking?${many}`}
        description={`${asked.fileName}. The file itself stays as it is; names lie over it and can be changed later.`}
        primary={{
          label: importer.isWriting ? 'Importing…' : 'Use these speakers and import',
          onDo: () => void importAsked(asked, false),
          // Not while it writes: a button that is switched off loses the focus, and with it the dialog its keys.
          isDisabled: answer.offsetMs === null,
        }}
        secondary={
          step.at === 0
            ? { label: 'Back', onDo: () => (importer.isWriting ? undefined : setStep(null)) }
            : { label: 'Stop here', onDo: close }
        }
        footNote={
          <button
            type="button"
            className={styles.link}
            onClick={() => void importAsked(asked, true)}
            disabled={answer.offsetMs === null}
          >
            Import, and say who speaks later
          </button>
        }
      >
        <SpeakersStep
          file={asked}
          answer={answer}
          target={answers.nameOf(answer.target)}
          people={session?.workspace == null ? (session?.isNamed ? [session.me] : []) : workspace.people}
          onIdentify={(name, identity) => answers.identify(asked, name, identity)}
          onOffset={(text) => answers.setOffset(asked, text)}
          onRemember={(isRemembered) => answers.setRemembered(asked, isRemembered)}
        />
        {importer.isWriting ? (
          <div role="status" className={styles.writing}>
            Copying the original and reading it…
            <Progress label="Importing" value={null} />
          </div>
        ) : null}
        <ErrorLine words={importer.failure} />
      </Dialog>
    );
  }

  const { length } = importable;
  return (
    <Dialog
      isOpen
      onClose={close}
      size="wide"
      title="Import transcripts"
      description="Each original is copied into the workspace unchanged, with its fingerprint. Everything else lies over it."
      primary={{
        label: `Import ${length === 0 ? '' : `${length} `}and ask who speaks`,
        onDo: () => setStep({ queue: importable.map((file) => file.id), at: 0 }),
        isDisabled: length === 0,
      }}
      secondary={{ label: 'Cancel', onDo: cancel }}
      footNote={<span role="status">{summaryOf(statuses)}</span>}
    >
      <FilesStep
        files={files}
        statuses={statuses}
        targets={targets}
        answers={answers}
        hasWorkspace={session?.workspace != null}
        onAdd={add}
        onRemove={remove}
        onTake={take}
        onReadAs={readAs}
        onOpen={(id) => {
          overlay.close();
          openThere(id);
        }}
      />
    </Dialog>
  );
}
