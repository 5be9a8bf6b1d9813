import { Pin } from 'lucide-react';
import { Fragment } from 'react';
import { Badge } from './badge.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './matrix.module.css';
import { CellMark, isEmptyCell } from './matrix-cell.tsx';
import { cellSentence, type MatrixNeed, type MatrixPerson, type MatrixPlace } from './matrix-model.ts';
import { MatrixPeople } from './matrix-people.tsx';
import { RoomMark } from './role-mark.tsx';
import { useMatrixFocus } from './use-matrix-focus.ts';

export interface MatrixProps {
  readonly people: readonly MatrixPerson[];
  readonly needs: readonly MatrixNeed[];
  /** The sentence over the needs without a rank. */
  readonly weakerText: string;
  readonly place: MatrixPlace;
  readonly onMove: (place: MatrixPlace) => void;
  /** Enter or a click on a cell: that person's quotes; on the need: the need. */
  readonly onOpen: (place: MatrixPlace) => void;
}

/** Needs and who voiced them, for up to twelve people; for more there is WideMatrix. */
export function Matrix({ people, needs, weakerText, place, onMove, onOpen }: MatrixProps) {
  const size = { rows: needs.length, columns: people.length, segmentStarts: [0], page: 10 };
  const { tableRef, handlers } = useMatrixFocus<HTMLTableElement>({ place, size, onMove, onOpen });
  const firstWeak = needs.findIndex((need) => need.rank === null);
  const cellProps = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    tabIndex: row === place.row && column === place.column ? 0 : -1,
  });
  return (
    <table
      ref={tableRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is the grid of the ARIA pattern; its cells take the focus
      role="grid"
      className={styles.matrix}
      aria-label="Needs and people"
      {...handlers}
    >
      <thead>
        <tr>
          <th scope="col" colSpan={2} className={styles.needHead}>
            Need
          </th>
          <th scope="col" className={styles.peopleHead}>
            People
          </th>
          {people.map((person) => (
            <th key={person.id} scope="col" className={styles.personHead}>
              <span className={styles.name}>{person.name}</span>
              <RoomMark people={person.room} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map((need, row) => (
          <Fragment key={need.id}>
            {row === firstWeak ? (
              <tr className={styles.weaker}>
                <td colSpan={3 + people.length}>
                  <b>Weaker signals</b> {weakerText}
                </td>
              </tr>
            ) : null}
            <tr
              className={classNames(
                need.rank === null ? styles.low : styles.tall,
                row === place.row && styles.current,
              )}
            >
              <td className={styles.rank} title={need.reason}>
                {need.rank ?? ''}
              </td>
              <th scope="row" className={styles.need} {...cellProps(row, -1)}>
                <span className={styles.label}>{need.label}</span>
                {need.isPinned ? <Icon of={Pin} size={14} className={styles.pin} /> : null}
                {need.isSuggested ? (
                  <Badge tone="ok" isOutlined>
                    Suggested
                  </Badge>
                ) : null}
                {need.rank === null ? null : <span className={styles.second}>{need.second}</span>}
              </th>
              <td className={styles.people}>
                <MatrixPeople row={row} people={need.people} />
                {need.against > 0 ? <span className={styles.againstText}>{need.against} against</span> : null}
              </td>
              {need.cells.map((cell, column) => (
                <td
                  key={people[column]?.id ?? column}
                  className={classNames(styles.cell, isEmptyCell(cell) && styles.empty)}
                  aria-label={cellSentence(people[column]?.name ?? '', cell)}
                  {...cellProps(row, column)}
                >
                  {isEmptyCell(cell) ? null : <CellMark cell={cell} />}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
