// The whole list of what can leave this computer, and where everything else lies. It says what docs/privacy.md says;
// whoever changes one changes the other.
import { Lock, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../state/host-context.tsx';
import { settingsList, settingsSectionStore } from '../../state/settings-section.ts';
import { useNavigation } from '../../state/use-place.ts';
import { Icon } from '../../ui/icon.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SectionList } from '../../ui/section-list.tsx';
import styles from './privacy.module.css';

export function PrivacyScreen() {
  const { go } = useNavigation();
  const session = useSession();
  const folder = session?.workspace?.folder;
  return (
    <Screen
      crumbs={[
        { label: 'Settings', onGo: () => go({ place: 'settings' }) },
        { label: 'What leaves this computer' },
      ]}
      isScrolling={false}
    >
      <SectionList
        label="Settings"
        pageLabel="What leaves this computer"
        sections={settingsList}
        current="privacy"
        onGo={(id) => {
          if (id === 'privacy') return;
          settingsSectionStore.getState().want(id);
          go({ place: 'settings' });
        }}
      >
        <div className={styles.page}>
          <h1>What leaves this computer</h1>
          <p className={styles.lead}>
            This is the whole list. If something is not on it, it does not leave. Earshot has no account, no
            telemetry and no update check, and it calls no server.
          </p>
          <section className={styles.now} aria-labelledby="privacy-now">
            <Icon of={Lock} size={18} />
            <div>
              <h2 id="privacy-now">No connection. Only this computer.</h2>
              <p>{window.earshot ? DESKTOP : BROWSER}</p>
            </div>
          </section>
          <Rows caption="What leaves" heads={['What', 'When, and to whom']} rows={LEAVES} />
          <Rows caption="What stays" heads={['What', 'Where it lies']} rows={STAYS} />
          <h2>Never, and no switch for it</h2>
          <ul className={styles.never}>
            {NEVER.map((what) => (
              <li key={what}>
                <Icon of={X} size={14} />
                {what}
              </li>
            ))}
          </ul>
          <h2>Where it lies</h2>
          <dl className={styles.places}>
            <dt>This workspace</dt>
            <dd>{folder === undefined ? 'None is open.' : <code>{folder}</code>}</dd>
            <dt>New workspaces</dt>
            <dd>
              <code>{session?.defaultFolder}</code>
            </dd>
            <dt>Who you are, recent workspaces, the log</dt>
            <dd>The app’s own folder</dd>
          </dl>
        </div>
      </SectionList>
    </Screen>
  );
}

const DESKTOP = 'The app opens no port. Its window and its host speak inside the app.';
const BROWSER =
  'This page speaks with Earshot on this computer, at 127.0.0.1, which no other computer can reach, and with a secret in its address.';

interface Row {
  readonly what: string;
  readonly about?: string;
  readonly where: ReactNode;
}

const LEAVES: readonly Row[] = [
  {
    what: 'Exported briefs',
    about: 'and the quotes in them',
    where: (
      <>
        When you export, into the folder you choose, <code>exports/</code> otherwise. The file leaves when you
        give it to somebody. Pseudonyms, unless you allowed a name.
      </>
    ),
  },
];

const STAYS: readonly Row[] = [
  {
    what: 'Notes, guides, decisions, briefs',
    where: (
      <>
        <code>documents/</code> in the workspace
      </>
    ),
  },
  {
    what: 'Transcripts you import',
    where: (
      <>
        <code>originals/</code> in the workspace, byte for byte
      </>
    ),
  },
  { what: 'Names of participants', where: 'The workspace. Screens show them; exports say the pseudonym.' },
  {
    what: 'What was computed',
    where: (
      <>
        <code>derived/</code> in the workspace; delete it whenever you like
      </>
    ),
  },
  { what: 'The encoder', where: 'Inside the app, 23 MB; loaded from disk, never downloaded' },
  { what: 'Who you are, recent workspaces', where: 'The app’s own folder' },
  { what: 'Theme, text size, keys', where: 'This window’s own storage' },
  { what: 'The log', where: 'The app’s own folder: ids, counts and error codes, never what people said' },
];

const NEVER = [
  'Usage statistics',
  'Crash reports',
  'Accounts',
  'Update checks',
  'Models, fonts or scripts fetched',
  'Audio of your calls',
] as const;

interface RowsProps {
  readonly caption: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly Row[];
}

function Rows({ caption, heads, rows }: RowsProps) {
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <td>
              <b>{row.what}</b>
              {row.about === undefined ? null : <span className={styles.about}>{row.about}</span>}
            </td>
            <td>{row.where}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
