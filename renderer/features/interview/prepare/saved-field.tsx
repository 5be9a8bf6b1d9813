import { useState } from 'react';
import { TextField, type TextFieldProps } from '../../../ui/text-field.tsx';

export interface SavedFieldProps extends Omit<TextFieldProps, 'value' | 'onChange'> {
  readonly saved: string;
  /** Called when the field is left or Enter is pressed with something else in it. Rejects when it cannot be kept. */
  readonly onSave: (value: string) => Promise<void>;
}

/** A field that keeps its value by itself when one goes on. What cannot be kept stays in it, with the reason under it. */
export function SavedField({ saved, onSave, ...field }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const save = async () => {
    if (typed === null || typed === saved) {
      setTyped(null);
      return;
    }
    try {
      await onSave(typed);
      setRefused(false);
      setTyped(null);
    } catch {
      setRefused(true); // the words stay in the field
    }
  };
  return (
    <TextField
      {...field}
      value={typed ?? saved}
      onChange={setTyped}
      error={isRefused ? 'This could not be kept. What it was before still holds.' : undefined}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey)
          void save();
      }}
    />
  );
}
