import { CircleAlert, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

export interface NoticeAction {
  readonly label: string;
  readonly onDo: () => void;
  readonly keys?: string | undefined;
}

/** The three answers every message owes. None of them may be left out. */
export interface NoticeAnswers {
  readonly happened: ReactNode;
  readonly kept: ReactNode;
  readonly next: ReactNode;
}

export interface NoticeProps extends NoticeAnswers {
  readonly title: string;
  /** At most three; the first is the filled button. */
  readonly actions?:
    | readonly []
    | readonly [NoticeAction]
    | readonly [NoticeAction, NoticeAction]
    | readonly [NoticeAction, NoticeAction, NoticeAction]
    | undefined;
  /** `warn` needs a look, `bad` has failed. */
  readonly tone?: 'warn' | 'bad' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** `status` is read politely, `alert` at once (disk full, invite ended, read-only); `none` when a dialog says it. */
  readonly announce?: 'status' | 'alert' | 'none' | undefined;
  /** `panel` stands in a list or page, `bar` runs over the whole screen until solved. */
  readonly form?: 'panel' | 'bar' | undefined;
}

/** Something went wrong: what happened, what was kept, what to do next. */
export function Notice({
  title,
  happened,
  kept,
  next,
  actions = [],
  tone = 'warn',
  icon,
  announce = 'status',
  form = 'panel',
}: NoticeProps) {
  const titleId = useId();
  return (
    <section
      className={classNames(styles.notice, styles[form], styles[tone])}
      role={announce === 'none' ? undefined : announce}
      aria-labelledby={titleId}
    >
      <Icon of={icon ?? (tone === 'bad' ? CircleAlert : TriangleAlert)} size={18} className={styles.icon} />
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <NoticeAnswerList happened={happened} kept={kept} next={next} />
      {actions.length === 0 ? null : (
        <div className={styles.actions}>
          {actions.map((action, index) => (
            <Button
              key={action.label}
              variant={actionVariants[index]}
              keys={action.keys}
              onClick={action.onDo}
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** The three answers alone, for a dialog that has its own title and buttons. */
export function NoticeAnswerList({ happened, kept, next }: NoticeAnswers) {
  return (
    <dl className={styles.answers}>
      <dt>Happened</dt>
      <dd>{happened}</dd>
      <dt>Kept</dt>
      <dd>{kept}</dd>
      <dt>Next</dt>
      <dd>{next}</dd>
    </dl>
  );
}

const actionVariants = ['primary', 'quiet', 'ghost'] as const;
