import { Check } from 'lucide-react';
import type * as Y from 'yjs';
import { readTickedGuide } from '../../../../shared/interviews/guide.ts';
import { formatCallTime } from '../../../../shared/text/time.ts';
import type { Person } from '../../../../shared/workspace/people.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { CallTime } from '../../../ui/time.tsx';
import styles from './reading.module.css';

export interface GuideListProps {
  readonly document: Y.Doc;
  readonly people: readonly Person[];
}

/** The guide as it was gone through: which questions were asked, when, and which were not. Read-only. */
export function GuideList({ document, people }: GuideListProps) {
  const lines = readTickedGuide(document);
  const questions = lines.filter((line) => line.kind === 'question');
  const asked = questions.filter((line) => line.tick !== null).length;
  if (lines.length === 0)
    return <EmptyState title="No guide.">This conversation went without one.</EmptyState>;
  return (
    <div className={styles.page}>
      <SectionHead title="Guide" detail={`${asked} of ${questions.length} asked`} isLined />
      <ol className={styles.guide}>
        {lines.map((line) => (
          <li key={line.from} className={line.kind === 'question' ? styles.question : styles.remark}>
            {line.kind === 'remark' ? (
              line.text
            ) : (
              <>
                <span className={styles.tick}>
                  {line.tick === null ? null : <Icon of={Check} size={14} />}
                  <span className="visually-hidden">{line.tick === null ? 'Not asked: ' : 'Asked: '}</span>
                </span>
                <span>{line.text}</span>
                <span className={styles.meta}>
                  {line.tick === null ? null : (
                    <>
                      <span>{people.find((one) => one.id === line.tick?.by)?.name ?? ''}</span>
                      {line.tick.atMs === null ? null : (
                        <CallTime text={formatCallTime(line.tick.atMs)} ms={line.tick.atMs} />
                      )}
                    </>
                  )}
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
