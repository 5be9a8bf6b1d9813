import { Fragment } from 'react';
import { type Tag, tagMark } from '../../../shared/workspace/tags.ts';
import { Keycap } from '../../ui/keycap.tsx';
import type { ListKeys } from '../../ui/list-keys.ts';
import table from '../../ui/table.module.css';
import { TagShape } from '../../ui/tag-shape.tsx';
import styles from './codebook.module.css';

export interface TagGroup {
  readonly name: string;
  readonly about: string;
  readonly tags: readonly Tag[];
}

export interface TagTableProps {
  /** Groups without tags are left out. */
  readonly groups: readonly TagGroup[];
  /** Indexes run through all groups. */
  readonly keys: ListKeys;
}

export function TagTable({ groups, keys }: TagTableProps) {
  const shown = groups.filter((group) => group.tags.length > 0);
  const firstOf = (group: TagGroup) =>
    shown.slice(0, shown.indexOf(group)).reduce((sum, before) => sum + before.tags.length, 0);
  return (
    <table className={table.table} aria-label="Tags">
      <thead>
        <tr>
          <th scope="col" className={styles.keyColumn}>
            Key
          </th>
          <th scope="col" className={styles.nameColumn}>
            Tag
          </th>
          <th scope="col">Definition</th>
        </tr>
      </thead>
      <tbody ref={keys.listRef}>
        {shown.map((group) => (
          <Fragment key={group.name}>
            <tr className={table.group}>
              <td colSpan={3}>
                <b>{group.name}</b> {group.about}
              </td>
            </tr>
            {group.tags.map((tag, index) => (
              <tr key={tag.id} {...keys.rowProps(firstOf(group) + index)} className={table.row}>
                <td>{tag.hotkey === null ? null : <Keycap keys={String(tag.hotkey)} />}</td>
                <th scope="row" className={styles.name}>
                  <span>
                    <TagShape shape={tagMark(tag)} tone={tag.tone} size={13} />
                    <span className={styles.cut}>{tag.name}</span>
                  </span>
                </th>
                <td className={styles.definition}>
                  <span className={styles.cut}>{tag.definition}</span>
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
