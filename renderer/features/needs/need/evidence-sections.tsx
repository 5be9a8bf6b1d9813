// The evidence of a need in its sections: for, noted, asked for instead, against, and what may speak against it.
import type { ReactNode } from 'react';
import type { ListKeys } from '../../../ui/list-keys.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { EvidenceList, type EvidenceListProps } from './evidence-list.tsx';
import type { EvidenceRow } from './evidence-row.ts';
import styles from './need.module.css';

export interface EvidenceSectionsProps extends Omit<EvidenceListProps, 'section' | 'label' | 'rowProps'> {
  readonly keys: ListKeys;
  readonly shown: 'each' | 'all';
  readonly onShown: (shown: 'each' | 'all') => void;
  readonly addButton: ReactNode;
}

export function EvidenceSections({ keys, shown, onShown, addButton, ...list }: EvidenceSectionsProps) {
  const { need } = list;
  const section = (kind: EvidenceRow['section'], label: string) => (
    <EvidenceList {...list} section={kind} label={label} rowProps={keys.rowProps} />
  );
  return (
    <div className={styles.evidence} ref={keys.listRef}>
      <section>
        <SectionHead
          title="Voices for"
          detail={`${quotes(need.quotes.length)}, ${people(need.people)}`}
          end={
            <>
              {addButton}
              <ToggleGroup
                label="Quotes shown"
                size="small"
                value={shown}
                onChange={onShown}
                options={[
                  { value: 'each', label: 'One each' },
                  { value: 'all', label: 'All' },
                ]}
              />
            </>
          }
          isLined
        />
        {section('for', 'Voices for')}
      </section>
      {need.noted.length === 0 ? null : (
        <section>
          <SectionHead title="Noted, not recorded" detail={notes(need.noted.length)} isLined />
          {section('noted', 'Noted')}
        </section>
      )}
      {need.requests.length === 0 ? null : (
        <section>
          <SectionHead
            title="Asked for instead"
            detail={`${need.requests.length} ${need.requests.length === 1 ? 'request' : 'requests'}, ${people(need.peopleAsking)}`}
            isLined
          />
          {section('request', 'Asked for instead')}
        </section>
      )}
      <section>
        <SectionHead
          title="Voices against"
          detail={need.against.length === 0 ? undefined : people(need.peopleAgainst)}
          isLined
        />
        {need.against.length === 0 ? (
          <p className={styles.quiet}>Nobody spoke against this. Ask once more?</p>
        ) : (
          section('against', 'Voices against')
        )}
      </section>
      {need.againstCandidates.length === 0 ? null : (
        <section>
          <SectionHead
            title="May speak against it"
            detail={`${quotes(need.againstCandidates.length)}, counted for nothing until you say so`}
            isLined
          />
          {section('candidate', 'May speak against it')}
        </section>
      )}
    </div>
  );
}

function quotes(count: number): string {
  return `${count} ${count === 1 ? 'quote' : 'quotes'}`;
}
function notes(count: number): string {
  return `${count} ${count === 1 ? 'note' : 'notes'}`;
}
function people(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}
