import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Keycap } from '../../../ui/keycap.tsx';
import { roleNames, roleShape } from '../../../ui/role.ts';
import type { Voice } from '../live/people-here.ts';
import styles from './debrief.module.css';
import type { Shown } from './use-debrief.ts';

export interface DebriefHeadProps {
  /** Everyone with a viewpoint, the PM first. */
  readonly voices: readonly Voice[];
  readonly counts: { readonly pm: number; readonly both: number; readonly others: number };
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** Both viewpoints with their counts; the counts are filters. */
export function DebriefHead({ voices, counts, shown, onShow }: DebriefHeadProps) {
  const left = voices.filter((voice) => voice.role === 'pm');
  const right = voices.filter((voice) => voice.role !== 'pm');
  const filter = (of: Shown, count: number, words: string, key: string) => (
    <button type="button" className={styles.filter} aria-pressed={shown === of} onClick={() => onShow(of)}>
      <b>{count}</b> {words} <Keycap keys={key} />
    </button>
  );
  return (
    <div className={styles.head}>
      <div className={styles.side}>
        <Viewpoint voices={left} />
        {filter('pm', counts.pm, `only ${namesOf(left, 'the PM')}`, '1')}
      </div>
      <div className={styles.middle}>
        {filter('both', counts.both, voices.length > 2 ? '2 or more' : 'both', '2')}
      </div>
      <div className={styles.side}>
        <Viewpoint voices={right} />
        {filter('others', counts.others, `only ${namesOf(right, 'the others')}`, '3')}
      </div>
    </div>
  );
}

function Viewpoint({ voices }: { readonly voices: readonly Voice[] }) {
  return voices.map((voice) => (
    <span key={voice.id} className={classNames(styles.side, styles[roleShape(voice.role)])}>
      <Avatar name={voice.name} role={voice.role} initials={voice.initials} isDecorative />
      {voices.length > 1 ? voice.name : `${voice.name} · ${roleNames[voice.role]}`}
    </span>
  ));
}

function namesOf(voices: readonly Voice[], none: string): string {
  const [first] = voices;
  return first === undefined || voices.length > 1 ? none : first.name;
}
