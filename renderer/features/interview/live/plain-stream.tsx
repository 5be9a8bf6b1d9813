import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import styles from './stream.module.css';
import type { RowsProps } from './stream-rows.ts';

/** So near to the end counts as being there. */
const NEAR_PX = 24;

/** All rows at once. */
export function PlainStream({ ref, notes, row, foot, onAtEnd }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  // After every drawing, because a note may have grown as well as been added.
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
  });

  // The composer grows and the window changes its size.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [toEnd]);

  useImperativeHandle(ref, () => ({
    toEnd() {
      isAtEnd.current = true;
      onAtEnd(true);
      toEnd();
    },
    reveal: () => undefined, // focusing a row scrolls it into view
  }));

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        isAtEnd.current = scrollHeight - scrollTop - clientHeight <= NEAR_PX;
        onAtEnd(isAtEnd.current);
      }}
    >
      <div className={styles.list}>
        {/* biome-ignore lint/a11y/useSemanticElements: the rows are drawn the same way in the virtual list, whose elements are its own */}
        <div role="list">{notes.map((_, index) => row(index))}</div>
        {foot}
      </div>
    </div>
  );
}
