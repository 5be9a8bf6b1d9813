import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { isPlainEnter } from '../../../ui/is-plain-enter.ts';
import { TextField } from '../../../ui/text-field.tsx';

export interface SplitDialogProps {
  readonly count: number;
  readonly onSplit: (label: string) => void;
  readonly onClose: () => void;
}

/** A need made of chosen quotes has no suggested label: the person who makes it says what it is. */
export function SplitDialog({ count, onSplit, onClose }: SplitDialogProps) {
  const [label, setLabel] = useState('');
  const split = () => {
    if (label.trim() === '') return;
    onSplit(label.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Split off ${count === 1 ? '1 quote' : `${count} quotes`}?`}
      description="They become a need of their own, and no computation puts them back. You can undo it, or merge the two again."
      primary={{ label: 'Split off', onDo: split, isDisabled: label.trim() === '' }}
    >
      <TextField
        label="What these people need"
        value={label}
        onChange={setLabel}
        maxLength={300}
        onKeyDown={(event) => {
          if (isPlainEnter(event)) split();
        }}
      />
    </Dialog>
  );
}
