import { type ComponentPropsWithRef, useImperativeHandle, useRef } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import styles from './stream.module.css';
import type { RowsProps } from './stream-rows.ts';

/** Only the rows in view, for long interviews. */
export function VirtualStream({ ref, notes, row, foot, onAtEnd }: RowsProps) {
  const list = useRef<VirtuosoHandle>(null);
  useImperativeHandle(ref, () => ({
    toEnd: () => list.current?.scrollToIndex({ index: 'LAST', align: 'end' }),
    reveal: (index) => list.current?.scrollIntoView({ index }),
  }));
  return (
    <Virtuoso
      ref={list}
      className={styles.virtual}
      // The scroller is no stop of its own: the rows are.
      tabIndex={-1}
      totalCount={notes.length}
      computeItemKey={(index) => notes[index]?.id ?? index}
      itemContent={row}
      initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
      alignToBottom
      followOutput={(isAtBottom) => (isAtBottom ? 'auto' : false)}
      atBottomStateChange={onAtEnd}
      atBottomThreshold={24}
      increaseViewportBy={400}
      components={{ List, Footer }}
      context={foot}
    />
  );
}

function List(props: ComponentPropsWithRef<'div'>) {
  // biome-ignore lint/a11y/useSemanticElements: the rows inside it are positioned elements of the list's own
  return <div {...props} role="list" />;
}

function Footer({ context }: { readonly context?: RowsProps['foot'] }) {
  return context;
}
