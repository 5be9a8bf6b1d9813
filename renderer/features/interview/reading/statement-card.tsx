import type { Need } from '../../../../shared/needs/need.ts';
import { KindBadge } from '../../../ui/badge.tsx';
import { PeopleStrip } from '../../../ui/people-strip.tsx';
import styles from './reading.module.css';
import type { StatementKind } from './statements.ts';

export interface StatementCardProps {
  readonly need: Need;
  readonly kind: StatementKind;
  readonly onOpen: () => void;
}

/** Beside the current turn: which need its words carry, and how many people share it. */
export function StatementCard({ need, kind, onOpen }: StatementCardProps) {
  return (
    <section className={styles.card} aria-label={need.label}>
      <span className={styles.cardHead}>
        <KindBadge kind={kind} />
        <span className={styles.cardLabel}>{need.label}</span>
      </span>
      <span className={styles.cardFoot}>
        <PeopleStrip
          cells={need.stances.map((cell) => cell.stance)}
          names={need.stances.map((cell) => cell.participant)}
        />
        <span>
          <b>{need.people}</b> of {need.stances.length} people
        </span>
        <button type="button" className={styles.link} onClick={onOpen}>
          Open need
        </button>
      </span>
    </section>
  );
}
