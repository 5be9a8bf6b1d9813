// The questions that nobody asked in the call: each is handed over, to a guide or a person, or dropped with a word why,
// and can be taken back.
import { Clock3, CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import type { PersonId } from '../../../../shared/ids.ts';
import type { HandedFollowUp } from '../../../../shared/interviews/hand-over.ts';
import { assertNever } from '../../../../shared/result.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Voice, VoiceOf } from '../live/people-here.ts';
import styles from './debrief.module.css';
import type { HandOverActs } from './use-hand-over.ts';

export interface FollowUpListProps {
  readonly followUps: readonly HandedFollowUp[];
  readonly handing: HandOverActs;
  readonly me: PersonId;
  /** Who may take one. */
  readonly voices: readonly Voice[];
  readonly voiceOf: VoiceOf;
  readonly participant: string;
  /** Whose computer is away: what is handed to them they see when they are back. */
  readonly awayIds: readonly PersonId[];
  readonly isReadOnly: boolean;
}

export function FollowUpList(props: FollowUpListProps) {
  const handedOver = props.followUps.filter(isHandedOver).length;
  if (props.followUps.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="debrief-asks">
      <SectionHead
        id="debrief-asks"
        title="Follow-ups"
        end={`${props.followUps.length - handedOver} open, ${handedOver} handed over`}
      />
      {props.followUps.map((followUp) => (
        <FollowUp key={followUp.note.id} {...props} followUp={followUp} />
      ))}
    </section>
  );
}

function FollowUp(props: FollowUpListProps & { readonly followUp: HandedFollowUp }) {
  const { followUp, voiceOf, isReadOnly } = props;
  const { note } = followUp;
  const author = voiceOf(note.author);
  const isHanded = isHandedOver(followUp);
  const to = handedTo(followUp);
  const waitsFor = to !== null && props.awayIds.includes(to) ? voiceOf(to).name : null;
  return (
    <article className={styles.ask} aria-label={note.text}>
      {note.text}
      <div className={styles.from}>
        <Avatar name={author.name} role={note.role} initials={author.initials} isDecorative />
        <span>
          {author.name}, {formatCallTime(note.atMs)}
          {isHanded ? null : ', not asked'}
        </span>
      </div>
      {isHanded ? (
        <div className={styles.handed}>
          <Icon of={waitsFor === null ? CornerDownRight : Clock3} size={14} />
          <span>
            {wordsOf(followUp, props)}
            {waitsFor === null ? null : `; ${waitsFor} sees it when back`}
          </span>
          {isReadOnly ? null : (
            <Button size="small" variant="ghost" onClick={() => props.handing.takeBack(followUp)}>
              Undo
            </Button>
          )}
        </div>
      ) : isReadOnly ? null : (
        <Open {...props} />
      )}
    </article>
  );
}

/** What is still to be said before it is handed over. */
type Asking = { readonly kind: 'looks-up'; readonly personId: PersonId } | { readonly kind: 'drop' };

function Open(props: FollowUpListProps & { readonly followUp: HandedFollowUp }) {
  const { handing, me, voiceOf, participant, followUp } = props;
  const { note } = followUp;
  const [asking, setAsking] = useState<Asking | null>(null);
  const [words, setWords] = useState('');
  const [first, ...others] = handing.coming;
  if (asking !== null) {
    const end = () => {
      setAsking(null);
      setWords('');
    };
    return (
      <form
        className={styles.acts}
        onSubmit={(event) => {
          event.preventDefault();
          if (asking.kind === 'looks-up') handing.looksUp(note, asking.personId, words.trim());
          else if (words.trim() !== '') handing.drop(note, words.trim());
          else return;
          end();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          end();
        }}
      >
        <TextField
          className={styles.grows}
          label={
            asking.kind === 'drop'
              ? 'Why it is dropped'
              : `${voiceOf(asking.personId).name} looks it up by (may stay empty)`
          }
          value={words}
          onChange={setWords}
          maxLength={asking.kind === 'drop' ? 200 : 40}
          autoFocus
        />
        <Button size="small" type="submit" disabled={asking.kind === 'drop' && words.trim() === ''}>
          {asking.kind === 'drop' ? 'Drop it' : 'Hand over'}
        </Button>
        <Button size="small" variant="ghost" onClick={end}>
          Cancel
        </Button>
      </form>
    );
  }
  const everybody = [voiceOf(me), ...props.voices.filter((voice) => voice.id !== me)];
  const entries: readonly MenuEntry[] = [
    ...others.slice(0, 6).map((guide) => ({
      kind: 'act' as const,
      label: `To ${guide.participant}’s guide`,
      onDo: () => handing.toGuide(note, guide),
    })),
    ...everybody.slice(1).map((voice) => ({
      kind: 'act' as const,
      label: asks(voice.name, participant),
      onDo: () => handing.asks(note, voice.id),
    })),
    ...everybody.map((voice) => ({
      kind: 'act' as const,
      label: `${voice.name} looks it up…`,
      onDo: () => setAsking({ kind: 'looks-up', personId: voice.id }),
    })),
    { kind: 'act', label: 'Drop it…', onDo: () => setAsking({ kind: 'drop' }) },
  ];
  return (
    <div className={styles.acts}>
      {first === undefined ? null : (
        <Button size="small" onClick={() => handing.toGuide(note, first)}>
          To {first.participant}’s guide
        </Button>
      )}
      <Button size="small" onClick={() => handing.asks(note, me)}>
        {asks(voiceOf(me).name, participant)}
      </Button>
      <Menu
        align="end"
        opener={
          <Button size="small" variant="ghost">
            More…
          </Button>
        }
        entries={entries}
      />
    </div>
  );
}

function isHandedOver({ note, handOver }: HandedFollowUp): boolean {
  return note.takenBy !== null || handOver !== null;
}

/** The person who has it now; null where it went elsewhere. */
function handedTo({ note, handOver }: HandedFollowUp): PersonId | null {
  return handOver === null ? note.takenBy : handOver.kind === 'looks-up' ? handOver.personId : null;
}

function wordsOf({ note, handOver }: HandedFollowUp, { voiceOf, participant }: FollowUpListProps): string {
  if (handOver === null) return note.takenBy === null ? '' : asks(voiceOf(note.takenBy).name, participant);
  switch (handOver.kind) {
    case 'guide':
      return `${handOver.participant}’s guide, question ${handOver.number}`;
    case 'looks-up': {
      const looksUp = `${voiceOf(handOver.personId).name} looks it up`;
      return handOver.until === '' ? looksUp : `${looksUp} by ${handOver.until}`;
    }
    case 'dropped':
      return `Dropped by ${voiceOf(handOver.by).name}: ${handOver.why}`;
    default:
      return assertNever(handOver);
  }
}

function asks(name: string, participant: string): string {
  return participant === '' ? `${name} asks it` : `${name} asks ${participant}`;
}
