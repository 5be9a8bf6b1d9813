import { Ellipsis, X } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useKeys } from '../../../ui/key-bindings.ts';
import { Menu } from '../../../ui/menu.tsx';
import styles from './need.module.css';

export interface QuoteBarProps {
  readonly count: number;
  readonly onSplit: () => void;
  readonly onMove: () => void;
  readonly onAgainst: () => void;
  readonly onFor: () => void;
  readonly onPin: () => void;
  readonly onTakeOut: () => void;
  readonly onCopy: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen quotes, over the foot of the page while any are chosen. */
export function QuoteBar(props: QuoteBarProps) {
  useKeys({ Escape: props.onClear });
  return (
    <div role="toolbar" aria-label="Chosen quotes" className={styles.bar}>
      <span className={styles.barCount}>
        <b>{props.count}</b> {props.count === 1 ? 'quote' : 'quotes'}
      </span>
      <Button variant="ghost" size="small" keys="S" onClick={props.onSplit}>
        Split off
      </Button>
      <Button variant="ghost" size="small" keys="V" onClick={props.onMove}>
        Move to…
      </Button>
      <Button variant="ghost" size="small" keys="-" onClick={props.onAgainst}>
        Against
      </Button>
      <Button variant="ghost" size="small" keys="T" onClick={props.onPin}>
        Pin
      </Button>
      <Button variant="ghost" size="small" keys="Y" onClick={props.onCopy}>
        Copy with source
      </Button>
      <Menu
        side="top"
        align="end"
        opener={<IconButton icon={Ellipsis} label="More" />}
        entries={[
          { kind: 'act', label: 'They speak for it', keys: '+', onDo: props.onFor },
          { kind: 'act', label: 'Take out of this need', keys: 'Del', onDo: props.onTakeOut },
        ]}
      />
      <IconButton icon={X} label="Choose none" keys="Esc" onClick={props.onClear} />
    </div>
  );
}
