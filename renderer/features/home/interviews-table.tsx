// The list of interviews: participant, when, who was in the room, the notes through the call, and how far it is.
import { useState } from 'react';
import type { InterviewSummary } from '../../../shared/contract/interviews.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { ErrorWords } from '../../text/error-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useListKeys } from '../../ui/list-keys.ts';
import { ContextMenu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RoomMark } from '../../ui/role-mark.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import table from '../../ui/table.module.css';
import { Track } from '../../ui/track.tsx';
import styles from './home.module.css';
import { waitsForDebrief } from './next-act.ts';

export interface InterviewsTableProps {
  /** Newest first. */
  readonly rows: readonly InterviewSummary[];
  readonly people: readonly Person[];
  /** Whose debriefs are open; null until known. */
  readonly me: PersonId | null;
  readonly isLoading: boolean;
  readonly failure: ErrorWords | null;
  readonly title?: string;
  readonly onReload: () => void;
  readonly onOpen: (row: InterviewSummary) => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly onImportFor: (row: InterviewSummary) => void;
  readonly onListen: (row: InterviewSummary) => void;
  readonly onDebrief: (row: InterviewSummary) => void;
  readonly onArchive: (row: InterviewSummary) => void;
}

export function InterviewsTable(props: InterviewsTableProps) {
  const { rows, isLoading, failure, title = 'Interviews', onOpen } = props;
  const [current, setCurrent] = useState(-1);
  const keys = useListKeys({
    count: rows.length,
    current: Math.min(current, rows.length - 1),
    onMove: setCurrent,
    onOpen: (index) => {
      const row = rows[index];
      if (row) onOpen(row);
    },
  });
  // An absence is worth a mark only for somebody who listens at all.
  const everHeard = props.people.filter((person) => rows.some((row) => row.inRoom.includes(person.id)));
  if (failure !== null) {
    return <Notice {...failure} announce="status" actions={[{ label: 'Try again', onDo: props.onReload }]} />;
  }
  if (!isLoading && rows.length === 0) {
    return (
      <EmptyState
        title="No interviews yet."
        actions={
          <>
            <Button variant="primary" keys="C" onClick={props.onNew}>
              New interview
            </Button>
            <Button keys="I" onClick={props.onImport}>
              Import
            </Button>
          </>
        }
      >
        Plan one, or drop a transcript of one you already had.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.listHead}>
        <SectionHead title={title} detail={isLoading ? '…' : rows.length} />
      </div>
      <table className={`${table.table} ${styles.interviews}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">When</th>
            <th scope="col">Room</th>
            <th scope="col" className={styles.trackCell}>
              Notes through the call
            </th>
            <th scope="col" className={table.end}>
              Result
            </th>
          </tr>
        </thead>
        <tbody ref={keys.listRef}>
          {rows.map((row, index) => (
            <ContextMenu
              key={row.id}
              entries={[
                { kind: 'act', label: 'Open', keys: 'Enter', onDo: () => onOpen(row) },
                { kind: 'act', label: 'Start listening', onDo: () => props.onListen(row) },
                ...(row.notes === 0
                  ? []
                  : [{ kind: 'act', label: 'Debrief', onDo: () => props.onDebrief(row) } as const]),
                { kind: 'act', label: 'Import for this one', onDo: () => props.onImportFor(row) },
                { kind: 'line' },
                { kind: 'act', label: 'Archive', onDo: () => props.onArchive(row) },
              ]}
            >
              <tr {...keys.rowProps(index)} className={table.row} onClick={() => onOpen(row)}>
                <td>
                  <span className={styles.participant}>{row.participant}</span>
                  <span className={styles.about}>{row.description}</span>
                </td>
                <td className={styles.when}>{whenText(row.plannedAt ?? row.createdAt)}</td>
                <td>{row.inRoom.length === 0 ? null : <RoomMark people={roomOf(row, everHeard)} />}</td>
                <td className={styles.trackCell}>
                  {row.track.length === 0 ? null : (
                    <Track
                      notes={row.track.map((mark) => ({
                        atMs: mark.atMs,
                        role: mark.lane === 'pm' ? 'pm' : 'engineer',
                        isMarked: mark.isMarked,
                      }))}
                      durationMs={Math.max(row.lengthMs ?? 0, row.track.at(-1)?.atMs ?? 0)}
                    />
                  )}
                </td>
                <td className={table.end}>
                  <Result
                    row={row}
                    isDebriefOpen={props.me !== null && waitsForDebrief(row, props.me, new Date())}
                  />
                </td>
              </tr>
            </ContextMenu>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface ResultProps {
  readonly row: InterviewSummary;
  readonly isDebriefOpen: boolean;
}

function Result({ row, isDebriefOpen }: ResultProps) {
  if (row.damage !== null) return <Badge tone="bad">Cannot be opened</Badge>;
  if (isDebriefOpen) return <Badge tone="warn">Debrief not done</Badge>;
  switch (row.progress) {
    case 'planned':
      return <span className={styles.result}>{row.questions > 0 ? 'Guide ready' : 'Planned'}</span>;
    case 'live':
      return <Badge tone="ok">Listening</Badge>;
    case 'noted':
      return <span className={styles.result}>Noted</span>;
    case 'words-missing':
      return <Badge tone="warn">Transcript missing</Badge>;
    case 'ready-to-extract':
      return <span className={styles.result}>Not computed</span>;
    case 'not-recorded':
      return <span className={styles.result}>Not recorded</span>;
    case 'extracted':
      return <span className={styles.result}>{row.needs === 1 ? '1 need' : `${row.needs ?? 0} needs`}</span>;
  }
}

/** Who was there; and the PM and engineer who were not, so that an absence can be seen. */
function roomOf(row: InterviewSummary, people: readonly Person[]) {
  return people
    .filter((person) => row.inRoom.includes(person.id) || person.role === 'pm' || person.role === 'engineer')
    .map((person) => ({ name: person.name, role: person.role, isPresent: row.inRoom.includes(person.id) }))
    .sort((a, b) => Number(b.role === 'pm') - Number(a.role === 'pm'));
}

function whenText(iso: string): string {
  const date = new Date(iso);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return `Today, ${time}`;
  const day = date
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
    .replace(',', '');
  return date.getTime() > Date.now() ? `${day}, ${time}` : day;
}
