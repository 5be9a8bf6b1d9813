import { useState } from 'react';
import type { Params } from '../../../shared/contract.ts';
import type { Participant } from '../../../shared/workspace/people.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { useWorkspace } from '../../state/use-document.ts';
import { Avatar, initialsFor } from '../../ui/avatar.tsx';
import { roleNames } from '../../ui/role.ts';
import { useToasts } from '../../ui/toasts.tsx';
import { fieldNames } from './participant-fields.tsx';
import { ParticipantSettings } from './participant-settings.tsx';
import styles from './settings.module.css';
import { SettingsGroup, SettingsLine } from './settings-group.tsx';

/** Everyone who wrote in this workspace, and everyone who was interviewed. */
export function PeopleSettings() {
  const { client } = useHost();
  const session = useSession();
  const { people, participants } = useWorkspace();
  const attempt = useAttempt();
  const toasts = useToasts();
  const [addedFields, setAddedFields] = useState<readonly string[]>([]);
  const isOpen = session?.workspace != null;
  const initials = initialsFor(people.map((person) => person.name));
  const update = (participant: Participant, changes: Omit<Params<'participants.update'>, 'id'>) =>
    attempt(async () => {
      await client.call('participants.update', { id: participant.id, ...changes });
    });
  const setField = ({ id, pseudonym, fields }: Participant, name: string, value: string) =>
    attempt(async () => {
      const keep = (kept: string) => client.call('participants.update', { id, fields: { [name]: kept } });
      await keep(value);
      toasts.show({
        text: value === '' ? `${pseudonym} has no ${name} now.` : `${name} of ${pseudonym} is ${value} now.`,
        undo: () =>
          attempt(async () => {
            await keep(fields[name] ?? '');
          }),
      });
    });
  const names = fieldNames(participants, addedFields);
  return (
    <SettingsGroup section="people" about="Who listens, and who is heard">
      {isOpen ? (
        <>
          <SettingsLine label="Team">
            {people.length === 0 ? (
              <span className={styles.quiet}>Nobody wrote here yet.</span>
            ) : (
              <ul className={styles.people}>
                {people.map((person, index) => (
                  <li key={person.id} className={styles.seen}>
                    <Avatar name={person.name} role={person.role} initials={initials[index]} isDecorative />
                    {person.name} · {roleNames[person.role]}
                    {person.id === session?.me.id ? <span className={styles.quiet}>you</span> : null}
                  </li>
                ))}
              </ul>
            )}
          </SettingsLine>
          <SettingsLine
            label="Participants"
            hint="Everything exported says the pseudonym, unless you allow the real name."
          >
            {participants.length === 0 ? (
              <span className={styles.quiet}>Nobody yet. They come with the first interview.</span>
            ) : (
              <ul className={styles.participants}>
                {participants.map((participant) => (
                  <ParticipantSettings
                    key={participant.id}
                    participant={participant}
                    fieldNames={names}
                    onChange={(changes) => update(participant, changes)}
                    onField={(name, value) => setField(participant, name, value)}
                    onAddField={(name) => setAddedFields((before) => [...before, name])}
                  />
                ))}
              </ul>
            )}
          </SettingsLine>
        </>
      ) : (
        <p className={styles.quiet}>People belong to a workspace, and none is open.</p>
      )}
    </SettingsGroup>
  );
}
