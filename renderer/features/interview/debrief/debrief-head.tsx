import { formatCallTime } from '../../../../shared/text/time.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Keycap } from '../../../ui/keycap.tsx';
import { roleNames, roleShape } from '../../../ui/role.ts';
import type { Voice } from '../live/people-here.ts';
import type { Away } from './away.ts';
import styles from './debrief.module.css';
import type { Shown } from './use-debrief.ts';

export interface DebriefHeadProps {
  /** Everyone with a viewpoint, the PM first. */
  readonly voices: readonly Voice[];
  readonly counts: { readonly pm: number; readonly both: number; readonly others: number };
  /** Theirs may be more than are here. */
  readonly away: Away | null;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** Both viewpoints with their counts; the counts are filters. */
export function DebriefHead({ voices, counts, away, shown, onShow }: DebriefHeadProps) {
  const left = voices.filter((voice) => voice.role === 'pm');
  const right = voices.filter((voice) => voice.role !== 'pm');
  const isAway = (voice: Voice) => away?.ids.includes(voice.id) === true;
  const upTo = (side: readonly Voice[]) =>
    away !== null && side.some(isAway) ? `, up to ${formatCallTime(away.upToMs)}` : '';
  const filter = (of: Shown, count: number, words: string, key: string) => (
    <button type="button" className={styles.filter} aria-pressed={shown === of} onClick={() => onShow(of)}>
      <b>{count}</b> {words} <Keycap keys={key} />
    </button>
  );
  return (
    <div className={styles.head}>
      <div className={styles.side}>
        <Viewpoint voices={left} isAway={isAway} />
        {filter('pm', counts.pm, `only ${namesOf(left, 'the PM')}${upTo(left)}`, '1')}
      </div>
      <div className={styles.middle}>
        {filter('both', counts.both, voices.length > 2 ? '2 or more' : 'both', '2')}
      </div>
      <div className={styles.side}>
        <Viewpoint voices={right} isAway={isAway} />
        {filter('others', counts.others, `only ${namesOf(right, 'the others')}${upTo(right)}`, '3')}
      </div>
    </div>
  );
}

function Viewpoint(props: { readonly voices: readonly Voice[]; readonly isAway: (voice: Voice) => boolean }) {
  const { voices, isAway } = props;
  return voices.map((voice) => (
    <span key={voice.id} className={classNames(styles.side, styles[roleShape(voice.role)])}>
      <Avatar
        name={voice.name}
        role={voice.role}
        initials={voice.initials}
        isAway={isAway(voice)}
        isDecorative
      />
      {voices.length > 1 ? voice.name : `${voice.name} · ${roleNames[voice.role]}`}
    </span>
  ));
}

function namesOf(voices: readonly Voice[], none: string): string {
  const [first] = voices;
  return first === undefined || voices.length > 1 ? none : first.name;
}
