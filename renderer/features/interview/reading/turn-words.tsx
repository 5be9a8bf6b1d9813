// What somebody said in one turn, with the statements found in it as marks that lead to their need.
import type { MouseEvent, ReactNode } from 'react';
import type { NeedId } from '../../../../shared/ids.ts';
import type { TurnCorrection } from '../../../../shared/interviews/marked-turns.ts';
import { placeToHash } from '../../../state/place-hash.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
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
  /** In order, none over another. */
  readonly corrections?: readonly TurnCorrection[] | undefined;
  /** Words that carry a tag: offsets into the text. */
  readonly tagged?: readonly { readonly from: number; readonly to: number }[] | undefined;
  /** Only the current turn's marks are stops of the Tab key. */
  readonly isCurrent: boolean;
  readonly onOpenNeed: (id: NeedId) => void;
}

export function TurnWords(props: TurnWordsProps) {
  const { text, statements, hits, corrections = [], tagged = [], isCurrent, onOpenNeed } = props;
  const isPlain = [statements, hits, corrections, tagged].every((over) => over.length === 0);
  if (isPlain) return text;
  return textPieces(text, statements, hits, [...corrections, ...tagged]).map((piece) => {
    const shown = pieceWords(text, piece, corrections, tagged);
    const words =
      piece.hit === 'none' ? (
        shown
      ) : (
        <mark key={piece.from} className={classNames(styles.hit, piece.hit === 'current' && styles.hitNow)}>
          {shown}
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

/** The piece's own words, or what somebody corrected them to. Selections find their place by the numbers. */
function pieceWords(
  text: string,
  piece: TextPiece,
  corrections: readonly TurnCorrection[],
  tagged: readonly { readonly from: number; readonly to: number }[],
): ReactNode {
  const end = piece.from + piece.text.length;
  const correction = corrections.find(({ from, to }) => from <= piece.from && to >= end);
  const isTagged = tagged.some(({ from, to }) => from <= piece.from && to >= end);
  if (correction === undefined)
    return (
      <span key={piece.from} data-from={piece.from} className={isTagged ? styles.taggedWords : undefined}>
        {piece.text}
      </span>
    );
  // A statement may begin within corrected words; they are shown once, where the correction begins.
  if (correction.from !== piece.from) return null;
  const said = `File says: ${text.slice(correction.from, correction.to)}`;
  return (
    <Tooltip key={piece.from} text={said}>
      <span data-from={correction.from} data-to={correction.to} className={styles.corrected}>
        {correction.text}
        <span className="visually-hidden"> ({said})</span>
      </span>
    </Tooltip>
  );
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
