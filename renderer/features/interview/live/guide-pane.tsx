import type { TickedLine } from '../../../../shared/interviews/guide.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Keycap } from '../../../ui/keycap.tsx';
import { RoleMark } from '../../../ui/role-mark.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { CallTime } from '../../../ui/time.tsx';
import styles from './live.module.css';
import type { VoiceOf } from './people-here.ts';

export interface GuidePaneProps {
  readonly questions: readonly TickedLine[];
  /** The question that Alt Enter ticks; -1 while there is none. */
  readonly current: number;
  readonly voiceOf: VoiceOf;
  readonly isReadOnly: boolean;
  readonly onToggle: (index: number) => void;
  readonly onAddQuestions: () => void;
}

/** The guide's questions; a tick notes when it was asked and by whom. */
export function GuidePane(props: GuidePaneProps) {
  const { questions, current, voiceOf, isReadOnly, onToggle, onAddQuestions } = props;
  const asked = questions.filter((line) => line.tick !== null).length;
  return (
    <section className={styles.section} aria-label="Guide">
      <SectionHead
        title="Guide"
        end={questions.length === 0 ? undefined : `${asked} of ${questions.length} asked`}
      />
      {questions.length === 0 ? (
        <Button size="small" onClick={onAddQuestions}>
          Add questions
        </Button>
      ) : (
        <ol className={styles.guide}>
          {questions.map((line, index) => (
            <li
              key={line.from}
              className={classNames(
                styles.question,
                line.tick !== null && styles.asked,
                index === current && styles.now,
              )}
              aria-current={index === current ? 'step' : undefined}
            >
              <Checkbox
                label={line.text}
                isChecked={line.tick !== null}
                isDisabled={isReadOnly}
                onChange={() => onToggle(index)}
              />
              {line.tick !== null ? (
                <TickedBy atMs={line.tick.atMs} voice={voiceOf(line.tick.by)} />
              ) : index === current ? (
                <span className={styles.tick} aria-hidden="true">
                  <Keycap keys="Alt Enter" />
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function TickedBy({ atMs, voice }: { readonly atMs: number | null; readonly voice: ReturnType<VoiceOf> }) {
  return (
    <span className={styles.tick} title={`Asked by ${voice.name}`}>
      <RoleMark role={voice.role} />
      <span className="visually-hidden">{voice.name}</span>
      {atMs === null ? null : <CallTime text={formatCallTime(atMs)} ms={atMs} />}
    </span>
  );
}
