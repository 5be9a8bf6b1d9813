// The first screen of somebody who has no workspace open: look around in the sample, or start with one's own.
// No account, no form, no wall. Focus lies on the sample, so Enter is enough.
import { FolderOpen, FolderPlus, Lock, LogIn, Upload } from 'lucide-react';
import type { RecentWorkspace } from '../../../shared/contract/session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { RoomMark } from '../../ui/role-mark.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Track } from '../../ui/track.tsx';
import styles from './first-run.module.css';
import { SAMPLE_INTERVIEWS, SAMPLE_LENGTH_MS } from './sample-tracks.ts';

export interface FirstRunProps {
  readonly recent: readonly RecentWorkspace[];
  readonly isBusy: boolean;
  readonly onOpenSample: () => void;
  readonly onNewWorkspace: () => void;
  readonly onOpenFolder: () => void;
  readonly onImport: () => void;
  readonly onJoin: () => void;
  readonly onOpenRecent: (folder: string) => void;
  readonly onPrivacy: () => void;
}

export function FirstRun(props: FirstRunProps) {
  useKeys({ n: props.onNewWorkspace, o: props.onOpenFolder, i: props.onImport, j: props.onJoin });
  const recent = props.recent.filter((workspace) => !workspace.isMissing).slice(0, 4);
  return (
    <Screen crumbs={[{ label: 'Home' }]}>
      <div className={styles.place}>
        <div className={styles.wrap}>
          <h1 className={styles.title}>Hear it together, then write it down once.</h1>
          <p className={styles.lead}>
            Take notes in the same interview, keep what people asked for apart from what they need, and let
            the brief carry their words.
          </p>
          <div className={styles.go}>
            <section className={styles.sample} aria-labelledby="look-around">
              <h2 id="look-around">Look around first</h2>
              <p>
                Three short interviews about ordering for a kitchen, already noted, heard and written up.
                Change anything; it is a copy.
              </p>
              <ul className={styles.three}>
                {SAMPLE_INTERVIEWS.map((interview) => (
                  <li key={interview.name}>
                    <b>{interview.name}</b>
                    <span className={styles.about}>{interview.about}</span>
                    <span className={styles.track}>
                      <Track notes={interview.notes} durationMs={SAMPLE_LENGTH_MS} />
                    </span>
                    <RoomMark people={interview.room} />
                  </li>
                ))}
              </ul>
              <Button
                variant="primary"
                size="large"
                keys="Enter"
                autoFocus
                disabled={props.isBusy}
                onClick={props.onOpenSample}
              >
                {props.isBusy ? 'Opening…' : 'Open the sample workspace'}
              </Button>
            </section>
            <section aria-labelledby="your-own">
              <h2 id="your-own">Start with your own</h2>
              <p>No account. A workspace is a folder you choose.</p>
              <div className={styles.own}>
                <Button variant="ghost" icon={FolderPlus} keys="N" onClick={props.onNewWorkspace}>
                  New workspace
                </Button>
                <Button variant="ghost" icon={FolderOpen} keys="O" onClick={props.onOpenFolder}>
                  Open a folder
                </Button>
                <Button variant="ghost" icon={Upload} keys="I" onClick={props.onImport}>
                  Drop a transcript
                </Button>
                <Button variant="ghost" icon={LogIn} keys="J" onClick={props.onJoin}>
                  Join with an invite
                </Button>
              </div>
              {recent.length === 0 ? null : (
                <>
                  <h3 className={styles.recent}>Open again</h3>
                  <div className={styles.own}>
                    {recent.map((workspace) => (
                      <Button
                        key={workspace.folder}
                        variant="ghost"
                        title={workspace.folder}
                        onClick={() => props.onOpenRecent(workspace.folder)}
                      >
                        {workspace.name}
                      </Button>
                    ))}
                  </div>
                </>
              )}
            </section>
          </div>
          <p className={styles.foot}>
            <span>
              <Icon of={Lock} size={14} /> Nothing leaves this computer unless you say so
            </span>
            <button type="button" className={styles.link} onClick={props.onPrivacy}>
              What can leave, byte by byte
            </button>
          </p>
        </div>
      </div>
    </Screen>
  );
}
