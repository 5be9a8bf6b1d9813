import { TAG_SHAPES, TAG_TONES, type Tag, tagMark } from '../../../shared/workspace/tags.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { TagChip } from '../../ui/tag-chip.tsx';
import { TagShape } from '../../ui/tag-shape.tsx';
import styles from './codebook.module.css';
import type { TagActs } from './use-tag-acts.ts';

export interface TagInspectorProps {
  readonly tag: Tag;
  readonly canWrite: boolean;
  readonly acts: TagActs;
  readonly onRename: () => void;
  readonly onDefine: () => void;
  /** Words and notes that are close to what carries it. */
  readonly onLike: () => void;
}

/** One tag: what it means, how it is drawn, which key it has, and what it was called before. */
export function TagInspector({ tag, canWrite, acts, onRename, onDefine, onLike }: TagInspectorProps) {
  const isVoiceMark = tag.kind === 'need' || tag.kind === 'request';
  return (
    <div className={styles.inspector}>
      <div className={styles.about}>
        <h2 className={styles.title}>
          <TagShape shape={tagMark(tag)} tone={tag.tone} size={16} />
          <span>
            <span className={styles.hash}>#</span>
            {tag.name}
          </span>
        </h2>
        <p className={styles.meaning}>
          {tag.definition === '' ? 'Nobody wrote down what it means.' : tag.definition}
        </p>
        {canWrite ? (
          <div className={styles.acts}>
            {tag.kind === null ? (
              <Button keys="R" onClick={onRename}>
                Rename
              </Button>
            ) : null}
            <Button keys="E" onClick={onDefine}>
              Definition
            </Button>
            <Button keys="L" onClick={onLike}>
              Find more like this
            </Button>
            {tag.kind !== null ? null : tag.isArchived ? (
              <Button onClick={() => acts.bringBack(tag)}>Bring back</Button>
            ) : (
              <Button variant="ghost" onClick={() => acts.archive(tag)}>
                Archive
              </Button>
            )}
          </div>
        ) : null}
      </div>
      <dl className={styles.facts}>
        <dt>Key</dt>
        <dd>
          {tag.hotkey === null ? (
            <span className={styles.quiet}>
              {tag.isArchived ? 'none, it is archived' : 'none; press 1 to 9 to give it one'}
            </span>
          ) : (
            <>
              <Keycap keys={String(tag.hotkey)} />
              {canWrite ? (
                <Button size="small" variant="ghost" onClick={() => acts.takeKey(tag)}>
                  Take it off
                </Button>
              ) : null}
            </>
          )}
        </dd>
        <dt>Shape</dt>
        <dd>
          {isVoiceMark ? (
            <span className={styles.quiet}>the mark that {tag.kind}s have everywhere</span>
          ) : (
            <ChoiceRow
              label="Shape"
              form="drawings"
              isDisabled={!canWrite}
              value={tag.shape}
              onChange={(shape) => acts.draw(tag, { shape })}
              choices={TAG_SHAPES.map((shape) => ({
                value: shape,
                name: shape,
                content: <TagShape shape={shape} tone={tag.tone} size={13} />,
              }))}
            />
          )}
        </dd>
        {isVoiceMark ? null : (
          <>
            <dt>Tone</dt>
            <dd>
              <ChoiceRow
                label="Tone"
                form="drawings"
                isDisabled={!canWrite}
                value={tag.tone}
                onChange={(tone) => acts.draw(tag, { tone })}
                choices={TAG_TONES.map((tone) => ({
                  value: tone,
                  name: tone,
                  content: <TagShape shape={tag.shape} tone={tone} size={13} />,
                }))}
              />
            </dd>
          </>
        )}
        {tag.aliases.length === 0 ? null : (
          <>
            <dt>Earlier</dt>
            <dd className={styles.aliases}>
              {tag.aliases.map((alias) => (
                <TagChip key={alias} name={alias} />
              ))}
              <span className={styles.quiet}>Notes that say so count as #{tag.name}.</span>
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
