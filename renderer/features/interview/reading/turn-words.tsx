// What somebody said in one turn, with the statements found in it as marks that lead to their need.
import type { MouseEvent } from 'react';
import type { NeedId } from '../../../../shared/ids.ts';
import { placeToHash } from '../../../state/place-hash.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './reading.module.css';
import type { StatementKind, TurnStatement } from './statements.ts';
import { type Hit, type TextPiece, textPieces } from './text-pieces.ts';

export const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  need: 'need',
  request: 'asked for',
  against: 'against',
};

export interface TurnWordsProps {
  readonly text: string;
  readonly statements: readonly TurnStatement[];
  readonly hits: readonly Hit[];
  /** Only the current turn's marks are stops of the Tab key. */
  readonly isCurrent: boolean;
  readonly onOpenNeed: (id: NeedId) => void;
}

export function TurnWords({ text, statements, hits, isCurrent, onOpenNeed }: TurnWordsProps) {
  if (statements.length === 0 && hits.length === 0) return text;
  return textPieces(text, statements, hits).map((piece) => {
    const words =
      piece.hit === 'none' ? (
        piece.text
      ) : (
        <mark key={piece.from} className={classNames(styles.hit, piece.hit === 'current' && styles.hitNow)}>
          {piece.text}
        </mark>
      );
    const [first] = piece.statements;
    if (first === undefined) return words;
    return (
      <a
        key={piece.from}
        className={styles.statementLink}
        href={placeToHash({ place: 'need', needId: first.statement.needId })}
        title={meaningOf(piece)}
        tabIndex={isCurrent ? 0 : -1}
        onClick={(event) => followHere(event, () => onOpenNeed(first.statement.needId))}
      >
        <mark
          className={classNames(
            styles.statement,
            styles[first.statement.kind],
            piece.statements.length > 1 && styles.stacked,
          )}
        >
          {words}
        </mark>
      </a>
    );
  });
}

/** “need: Three numbers every Monday; asked for: A dashboard”. */
function meaningOf(piece: TextPiece): string {
  return piece.statements
    .map(({ statement }) => `${KIND_WORDS[statement.kind]}: ${statement.label}`)
    .join('; ');
}

/** A plain press stays in this window and leaves a step to come back to; the browser keeps its own ways. */
function followHere(event: MouseEvent, go: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  // Whoever has just selected words to copy did not mean to leave.
  if (window.getSelection()?.type === 'Range') return;
  go();
}
