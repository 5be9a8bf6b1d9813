// The way in: who invites to what, one field, the role that was chosen, and the words to compare. Nothing else is asked.
import { Lock } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { VisitState } from '../../../../shared/contract/sharing.ts';
import { AppError } from '../../../../shared/errors.ts';
import { useHost } from '../../../state/host-context.tsx';
import { errorWords } from '../../../text/error-text.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Keycap } from '../../../ui/keycap.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { roleNames, roleShape } from '../../../ui/role.ts';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './join.module.css';
import { invitedTo } from './join-words.ts';

export interface JoinPageProps {
  readonly visit: VisitState;
  readonly checkWords: readonly string[];
  /** Called once the host knows the name. */
  readonly onJoined: () => void;
  /** Null in a browser. */
  readonly onLeave: (() => void) | null;
}

export function JoinPage({ visit, checkWords, onJoined, onLeave }: JoinPageProps) {
  const { client } = useHost();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [isJoining, setJoining] = useState(false);
  const role = visit.roles[0] ?? 'observer';

  const join = async () => {
    if (name.trim() === '') {
      setError('Write the name by which the others know you.');
      return;
    }
    setJoining(true);
    try {
      await client.call('visit.introduce', { name: name.trim() });
      onJoined();
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      setError(`${errorWords(failure).happened} ${errorWords(failure).next}`);
      setJoining(false);
    }
  };

  return (
    <div className={styles.join}>
      <main className={styles.way}>
        <div className={styles.column}>
          <div className={styles.brand}>
            <Logo size={18} />
            Earshot
          </div>
          <h1>{visit.hostName} invites you to listen in</h1>
          <p className={styles.what}>{invitedTo(visit, new Date())}</p>
          <form
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              if (!isJoining) void join();
            }}
          >
            <TextField
              label="Your name, as the others see it"
              className={styles.name}
              value={name}
              onChange={(next) => {
                setName(next);
                setError(undefined);
              }}
              error={error}
              maxLength={80}
              autoComplete="given-name"
              autoFocus
            />
            <div className={styles.role}>
              <Avatar
                name={name.trim() === '' ? roleNames[role] : name}
                role={role}
                size="large"
                isDecorative
              />
              <div>
                <b className={styles[roleShape(role)]}>{roleNames[role]}</b>
                <span>
                  {visit.kind === 'viewer'
                    ? 'You can read along and ask.'
                    : 'You can write notes, tag, mark moments and ask.'}{' '}
                  {visit.hostName} chose this role.
                </span>
              </div>
            </div>
            <Button variant="primary" type="submit" className={styles.go} aria-disabled={isJoining}>
              Join the interview
            </Button>
          </form>
          {onLeave === null ? null : (
            <Button variant="ghost" className={styles.go} onClick={onLeave}>
              Back to my Earshot
            </Button>
          )}
          <p className={styles.check}>
            <Icon of={Lock} size={16} />
            <span>
              {onLeave === null ? 'This page comes' : 'All of this comes'} straight from {visit.hostName}’s
              computer, nobody between. Check words: <b>{checkWords.join(' ')}</b>. If {visit.hostName} sees
              others, {onLeave === null ? 'close this page' : 'go back'}.
            </span>
          </p>
        </div>
      </main>
      <aside className={styles.know} aria-labelledby="four-things">
        <div>
          <h2 id="four-things">Four things to know</h2>
          <p>They stay at hand under the field where you type.</p>
        </div>
        <ul>
          {fourThings(visit.hostName).map(({ keys, what, how }) => (
            <li key={keys}>
              <span>
                <Keycap keys={keys} />
              </span>
              <span>
                <b>{what}</b>
                <span className={styles.how}>{how}</span>
              </span>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}

function fourThings(hostName: string) {
  return [
    { keys: 'Enter', what: 'keeps a note', how: 'Its time is the moment you began to type.' },
    {
      keys: '?',
      what: 'asks for a follow-up',
      how: `${hostName} sees it beside the guide, nobody has to interrupt.`,
    },
    { keys: '//', what: 'marks the moment', how: 'Type it anywhere, words can come later.' },
    { keys: '#', what: 'tags', how: 'From the list the two of you share.' },
  ];
}
