import type { PersonId } from '../../../../shared/ids.ts';
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Keycap } from '../../../ui/keycap.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './live.module.css';
import type { VoiceOf } from './people-here.ts';

export interface AskNextProps {
  readonly followUps: readonly Note[];
  readonly me: PersonId;
  readonly voiceOf: VoiceOf;
  readonly isReadOnly: boolean;
  readonly onTake: (note: Note) => void;
  readonly onAsked: (note: Note) => void;
}

/** What the others would ask: take it, ask it, say that it was asked. */
export function AskNext({ followUps, me, voiceOf, isReadOnly, onTake, onAsked }: AskNextProps) {
  if (followUps.length === 0) return null;
  return (
    <section className={styles.section} aria-label="To ask next">
      <SectionHead title="To ask next" end={followUps.length} />
      <ul className={styles.asks}>
        {followUps.map((note, index) => {
          const author = voiceOf(note.author);
          const isMine = note.takenBy === me;
          return (
            <li key={note.id} className={styles.ask}>
              <p>{note.text}</p>
              <div className={styles.askFoot}>
                <Avatar name={author.name} role={note.role} initials={author.initials} isDecorative />
                <span className={styles.from}>
                  {isMine ? 'you take it, ' : ''}from {author.name}, {formatCallTime(note.atMs)}
                </span>
                {isReadOnly ? null : (
                  <>
                    {index === 0 ? (
                      <span className={styles.askKeys} aria-hidden="true">
                        <Keycap keys="Esc" /> <Keycap keys={isMine ? 'A' : 'T'} />
                      </span>
                    ) : null}
                    {isMine ? (
                      <Button size="small" onClick={() => onAsked(note)}>
                        Asked
                      </Button>
                    ) : (
                      <Button size="small" onClick={() => onTake(note)}>
                        Take it
                      </Button>
                    )}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
