// The whole list of what can leave this computer, and where everything else lies. It says what docs/privacy.md says;
// whoever changes one changes the other.
import { Lock, Radio, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useOverlay } from '../../state/overlay-store.ts';
import { settingsList, settingsSectionStore } from '../../state/settings-section.ts';
import { useAttempt } from '../../state/use-attempt.ts';
import { useNavigation } from '../../state/use-place.ts';
import { useSharing, useWithinEarshot } from '../../state/use-sharing.ts';
import { Button } from '../../ui/button.tsx';
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
          <SharingNow />
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

/** Whether anybody else can hear this computer now, with the way to change it. */
function SharingNow() {
  const { client } = useHost();
  const session = useSession();
  const sharing = useSharing();
  const attempt = useAttempt();
  const overlay = useOverlay();
  const listeners = useWithinEarshot().filter((person) => !person.isHere);
  const state = sharing.status === 'loading' ? undefined : sharing.value;
  const isOn = state?.isOn === true;
  const names = listeners.map((person) => person.name).join(', ');
  return (
    <section className={styles.now} aria-labelledby="privacy-now">
      <Icon of={isOn ? Radio : Lock} size={18} />
      <div>
        <h2 id="privacy-now">
          {isOn
            ? `Sharing is on. ${listeners.length === 0 ? 'Nobody else is here.' : `${names} can hear this computer.`}`
            : listeners.length === 0
              ? 'No connection. Only this computer.'
              : `Connected with ${names}.`}
        </h2>
        <p>
          {isOn
            ? `One port is open, at ${state.addresses.join(', ') || 'no network'}. Only invites that you made get in.`
            : window.earshot
              ? DESKTOP
              : BROWSER}
        </p>
      </div>
      <span className={styles.acts}>
        {state?.canShare && session?.workspace != null ? (
          <Button onClick={() => overlay.open({ kind: 'share', interviewId: null })}>Share</Button>
        ) : null}
        {isOn ? (
          <Button variant="danger" onClick={() => attempt(() => client.call('sharing.stop', {}))}>
            Stop sharing
          </Button>
        ) : null}
      </span>
    </section>
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
    what: 'What you share',
    about: 'the workspace, or one interview',
    where:
      'While sharing is on, to whoever came by an invite that you made; encrypted, straight from this computer to theirs. With a teammate whom you joined: both ways.',
  },
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
