import { Copy, Link, Lock } from 'lucide-react';
import { useRef, useState } from 'react';
import { errorWords } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './share.module.css';
import type { InviteLinkMaker } from './use-invite-link.ts';

export interface InviteLinkFieldProps {
  readonly invite: InviteLinkMaker;
  readonly checkWords: readonly string[];
  readonly isOn: boolean;
  readonly onMake: () => void;
}

/** The link, its Copy, and what to compare; before it is made, the button that makes it. */
export function InviteLinkField(props: InviteLinkFieldProps) {
  const { state } = props.invite;
  switch (state.kind) {
    case 'opening':
      return (
        <p role="status" className={styles.quiet}>
          Opening a door on this computer…
        </p>
      );
    case 'made':
      return <MadeLink link={state.link} checkWords={props.checkWords} />;
    case 'no-network':
      return (
        <Callout tone="warn" announce="status" actions={<Button onClick={props.onMake}>Try again</Button>}>
          This computer is on no network. Connect it, then make the link.
        </Callout>
      );
    case 'failed': {
      const words = errorWords(state.error);
      return (
        <Callout tone="bad" announce="alert" actions={<Button onClick={props.onMake}>Try again</Button>}>
          {words.title}. {words.happened}
        </Callout>
      );
    }
    default:
      return <BeforeLink {...props} />;
  }
}

function BeforeLink({ isOn, onMake }: InviteLinkFieldProps) {
  return (
    <div className={styles.make}>
      <Button variant="primary" icon={Link} onClick={onMake}>
        Make an invite link
      </Button>
      <p className={styles.quiet}>
        {isOn
          ? 'It is shown once. Whoever has it gets in.'
          : 'This opens one port on this computer. Your system will ask whether Earshot may accept connections. Allow it for private networks.'}
      </p>
    </div>
  );
}

function MadeLink({ link, checkWords }: { readonly link: string; readonly checkWords: readonly string[] }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      // The system refuses the clipboard: the link is selected, so that Ctrl C copies it.
      field.current?.select();
      setSaid('The link is selected. Press Ctrl C to copy it.');
      return;
    }
    setSaid('Link copied');
  }

  return (
    <div>
      <div className={styles.link}>
        <TextField
          ref={field}
          label="Invite link"
          value={link}
          onChange={() => undefined}
          readOnly
          autoFocus
          spellCheck={false}
          className={styles.code}
          onFocus={(event) => event.target.select()}
        />
        <Button variant="primary" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <p className={styles.words}>
        {/* In here, since the app's own live region is out of reach while a dialog is open. */}
        <span role="status">{said}</span>
        <span>
          Check words: <b>{checkWords.join(' ')}</b>
        </span>
      </p>
      <p className={styles.fine}>
        <Icon of={Lock} size={14} />
        The link is shown this once. Encrypted between your computers. Nothing passes through anyone else.
        Revoke ends the connection at once; what they wrote stays.
      </p>
    </div>
  );
}
