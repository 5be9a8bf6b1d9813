import { Check, Loader } from 'lucide-react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './job-panel.module.css';
import { Progress } from './progress.tsx';

export interface JobStep {
  readonly label: string;
  readonly state: 'done' | 'now' | 'waiting';
}

export interface JobPanelProps {
  /** “Listening through Rowan”. */
  readonly title: string;
  /** “1 new interview; 8 are already known … About 40 seconds left, on this computer.” */
  readonly detail?: string | undefined;
  /** 0 to 1, or null while it cannot be told. */
  readonly progress: number | null;
  readonly steps?: readonly JobStep[] | undefined;
  /** What stays as it is: “Your names, merges and dismissals stay as they are.” */
  readonly assurance?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** Work in the background: what is done, what is left, and the way to stop it. Blocks nothing. */
export function JobPanel({ title, detail, progress, steps = [], assurance, onCancel }: JobPanelProps) {
  return (
    <section className={styles.job} aria-label={title}>
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {detail === undefined ? null : <p className={styles.detail}>{detail}</p>}
      </div>
      {onCancel === undefined ? null : <Button onClick={onCancel}>Cancel</Button>}
      <Progress label={title} value={progress} className={styles.progress} />
      {steps.length === 0 && assurance === undefined ? null : (
        <div className={styles.foot}>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li
                key={step.label}
                className={classNames(styles.step, styles[step.state])}
                aria-current={step.state === 'now' ? 'step' : undefined}
              >
                {step.state === 'done' ? <Icon of={Check} size={14} /> : null}
                {step.state === 'now' ? <Icon of={Loader} size={14} className={styles.loader} /> : null}
                {step.label}
                {step.state === 'done' ? <span className="visually-hidden">, done</span> : null}
              </li>
            ))}
          </ol>
          {assurance === undefined ? null : <p className={styles.assurance}>{assurance}</p>}
        </div>
      )}
    </section>
  );
}
