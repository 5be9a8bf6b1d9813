// Where a brief's file goes when it does not go to its usual place: chosen by a person, or because another file has its
// name. It never writes over what Earshot did not write.
import { useState } from 'react';
import type { ErrorWords } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NoticeAnswerList } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './brief.module.css';

export interface ExportDialogProps {
  /** Why it could not be written; null when a person asked for another folder. */
  readonly problem: ErrorWords | null;
  readonly folder: string;
  readonly isBusy: boolean;
  /** The system's folder dialog; undefined where there is none. */
  readonly onChoose: (() => Promise<string | null>) | undefined;
  readonly onExport: (folder: string) => void;
  readonly onClose: () => void;
}

export function ExportDialog({ problem, folder, isBusy, onChoose, onExport, onClose }: ExportDialogProps) {
  const [typed, setTyped] = useState(folder);
  const wanted = typed.trim();
  const write = () => {
    if (wanted !== '' && !isBusy) onExport(wanted);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={problem?.title ?? 'Export into another folder'}
      description={
        problem === null
          ? 'One Markdown file, complete in itself. Written again, it replaces only its own file.'
          : undefined
      }
      primary={{
        label: isBusy ? 'Writing…' : 'Export there',
        onDo: write,
        isDisabled: wanted === '' || isBusy,
      }}
    >
      {problem === null ? null : (
        <div role="alert">
          <NoticeAnswerList happened={problem.happened} kept={problem.kept} next={problem.next} />
        </div>
      )}
      <div className={styles.folderRow}>
        <TextField
          label="Folder"
          className={styles.folder}
          value={typed}
          onChange={setTyped}
          maxLength={4_096}
          spellCheck={false}
          description="For example the folder of your Obsidian vault."
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey)
              write();
          }}
        />
        {onChoose === undefined ? null : (
          <Button
            onClick={() =>
              void onChoose().then((chosen) => {
                if (chosen !== null) setTyped(chosen);
              })
            }
          >
            Choose…
          </Button>
        )}
      </div>
    </Dialog>
  );
}
