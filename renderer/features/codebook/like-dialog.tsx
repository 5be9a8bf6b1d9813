// “Find more like this”: words and notes close in meaning to what carries a tag, one yes or no each.
import { useEffect, useState } from 'react';
import type { FoundLikeTag, LikeTag } from '../../../shared/contract/like-tag.ts';
import { AppError } from '../../../shared/errors.ts';
import { formatCallTime } from '../../../shared/text/time.ts';
import type { Person } from '../../../shared/workspace/people.ts';
import type { Tag } from '../../../shared/workspace/tags.ts';
import { useHost } from '../../state/host-context.tsx';
import { type ErrorWords, errorWords } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useKeys } from '../../ui/key-bindings.ts';
import { useListKeys } from '../../ui/list-keys.ts';
import { roleWords } from '../../ui/role.ts';
import styles from './codebook.module.css';

export interface LikeDialogProps {
  readonly tag: Tag;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

export function LikeDialog({ tag, people, onClose }: LikeDialogProps) {
  const { client } = useHost();
  const [answer, setAnswer] = useState<FoundLikeTag | ErrorWords | null>(null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const found =
    answer !== null && 'found' in answer ? answer.found.filter(({ key }) => !decided.has(key)) : [];
  const like = found[Math.min(current, found.length - 1)];

  useEffect(() => {
    client.call('tags.findLike', { id: tag.id }).then(setAnswer, (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      setAnswer(errorWords(error));
    });
  }, [client, tag.id]);

  async function decide(one: LikeTag, isLike: boolean): Promise<void> {
    setDecided((before) => new Set([...before, one.key]));
    try {
      if (isLike) await client.call('tags.addLike', { id: tag.id, source: sourceOf(one) });
      else await client.call('tags.refuseLike', { id: tag.id, key: one.key });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setAnswer(errorWords(error));
    }
  }

  const keys = useListKeys({
    count: found.length,
    current: Math.min(current, found.length - 1),
    onMove: setCurrent,
    scope: 'dialog',
  });
  useKeys(
    {
      a: () => (like === undefined ? false : void decide(like, true)),
      d: () => (like === undefined ? false : void decide(like, false)),
    },
    { scope: 'dialog' },
  );
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={`More like #${tag.name}`}
      description="Nothing is tagged without a yes. A no is remembered."
      primary={{ label: 'Done', onDo: onClose }}
    >
      <div role="status">
        <Sentence answer={answer} left={found.length} />
      </div>
      <ul className={styles.likes} aria-label="Close in meaning" ref={keys.listRef}>
        {found.map((one, index) => (
          <li key={one.key} {...keys.rowProps(index)} className={styles.like}>
            <div>
              <p className={one.kind === 'words' ? 'voice' : undefined}>
                {one.kind === 'words' ? `“${one.text}”` : one.text}
              </p>
              <p className={styles.quiet}>{sourceText(one, people)}</p>
            </div>
            <Button size="small" keys="A" onClick={() => void decide(one, true)}>
              Tag it
            </Button>
            <Button size="small" variant="ghost" keys="D" onClick={() => void decide(one, false)}>
              No
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Sentence({
  answer,
  left,
}: {
  readonly answer: FoundLikeTag | ErrorWords | null;
  readonly left: number;
}) {
  if (answer === null) return <p className={styles.quiet}>Looking through words and notes…</p>;
  if (!('found' in answer)) return <p>{`${answer.title}. ${answer.kept}`}</p>;
  const missing = answer.needed - answer.places;
  if (missing > 0) return <p>{`Tag ${numberWord(missing)} more, then Earshot can look for others.`}</p>;
  return left === 0 ? <p>Nothing close that is not tagged.</p> : null;
}

function numberWord(number: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five'][number] ?? String(number);
}

function sourceOf(one: LikeTag) {
  const { interviewId } = one;
  return one.kind === 'note'
    ? ({ kind: 'note', interviewId, noteId: one.noteId } as const)
    : ({ kind: 'words', interviewId, original: one.original, from: one.start, to: one.end } as const);
}

function sourceText(one: LikeTag, people: readonly Person[]): string {
  const time = one.atMs === null ? '' : `, ${formatCallTime(one.atMs)}`;
  if (one.kind === 'words') return `${one.participant}${time}`;
  const author = people.find(({ id }) => id === one.author)?.name;
  return `noted by ${author === undefined ? '' : `${author}, `}the ${roleWords[one.role]}, of ${one.participant}${time}`;
}
