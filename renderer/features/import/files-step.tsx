// The first step of an import: which files, how they are read, and to which interview each goes.
import type { InterviewId } from '../../../shared/ids.ts';
import type { TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import { Callout } from '../../ui/callout.tsx';
import { DropArea } from './drop-area.tsx';
import { FileRow } from './file-row.tsx';
import styles from './import.module.css';
import type { FileStatus, ImportFile } from './import-file.ts';
import type { Source } from './read-source.ts';
import type { TargetChoice } from './target-choices.ts';
import { TargetLine } from './target-line.tsx';
import type { FileAnswers } from './use-file-answers.ts';

export interface FilesStepProps {
  readonly files: readonly ImportFile[];
  /** In the order of the files. */
  readonly statuses: readonly FileStatus[];
  readonly targets: readonly TargetChoice[];
  readonly answers: FileAnswers;
  readonly hasWorkspace: boolean;
  readonly onAdd: (sources: readonly Source[]) => void;
  readonly onRemove: (id: number) => void;
  readonly onTake: (id: number) => void;
  readonly onReadAs: (id: number, format: TranscriptFormat) => void;
  /** Goes to an interview that has this file already. */
  readonly onOpen: (id: InterviewId) => void;
}

export function FilesStep(props: FilesStepProps) {
  const { files, statuses, targets, answers } = props;
  return (
    <>
      <DropArea hasFiles={files.length > 0} onAdd={props.onAdd} />
      {files.length === 0 ? null : (
        <ul className={styles.files} aria-label="Files">
          {files.map((file, index) => {
            const status = statuses[index] ?? 'reading';
            const answer = status === 'ready' ? answers.of(file) : null;
            return (
              <FileRow
                key={file.id}
                file={file}
                status={status}
                onRemove={() => props.onRemove(file.id)}
                onTake={() => props.onTake(file.id)}
                onReadAs={(format) => props.onReadAs(file.id, format)}
                onOpen={props.onOpen}
              >
                {answer === null ? null : (
                  <TargetLine
                    fileName={file.fileName}
                    target={answer.target}
                    because={answer.because}
                    choices={targets}
                    onChange={(target) => answers.setTarget(file, target)}
                  />
                )}
              </FileRow>
            );
          })}
        </ul>
      )}
      {props.hasWorkspace ? null : (
        <Callout>
          No workspace is open. One called “Untitled” is made when you import; until then nothing is written.
        </Callout>
      )}
    </>
  );
}
