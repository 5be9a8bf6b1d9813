import type { Params } from '../../../../shared/contract.ts';
import type { Consent, InterviewEntry, Participant } from '../../../../shared/workspace/people.ts';
import { Select } from '../../../ui/select.tsx';
import { fromFieldTime, toFieldTime } from './planned-at.ts';
import styles from './prepare.module.css';
import { SavedField } from './saved-field.tsx';

export interface ParticipantLineProps {
  readonly participant: Participant;
  readonly entry: InterviewEntry;
  readonly isReadOnly: boolean;
  readonly onParticipant: (changes: Omit<Params<'participants.update'>, 'id'>) => Promise<void>;
  readonly onPlannedAt: (plannedAt: string | null) => Promise<void>;
}

/** Who is interviewed and when. What exports may say stands above; what stays here, below. */
export function ParticipantLine(props: ParticipantLineProps) {
  const { participant, entry, isReadOnly, onParticipant, onPlannedAt } = props;
  return (
    <div className={styles.participant}>
      <SavedField
        label="Name, as exports may say it"
        saved={participant.pseudonym}
        disabled={isReadOnly}
        maxLength={80}
        onSave={(pseudonym) => onParticipant({ pseudonym })}
      />
      <SavedField
        label="Who it is, as exports may say it"
        saved={participant.description}
        disabled={isReadOnly}
        placeholder="Owner, two food trucks"
        maxLength={200}
        onSave={(description) => onParticipant({ description })}
      />
      <SavedField
        label="When"
        type="datetime-local"
        saved={toFieldTime(entry.plannedAt)}
        disabled={isReadOnly}
        onSave={(when) => onPlannedAt(fromFieldTime(when))}
      />
      <SavedField
        label="Real name, kept here only"
        saved={participant.realName}
        disabled={isReadOnly}
        maxLength={120}
        autoComplete="off"
        onSave={(realName) => onParticipant({ realName })}
      />
      <SavedField
        label="Consent, how and when"
        saved={participant.consent.note}
        disabled={isReadOnly}
        placeholder="By mail, before the call"
        maxLength={500}
        onSave={(note) => onParticipant({ consent: { ...participant.consent, note } })}
      />
      <Select
        label="Consent"
        options={CONSENT}
        value={participant.consent.state}
        isDisabled={isReadOnly}
        onChange={(state) => void onParticipant({ consent: { ...participant.consent, state } })}
      />
    </div>
  );
}

const CONSENT: readonly { readonly value: Consent['state']; readonly label: string }[] = [
  { value: 'not-asked', label: 'Not asked yet' },
  { value: 'given', label: 'Given' },
  { value: 'refused', label: 'Refused' },
];
