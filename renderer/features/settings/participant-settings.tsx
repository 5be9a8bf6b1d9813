import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { Params } from '../../../shared/contract.ts';
import type { Consent, Participant } from '../../../shared/workspace/people.ts';
import { Icon } from '../../ui/icon.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ParticipantFields } from './participant-fields.tsx';
import styles from './settings.module.css';

export interface ParticipantSettingsProps {
  readonly participant: Participant;
  /** Names of the fields that participants of this workspace have. */
  readonly fieldNames: readonly string[];
  readonly onChange: (changes: Omit<Params<'participants.update'>, 'id'>) => void;
  readonly onField: (name: string, value: string) => void;
  readonly onAddField: (name: string) => void;
}

/** One participant in a line, and opened, everything about them that can be changed. */
export function ParticipantSettings(props: ParticipantSettingsProps) {
  const { participant, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { pseudonym, realName, description, consent, isNameExported } = participant;
  return (
    <li className={styles.participant}>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        <Icon of={ChevronRight} size={14} className={isOpen ? styles.turned : undefined} />
        <b>{pseudonym}</b>
        <span className={styles.quiet}>{description}</span>
        <span className={styles.state}>
          {isNameExported ? `exported as ${realName}` : consentNames[consent.state]}
        </span>
      </button>
      <div id={id} hidden={!isOpen} className={styles.fields}>
        {isOpen ? (
          <>
            <SavedField
              label="Pseudonym"
              saved={pseudonym}
              maxLength={80}
              emptyRefusal="A pseudonym needs a letter. It stays as it was."
              onSave={(value) => onChange({ pseudonym: value })}
            />
            <SavedField
              label="Real name"
              saved={realName}
              maxLength={120}
              description="Stays in this workspace."
              onSave={(value) =>
                // A name that is gone cannot be exported.
                onChange(value === '' ? { realName: '', isNameExported: false } : { realName: value })
              }
            />
            <SavedField
              label="Who they are"
              saved={description}
              maxLength={200}
              placeholder="Owner, two cafés"
              className={styles.whole}
              onSave={(value) => onChange({ description: value })}
            />
            <ParticipantFields
              fields={participant.fields}
              names={props.fieldNames}
              onChange={props.onField}
              onAddName={props.onAddField}
            />
            <Select
              label="Consent"
              value={consent.state}
              options={CONSENT_STATES.map((value) => ({ value, label: consentNames[value] }))}
              onChange={(state) => onChange({ consent: { ...consent, state } })}
            />
            <SavedField
              label="How and when"
              saved={consent.note}
              maxLength={500}
              onSave={(note) => onChange({ consent: { ...consent, note } })}
            />
            <div className={styles.whole}>
              <Switch
                label="Use the real name in exports"
                description={
                  realName === ''
                    ? 'There is no real name to use.'
                    : `Off says ${pseudonym}, on says ${realName}.`
                }
                isOn={isNameExported}
                isDisabled={realName === ''}
                onChange={(value) => onChange({ isNameExported: value })}
              />
            </div>
          </>
        ) : null}
      </div>
    </li>
  );
}

const CONSENT_STATES = ['not-asked', 'given', 'refused'] as const satisfies readonly Consent['state'][];
const consentNames: Readonly<Record<Consent['state'], string>> = {
  'not-asked': 'Consent not asked yet',
  given: 'Consent given',
  refused: 'Consent refused',
};
