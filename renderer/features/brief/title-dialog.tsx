import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface TitleDialogProps {
  readonly onCreate: (title: string) => void;
  readonly onClose: () => void;
}

/** A new brief needs a name and nothing else. */
export function TitleDialog({ onCreate, onClose }: TitleDialogProps) {
  const [title, setTitle] = useState('');
  const create = () => {
    if (title.trim() === '') return;
    onClose();
    onCreate(title.trim());
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New brief"
      description="Name the problem, not the thing you might build."
      primary={{ label: 'Begin', onDo: create, isDisabled: title.trim() === '' }}
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        maxLength={200}
        placeholder="Monday numbers"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey)
            create();
        }}
      />
    </Dialog>
  );
}
