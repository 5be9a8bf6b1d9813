// Who is who in a transcript that is here already. The file stays as it is; names lie over it.
import { useMemo, useState } from 'react';
import type { Params } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { InterviewId } from '../../../shared/ids.ts';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import { useHost } from '../../state/host-context.tsx';
import { useCall } from '../../state/use-call.ts';
import { useInterview, useWorkspace } from '../../state/use-document.ts';
import { type ErrorWords, errorWords } from '../../text/error-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { ErrorLine } from './error-line.tsx';
import styles from './import.module.css';
import type { Identities } from './speaker-choices.ts';
import { guessIdentity, speakersOfTurns } from './speakers-of-turns.ts';
import { SpeakersTable } from './speakers-table.tsx';

export interface SpeakersDialogProps {
  readonly interviewId: InterviewId;
  readonly onClose: () => void;
}

const NOBODY: Identities = new Map();

export function SpeakersDialog({ interviewId, onClose }: SpeakersDialogProps) {
  const { client } = useHost();
  const toasts = useToasts();
  const workspace = useWorkspace();
  const { facts } = useInterview(interviewId);
  const words = useCall('transcripts.read', { interviewId });
  const [changed, setChanged] = useState<Identities>(NOBODY);
  const [isRemembered, setRemembered] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorWords | null>(null);

  const reading = words.status === 'ready' ? words.value : null;
  const speakers = useMemo(() => speakersOfTurns(reading?.turns ?? []), [reading]);
  const guesses = useMemo(() => guessIdentity(speakers, workspace.people), [speakers, workspace.people]);
  const identities = new Map(
    speakers.map(({ name }): [string, SpeakerIdentity] => [
      name,
      changed.get(name) ?? facts.speakers.get(name) ?? guesses.get(name) ?? { kind: 'team' },
    ]),
  );
  const guessed = new Set(
    speakers.map(({ name }) => name).filter((name) => !changed.has(name) && !facts.speakers.has(name)),
  );
  const entry = workspace.interviews.find((one) => one.id === interviewId);
  const participant = workspace.participants.find((one) => one.id === entry?.participantId)?.pseudonym ?? '';

  async function save(): Promise<void> {
    setBusy(true);
    const before = Object.fromEntries(
      [...identities.keys()].map((name) => [name, facts.speakers.get(name) ?? null]),
    );
    try {
      await client.call('transcripts.setSpeakers', {
        interviewId,
        speakers: Object.fromEntries(identities),
        isRemembered,
      });
      toasts.show({
        text: 'Names are set. The file itself stays as it is.',
        undo: () => void takeBack(before),
      });
      onClose();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setFailure(errorWords(error));
    } finally {
      setBusy(false);
    }
  }

  /** To what was said of these names before, or to nothing. */
  async function takeBack(speakers: Params<'transcripts.setSpeakers'>['speakers']): Promise<void> {
    try {
      await client.call('transcripts.setSpeakers', { interviewId, speakers, isRemembered });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const said = errorWords(error);
      toasts.show({ text: `${said.title}. ${said.kept} ${said.next}` });
    }
  }

  const failed = failure ?? (words.status === 'failed' ? errorWords(words.error) : null);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title="Who is speaking?"
      description="Asked once per file. The file itself stays as it is; names lie over it and can be changed later."
      primary={{
        label: isBusy ? 'Setting them…' : 'Use these speakers',
        onDo: () => void save(),
        isDisabled: isBusy || speakers.length === 0,
      }}
    >
      {words.status === 'loading' ? (
        <p role="status" className={styles.quiet}>
          Reading who speaks…
        </p>
      ) : null}
      {words.status === 'ready' && speakers.length === 0 ? (
        <p className={styles.quiet}>
          {reading === null
            ? 'This interview has no words yet.'
            : 'This file does not say who speaks. All words go to ‘Unknown’.'}
        </p>
      ) : null}
      {speakers.length === 0 ? null : (
        <SpeakersTable
          speakers={speakers}
          identities={identities}
          guessed={guessed}
          people={workspace.people}
          participant={participant}
          onChange={(name, identity) => setChanged((before) => new Map(before).set(name, identity))}
        />
      )}
      {speakers.length === 0 ? null : (
        <Checkbox
          label="Remember these names for the next file"
          isChecked={isRemembered}
          onChange={setRemembered}
        />
      )}
      <ErrorLine words={failed} />
    </Dialog>
  );
}
