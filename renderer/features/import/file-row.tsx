// One file of an import: what it was read as, what is in it, what somebody should know before it is imported.
import { CircleAlert, CircleCheck, CircleX, Loader, type LucideIcon, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TranscriptPreview } from '../../../shared/contract/transcripts.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import { formatName } from '../../../shared/transcripts/format-name.ts';
import { TRANSCRIPT_FORMATS, type TranscriptFormat } from '../../../shared/transcripts/transcript.ts';
import { languageSentence } from '../../text/language-sentence.ts';
import { warningSentences } from '../../text/warning-sentences.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select } from '../../ui/select.tsx';
import { FirstLines } from './first-lines.tsx';
import styles from './import.module.css';
import {
  bytesText,
  type FileStatus,
  type ImportFile,
  isNameless,
  readingText,
  sizeText,
} from './import-file.ts';
import { PossibleReadings } from './possible-readings.tsx';

export interface FileRowProps {
  readonly file: ImportFile;
  readonly status: FileStatus;
  readonly onRemove: () => void;
  /** Imports it although it does not say who speaks. */
  readonly onTake: () => void;
  readonly onReadAs: (format: TranscriptFormat) => void;
  readonly onOpen: (id: InterviewId) => void;
  /** Where it goes. */
  readonly children?: ReactNode;
}

export function FileRow({ file, status, onRemove, onTake, onReadAs, onOpen, children }: FileRowProps) {
  const [isLooking, setLooking] = useState(false);
  const preview = file.reading.kind === 'read' ? file.reading.preview : null;
  const share = file.reading.kind === 'reading' ? file.reading.share : null;
  return (
    <li className={styles.file}>
      <span className={styles[status]}>
        <Icon of={ICONS[status]} />
        <span className="visually-hidden">{STATUS_WORDS[status]}: </span>
      </span>
      <div className={styles.about}>
        <span className={styles.fileName}>{file.fileName}</span>
        <span className={styles.size}>
          {preview === null
            ? status === 'reading'
              ? readingText(share)
              : bytesText(file.sizeBytes)
            : sizeText(preview)}
        </span>
      </div>
      <div className={styles.format}>
        {status === 'reading' ? <Progress label={`Reading ${file.fileName}`} value={share} /> : null}
        {file.bytes === null || status === 'reading' ? null : (
          <Select
            form="chip"
            label={`Read ${file.fileName} as`}
            isLabelHidden
            value={preview?.format ?? file.format}
            placeholder={
              file.reading.kind === 'unreadable' && file.reading.isEmptyOfWords
                ? 'Nothing to import'
                : 'Not read'
            }
            options={TRANSCRIPT_FORMATS.map((format) => ({ value: format, label: formatName(format) }))}
            onChange={onReadAs}
          />
        )}
      </div>
      <IconButton icon={X} size="small" label={`Remove ${file.fileName} from the list`} onClick={onRemove} />
      <div className={styles.why}>
        <Why file={file} status={status} onOpen={onOpen} />
        {children}
        {preview !== null && status === 'look' && preview.otherReadings.length > 0 ? (
          <PossibleReadings fileName={file.fileName} preview={preview} onReadAs={onReadAs} />
        ) : preview !== null && status === 'look' && isNameless(preview) ? (
          <Button size="small" className={styles.take} onClick={onTake}>
            Take it as it is
          </Button>
        ) : null}
        {preview === null ||
        status === 'here' ||
        status === 'twice' ||
        preview.otherReadings.length > 0 ? null : (
          <>
            <button
              type="button"
              className={styles.link}
              aria-expanded={isLooking}
              onClick={() => setLooking((is) => !is)}
            >
              {isLooking ? 'Hide the first lines' : 'Look at the first lines'}
            </button>
            {isLooking ? <FirstLines turns={preview.firstTurns} fileName={file.fileName} /> : null}
          </>
        )}
      </div>
    </li>
  );
}

function Why({ file, status, onOpen }: Pick<FileRowProps, 'file' | 'status' | 'onOpen'>) {
  if (file.reading.kind === 'unreadable') {
    const { happened, kept } = file.reading.words;
    return (
      <p>
        {happened} {kept}
      </p>
    );
  }
  if (file.reading.kind === 'reading') return null;
  const { preview } = file.reading;
  if (status === 'twice') return <p>This file is in the list already, byte for byte.</p>;
  if (preview.alreadyIn !== null) {
    const there = preview.alreadyIn;
    return (
      <div className={styles.here}>
        <p>
          You imported this file{' '}
          {preview.alreadyInSince === null ? 'before' : `on ${dayOf(preview.alreadyInSince)}`} (same
          fingerprint).
        </p>
        <Button size="small" onClick={() => onOpen(there)}>
          Open it
        </Button>
      </div>
    );
  }
  return <Warnings preview={preview} />;
}

function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}

const MOST_WARNINGS = 3;

function Warnings({ preview }: { readonly preview: TranscriptPreview }) {
  const sentences = [...warningSentences(preview.warnings)];
  const hasTimes = preview.lengthMs !== null;
  if (preview.approximate && hasTimes && sentences.length === 0)
    sentences.push('Not every line of this file has a time. Times between are estimated and shown with ≈.');
  const more = sentences.length - MOST_WARNINGS;
  return (
    <>
      {sentences.slice(0, MOST_WARNINGS).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {more > 0 ? <p>And {more} more like these.</p> : null}
      {preview.otherLanguage === null ? null : <p>{languageSentence(1, preview.otherLanguage)}</p>}
    </>
  );
}

const ICONS: Readonly<Record<FileStatus, LucideIcon>> = {
  reading: Loader,
  ready: CircleCheck,
  look: CircleAlert,
  unreadable: CircleX,
  here: CircleAlert,
  twice: CircleAlert,
};
const STATUS_WORDS: Readonly<Record<FileStatus, string>> = {
  reading: 'Reading',
  ready: 'Ready',
  look: 'Needs you',
  unreadable: 'Cannot be read',
  here: 'Already here',
  twice: 'In the list twice',
};
