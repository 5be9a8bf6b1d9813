import type { Role } from '../../../shared/workspace/people.ts';
import { useHost, useSessionStore } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { roleNames } from '../../ui/role.ts';
import { RoleMark } from '../../ui/role-mark.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import styles from './settings.module.css';
import { SettingsGroup, SettingsLine } from './settings-group.tsx';

/** Name and role of whoever sits here, as the others see them. */
export function YouSettings() {
  const { client } = useHost();
  const { session, accept } = useSessionStore();
  const attempt = useAttempt();
  if (session === null) return null;
  const { me, isNamed } = session;
  const change = (changes: { readonly name?: string; readonly role?: Role }) =>
    attempt(async () => {
      accept(await client.call('session.setMe', { name: me.name, role: me.role, ...changes }));
    });
  // Nobody makes an observer of themselves here; who is one already stays one until they choose.
  const roles: readonly Role[] = me.role === 'observer' ? [...ROLES, 'observer'] : ROLES;
  return (
    <SettingsGroup section="you" about="What others see beside your notes">
      <SettingsLine
        label="Name"
        hint={isNamed ? undefined : 'Until you say who you are, your notes carry “Me”.'}
      >
        <SavedField
          label="Name"
          isLabelHidden
          saved={me.name}
          maxLength={80}
          className={styles.nameField}
          emptyRefusal="A name needs a letter. It stays as it was."
          onSave={(name) => change({ name })}
        />
        <span className={styles.seen}>
          <Avatar name={me.name} role={me.role} isDecorative />
          {me.name} · {roleNames[me.role]}
        </span>
      </SettingsLine>
      <SettingsLine label="Role" hint="Notes keep the role you had when you wrote them.">
        <ChoiceRow
          label="Role"
          value={me.role}
          onChange={(role) => change({ role })}
          choices={roles.map((role) => ({
            value: role,
            content: (
              <>
                <RoleMark role={role} /> {roleNames[role]}
              </>
            ),
          }))}
        />
      </SettingsLine>
    </SettingsGroup>
  );
}

const ROLES = ['pm', 'engineer', 'designer', 'researcher'] as const;
