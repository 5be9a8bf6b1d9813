// Another invite was opened while this window shows somebody else's interview. It waits at one's own Earshot; the person
// chooses whether to go there. Nothing takes the focus: any page may open an invite, also while somebody types.
import { MailOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { endVisit } from '../../client/visited-interview.ts';
import { useHost } from '../../state/host-context.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import styles from './join.module.css';

export function OpenedOnVisit() {
  const { client } = useHost();
  const announce = useAnnounce();
  const [isOpened, setOpened] = useState(false);
  useEffect(
    () =>
      client.on('invite.opened', () => {
        setOpened(true);
        announce('Another invite was opened.');
      }),
    [client, announce],
  );
  if (!isOpened) return null;
  return (
    <section className={styles.opened} aria-label="Another invite">
      <Callout
        icon={MailOpen}
        actions={
          <>
            <Button size="small" onClick={look}>
              Look at it
            </Button>
            <Button size="small" variant="ghost" onClick={() => setOpened(false)}>
              Stay here
            </Button>
          </>
        }
      >
        <strong>Another invite was opened.</strong> It waits in your own Earshot. What you wrote here stays:
        what was not sent is kept on this computer, and goes out with this interview’s link.
      </Callout>
    </section>
  );
}

/** Loaded again, this window has what is on this computer, and takes the invite that waits there. */
function look(): void {
  endVisit(window);
  window.location.reload();
}
