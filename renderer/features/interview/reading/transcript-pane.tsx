// The transcript's place on the screen in every state it can be in: no words, being read, cannot be read, there.
import type { TranscriptReading } from '../../../../shared/contract/transcripts.ts';
import type { NeedId, OriginalHash } from '../../../../shared/ids.ts';
import type { InterviewFacts, TranscriptRef } from '../../../../shared/interviews/interview-document.ts';
import type { WhoIsWho } from '../../../../shared/interviews/name-speaker.ts';
import type { Need } from '../../../../shared/needs/need.ts';
import type { OffsetProposal } from '../../../../shared/transcripts/propose-offset.ts';
import type { Tag } from '../../../../shared/workspace/tags.ts';
import type { Focus } from '../../../state/navigation.ts';
import type { Call } from '../../../state/use-call.ts';
import { errorWords } from '../../../text/error-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { count } from './interview-facts.ts';
import styles from './reading.module.css';
import type { Statement } from './statements.ts';
import { TranscriptView } from './transcript-view.tsx';
import type { AskWhichNeed } from './use-need-evidence.tsx';
import type { NoteWriting } from './use-note-writing.ts';
import type { InterviewRecording } from './use-recording.ts';
import type { WordMarks } from './use-word-marks.ts';

export interface TranscriptPaneProps {
  readonly words: Call<TranscriptReading | null>;
  readonly shown: TranscriptRef | null;
  readonly facts: InterviewFacts;
  readonly who: WhoIsWho;
  readonly statements: readonly Statement[];
  readonly needs: readonly Need[];
  readonly focus: Focus | undefined;
  readonly onOpenNeed: (id: NeedId) => void;
  /** Undefined for those who may only read. */
  readonly onSetOffset: ((original: OriginalHash, offsetMs: number) => Promise<boolean>) | undefined;
  readonly over: WordMarks;
  readonly tags: readonly Tag[];
  readonly proposal: OffsetProposal | null;
  readonly recording: InterviewRecording;
  readonly onFindRecording: () => void;
  readonly onImport: () => void;
  /** Opens what is known about the interview, where it does not stand beside the words. */
  readonly onDetails: (() => void) | undefined;
  /** Gives words to a need; undefined for those who may only read, and while there is no need. */
  readonly onEvidence: AskWhichNeed | undefined;
  /** Undefined for those who may only read. */
  readonly writing: NoteWriting | undefined;
}

export function TranscriptPane(props: TranscriptPaneProps) {
  const { words, shown, facts, onSetOffset } = props;
  const value = words.status === 'loading' ? undefined : words.value;
  if (shown === null) {
    return (
      <EmptyState
        title="Add the words"
        actions={
          <Button variant="primary" keys="I" onClick={props.onImport}>
            Import transcript
          </Button>
        }
      >
        {facts.notes.length === 0
          ? 'The transcript of the call stands here, word for word.'
          : `${count(facts.notes.length, 'note')} will stand beside what was said.`}
      </EmptyState>
    );
  }
  if (words.status === 'failed' && value == null) {
    const said = errorWords(words.error);
    return (
      <Notice
        title="This transcript cannot be read"
        happened={said.happened}
        kept="The original file is safe, and so are all notes."
        next="Read it again, or look whether the workspace’s folder is whole."
        actions={[{ label: 'Read again', onDo: words.reload }]}
      />
    );
  }
  if (value == null) {
    return (
      <div className={styles.loading} role="status">
        <p>Reading {count(shown.words, 'word')}…</p>
        <Progress label="Reading the words" value={null} />
      </div>
    );
  }
  return (
    <TranscriptView
      reading={value}
      storedOffsetMs={shown.offsetMs}
      facts={facts}
      who={props.who}
      statements={props.statements}
      needs={props.needs}
      focus={props.focus}
      onOpenNeed={props.onOpenNeed}
      onSetOffset={onSetOffset && ((offsetMs) => onSetOffset(shown.original, offsetMs))}
      over={props.over}
      tags={props.tags}
      proposal={props.proposal}
      onDetails={props.onDetails}
      onEvidence={props.onEvidence}
      writing={props.writing}
      recording={props.recording}
      onFindRecording={props.onFindRecording}
    />
  );
}
