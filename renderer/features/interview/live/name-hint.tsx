import { useState } from 'react';
import { Role } from '../../../../shared/workspace/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { roleNames } from '../../../ui/role.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './composer.module.css';

export interface NameHintProps {
  readonly role: Role;
  readonly onName: (name: string, role: Role) => void;
}

/** Once the first note is kept: whose words are these? It asks, and never stands in the way. */
export function NameHint({ role: startRole, onName }: NameHintProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState(startRole);
  return (
    <div className={styles.hint}>
      <span>Notes say “Me”.</span>
      <Popover title="Who you are" side="top" opener={<Button size="small">Say who you are</Button>}>
        <form
          className={styles.hintForm}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') onName(name.trim(), role);
          }}
        >
          <TextField label="Name" value={name} onChange={setName} autoComplete="name" maxLength={80} />
          <Select
            label="Role"
            options={Role.options
              .filter((option) => option !== 'observer')
              .map((option) => ({ value: option, label: roleNames[option] }))}
            value={role}
            onChange={setRole}
          />
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            Keep
          </Button>
        </form>
      </Popover>
    </div>
  );
}
