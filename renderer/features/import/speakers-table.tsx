// Who is who: each name of a file, a line they said, how much they speak, and who they are. The import and the dialog
// for an imported transcript share it; it knows neither.

import { Shield, TriangleAlert } from 'lucide-react';
import type { SpeakerIdentity } from '../../../shared/interviews/interview-document.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import { Badge } from '../../ui/badge.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './import.module.css';
import { counted } from './import-file.ts';
import { choiceOf, choicesFor, type Identities, identityOf, privacyNote } from './speaker-choices.ts';
import type { SpeakerLine } from './speakers-of-turns.ts';

export interface SpeakersTableProps {
  readonly speakers: readonly SpeakerLine[];
  /** Every name has one. */
  readonly identities: Identities;
  /** Names whose identity nobody has confirmed. */
  readonly guessed: ReadonlySet<string>;
  readonly people: readonly Person[];
  /** The pseudonym; empty while it has none yet. */
  readonly participant: string;
  readonly onChange: (name: string, identity: SpeakerIdentity) => void;
}

export function SpeakersTable(props: SpeakersTableProps) {
  const { speakers, identities, guessed, people, participant, onChange } = props;
  const words = Math.max(
    1,
    speakers.reduce((sum, speaker) => sum + speaker.words, 0),
  );
  return (
    <>
      <table className={styles.speakers} aria-label="Speakers">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Speaks</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map((speaker) => {
            const identity = identities.get(speaker.name) ?? { kind: 'team' };
            return (
              <tr key={speaker.name}>
                <th scope="row">
                  <span className={styles.speakerName}>{speaker.name}</span>
                  <span
                    className={identity.kind === 'participant' ? `voice ${styles.sample}` : styles.sample}
                  >
                    {`“${speaker.sample}”`}
                  </span>
                </th>
                <td>
                  <span className={styles.talkText}>
                    {counted(speaker.words, 'word')}, {counted(speaker.turns, 'turn')}
                  </span>
                  <span className={styles.talk} aria-hidden="true">
                    <span style={{ width: `${Math.max(2, (speaker.words / words) * 100)}%` }} />
                  </span>
                </td>
                <td>
                  <span className={styles.is}>
                    <Select
                      label={`Who ${speaker.name} is`}
                      isLabelHidden
                      options={choicesFor(speaker.name, identities, people, participant)}
                      value={choiceOf(identity)}
                      onChange={(choice) => {
                        const chosen = identityOf(choice);
                        if (chosen !== null) onChange(speaker.name, chosen);
                      }}
                    />
                    {guessed.has(speaker.name) ? <Badge>Guess</Badge> : null}
                  </span>
                  {identity.kind === 'team' ? (
                    <div className={styles.spelled}>
                      <TextField
                        label={`How ${speaker.name} is spelled here`}
                        isLabelHidden
                        placeholder={`Shown as ${speaker.name}`}
                        value={identity.name ?? ''}
                        maxLength={80}
                        onChange={(typed) =>
                          onChange(
                            speaker.name,
                            typed.trim() === '' ? { kind: 'team' } : { kind: 'team', name: typed },
                          )
                        }
                      />
                    </div>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <PrivacyNote identities={identities} participant={participant} />
    </>
  );
}

function PrivacyNote({ identities, participant }: Pick<SpeakersTableProps, 'identities' | 'participant'>) {
  const note = privacyNote(identities);
  if (note === null) {
    return (
      <Callout icon={TriangleAlert} tone="warn">
        Nobody here is the participant. Needs are found only in a participant’s words.
      </Callout>
    );
  }
  const [first, ...others] = note.names;
  return (
    <Callout icon={Shield}>
      {participant === '' ? (
        'Exports say Participant with a number. '
      ) : (
        <>
          Exports say <b>{participant}</b>.{' '}
        </>
      )}
      {others.length === 0
        ? `The name in the file, ${first}, is kept in this workspace only.`
        : `The names in the file, ${[...note.names.slice(0, -1)].join(', ')} and ${note.names.at(-1)}, are kept in this workspace only.`}
    </Callout>
  );
}
