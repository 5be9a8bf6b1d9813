import { useSession } from '../../state/host-context.tsx';
import styles from './settings.module.css';
import { SettingsGroup, SettingsLine } from './settings-group.tsx';

/** What is kept, and where. */
export function KeepingSettings() {
  const session = useSession();
  const folder = session?.workspace?.folder;
  return (
    <SettingsGroup section="keeping" about="Human words are never thinned out">
      <SettingsLine
        label="This workspace"
        hint={
          folder === undefined
            ? undefined
            : 'A folder like any other: copy it to back it up, move it to move the workspace.'
        }
      >
        {folder === undefined ? (
          <span className={styles.quiet}>None is open.</span>
        ) : (
          <code className={styles.path}>{folder}</code>
        )}
      </SettingsLine>
      <SettingsLine label="Notes, decisions">Always, each edit as it was made</SettingsLine>
      <SettingsLine label="Original transcripts">Always, unchanged, with their fingerprint</SettingsLine>
      <SettingsLine label="Deleted notes">Hidden, and kept in the workspace</SettingsLine>
      <SettingsLine label="What was computed">
        <span>
          In <code>derived/</code>; delete it whenever you like, Earshot computes it again
        </span>
      </SettingsLine>
    </SettingsGroup>
  );
}
