import { useSession } from '../../state/host-context.tsx';
import { useCall } from '../../state/use-call.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './settings.module.css';
import { SettingsGroup, SettingsLine } from './settings-group.tsx';

/** What finds needs. Nothing to set in this version; it says what is used and by which rule. */
export function FindingNeedsSettings() {
  const needs = useCall('needs.list', {}, { refetchOn: ['needs.changed', 'workspace.changed'] });
  const view = needs.status === 'loading' ? undefined : needs.value;
  return (
    <SettingsGroup section="finding-needs" about="On this computer, never elsewhere">
      <div className={styles.model}>
        <b>{modelName(view?.run?.model)}</b>
        <Badge tone="ok">In use</Badge>
        <p className={styles.hint}>Comes inside the app, about 23 MB. English only. Nothing is downloaded.</p>
      </div>
      <SettingsLine
        label="Recurring means"
        hint={
          view === undefined
            ? undefined
            : `With ${view.interviewsWithWords} ${view.interviewsWithWords === 1 ? 'interview' : 'interviews'} that have words, ${view.peopleForRecurring} people.`
        }
      >
        3 people in studies of 6 interviews or more, 2 people below that
      </SettingsLine>
    </SettingsGroup>
  );
}

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

/** Without the fingerprint that stands after it. */
function modelName(model: string | undefined): string {
  return model?.split(' ')[0] ?? 'earshot-exchange-v1';
}
