import { type KeyboardEvent, useState } from 'react';
import type { Tag } from '../../../shared/workspace/tags.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { cleanTagName, tagNameRefusal } from './tag-name.ts';

export interface NewTagDialogProps {
  readonly tags: readonly Tag[];
  readonly onCreate: (name: string, definition: string) => void;
  readonly onClose: () => void;
}

export function NewTagDialog({ tags, onCreate, onClose }: NewTagDialogProps) {
  const [typed, setTyped] = useState('');
  const [definition, setDefinition] = useState('');
  const name = cleanTagName(typed);
  const refusal = tagNameRefusal(name, tags);
  const isReady = name !== '' && refusal === undefined;
  const make = () => {
    if (!isReady) return;
    onCreate(name, definition.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New tag"
      description="One meaning for both of you."
      primary={{ label: 'Make it', onDo: make, isDisabled: !isReady }}
    >
      <TextField
        label="Name"
        value={typed}
        onChange={setTyped}
        error={refusal}
        maxLength={60}
        placeholder="delivery"
        spellCheck={false}
        onKeyDown={onEnter(make)}
      />
      <DefinitionField value={definition} onChange={setDefinition} />
    </Dialog>
  );
}

export interface RenameTagDialogProps {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameTagDialog({ tag, tags, onRename, onClose }: RenameTagDialogProps) {
  const [typed, setTyped] = useState(tag.name);
  const name = cleanTagName(typed);
  const refusal = tagNameRefusal(name, tags, tag);
  const isReady = name !== '' && refusal === undefined;
  const rename = () => {
    if (!isReady) return;
    if (name !== tag.name) onRename(name);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Rename #${tag.name}`}
      description="In every note. The old name stays with it: notes that carry it count, and nothing else can take it."
      primary={{ label: 'Keep the name', onDo: rename, isDisabled: !isReady }}
    >
      <TextField
        label="Name"
        value={typed}
        onChange={setTyped}
        error={refusal}
        maxLength={60}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onEnter(rename)}
      />
    </Dialog>
  );
}

export interface DefinitionDialogProps {
  readonly tag: Tag;
  readonly onDefine: (definition: string) => void;
  readonly onClose: () => void;
}

export function DefinitionDialog({ tag, onDefine, onClose }: DefinitionDialogProps) {
  const [definition, setDefinition] = useState(tag.definition);
  const keep = () => {
    if (definition.trim() !== tag.definition) onDefine(definition.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`What #${tag.name} means`}
      primary={{ label: 'Keep it', onDo: keep }}
    >
      <DefinitionField value={definition} onChange={setDefinition} />
    </Dialog>
  );
}

interface DefinitionFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DefinitionField({ value, onChange }: DefinitionFieldProps) {
  return (
    <TextArea
      label="Definition"
      description="One sentence. It may say what it is not."
      value={value}
      onChange={onChange}
      maxLength={400}
      rows={3}
    />
  );
}

function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    // Ctrl Enter is the dialog's.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) act();
  };
}
