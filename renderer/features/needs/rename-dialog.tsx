import { useState } from 'react';
import type { Need } from '../../../shared/needs/need.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isPlainEnter } from '../../ui/is-plain-enter.ts';
import { TextField } from '../../ui/text-field.tsx';

export interface RenameDialogProps {
  readonly need: Need;
  readonly onRename: (label: string) => void;
  readonly onClose: () => void;
}

/** A name in the team's words. The suggested label stays known, and no computation ever changes the name. */
export function RenameDialog({ need, onRename, onClose }: RenameDialogProps) {
  const [label, setLabel] = useState(need.label);
  const keep = () => {
    if (label.trim() === '') return;
    onRename(label.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Name this need"
      description={
        need.isRenamed
          ? `Suggested was “${need.suggestedLabel}”.`
          : 'Say what people need, not what they asked for. The name stays through every computation.'
      }
      primary={{ label: 'Keep the name', onDo: keep, isDisabled: label.trim() === '' }}
    >
      <TextField
        label="Name"
        value={label}
        onChange={setLabel}
        maxLength={300}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (isPlainEnter(event)) keep();
        }}
      />
    </Dialog>
  );
}
