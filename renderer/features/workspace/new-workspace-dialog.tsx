// Two short dialogs: name a new workspace, or open a folder that is one. A folder is proposed; nobody has to choose one.
import { type KeyboardEvent, useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { useAttempt } from '../../state/use-attempt.ts';
import { type ErrorWords, errorWords } from '../../text/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { isPlainEnter } from '../../ui/is-plain-enter.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './workspace-dialogs.module.css';

export function NewWorkspaceDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useHost();
  const session = useSession();
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const form = useFolderForm(onClose, async () => {
    await client.call('workspaces.create', {
      name: name.trim() === '' ? 'Untitled' : name.trim(),
      folder: folder.trim() === '' ? null : folder.trim(),
    });
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New workspace"
      description="A workspace is a folder: you can copy it, move it and back it up like any other."
      primary={{ label: form.isBusy ? 'Making it…' : 'Make it', onDo: form.submit, isDisabled: form.isBusy }}
    >
      <div className={styles.fields}>
        <TextField
          label="Name"
          value={name}
          placeholder="Untitled"
          maxLength={80}
          onChange={setName}
          onKeyDown={form.onEnter}
        />
        <FolderField
          label="Folder"
          value={folder}
          onChange={setFolder}
          onEnter={form.onEnter}
          placeholder={`${session?.defaultFolder ?? ''} …`}
          description={`Leave it empty for a new folder in ${session?.defaultFolder ?? 'your documents'}.`}
        />
        <FormError words={form.error} />
      </div>
    </Dialog>
  );
}

export function OpenFolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useHost();
  const session = useSession();
  const [folder, setFolder] = useState('');
  const form = useFolderForm(onClose, async () => {
    await client.call('workspaces.open', { folder: folder.trim() });
  });
  const recent = (session?.recent ?? []).filter((one) => !one.isMissing).slice(0, 6);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Open a folder"
      description="The folder of a workspace: the one that holds earshot.json."
      primary={{
        label: form.isBusy ? 'Opening…' : 'Open',
        onDo: form.submit,
        isDisabled: form.isBusy || folder.trim() === '',
      }}
    >
      <div className={styles.fields}>
        <FolderField label="Folder" value={folder} onChange={setFolder} onEnter={form.onEnter} />
        {recent.length === 0 ? null : (
          <ul className={styles.recent} aria-label="Opened lately">
            {recent.map((one) => (
              <li key={one.folder}>
                <button type="button" onClick={() => setFolder(one.folder)}>
                  <b>{one.name}</b> <span>{one.folder}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <FormError words={form.error} />
      </div>
    </Dialog>
  );
}

interface FolderFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (folder: string) => void;
  readonly onEnter: (event: KeyboardEvent) => void;
  readonly placeholder?: string;
  readonly description?: string;
}

/** A path to type, and the system's own dialog where there is one. */
function FolderField({ label, value, onChange, onEnter, placeholder, description }: FolderFieldProps) {
  const { client } = useHost();
  const attempt = useAttempt();
  const session = useSession();
  return (
    <div className={styles.folder}>
      <TextField
        label={label}
        value={value}
        placeholder={placeholder}
        description={description}
        spellCheck={false}
        onChange={onChange}
        onKeyDown={onEnter}
      />
      {session?.canChooseFolder ? (
        <Button
          onClick={() =>
            attempt(async () => {
              const chosen = await client.call('workspaces.chooseFolder', {});
              if (chosen.folder !== null) onChange(chosen.folder);
            })
          }
        >
          Choose…
        </Button>
      ) : null}
    </div>
  );
}

function FormError({ words }: { readonly words: ErrorWords | null }) {
  if (words === null) return null;
  return (
    <p role="alert" className={styles.error}>
      <b>{words.title}.</b> {words.happened} {words.kept} {words.next}
    </p>
  );
}

function useFolderForm(onDone: () => void, act: () => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorWords | null>(null);
  async function run(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await act();
      onDone();
    } catch (caught) {
      if (!(caught instanceof AppError)) throw caught;
      setError(errorWords(caught));
    } finally {
      setBusy(false);
    }
  }
  const submit = () => void run();
  return {
    isBusy,
    error,
    submit,
    onEnter: (event: KeyboardEvent) => {
      if (isPlainEnter(event) && !isBusy) submit();
    },
  };
}
