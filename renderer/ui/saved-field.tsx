import { useState } from 'react';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface SavedFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'error'> {
  /** What is kept now. */
  readonly saved: string;
  /** Called with the trimmed value when the field is left or Enter is pressed with something else in it. */
  readonly onSave: (value: string) => void;
  /** Said under the field when it is left empty, which then keeps what it was; without it, empty is a value too. */
  readonly emptyRefusal?: string | undefined;
}

/** A field that keeps its value by itself when one goes on. Esc brings back what was kept. */
export function SavedField({ saved, onSave, emptyRefusal, ...field }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const leave = () => {
    const value = typed?.trim() ?? saved;
    setTyped(null);
    if (value === '' && emptyRefusal !== undefined) setRefusal(emptyRefusal);
    else if (value !== saved) onSave(value);
  };
  return (
    <TextField
      {...field}
      value={typed ?? saved}
      error={refusal}
      onChange={(value) => {
        setTyped(value);
        setRefusal(undefined);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') leave();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
          setRefusal(undefined);
        }
      }}
    />
  );
}
