import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { type Role, roleNames } from './role.ts';
import styles from './role-choice.module.css';
import { RoleMark } from './role-mark.tsx';

export interface RoleChoiceProps {
  readonly label: string;
  readonly roles: readonly Role[];
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** Which role somebody has, with what it may do as its description. */
export function RoleChoice({ label, roles, value, onChange }: RoleChoiceProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <BaseRadioGroup
        className={styles.row}
        aria-labelledby={id}
        value={value}
        onValueChange={(chosen: unknown) => {
          const next = roles.find((role) => role === chosen);
          if (next !== undefined) onChange(next);
        }}
      >
        {roles.map((role) => (
          <Radio.Root
            key={role}
            value={role}
            className={styles.choice}
            aria-labelledby={`${id}-${role}`}
            aria-describedby={`${id}-${role}-rights`}
          >
            <span className={styles.name}>
              <RoleMark role={role} />
              <span id={`${id}-${role}`}>{roleNames[role]}</span>
            </span>
            <span id={`${id}-${role}-rights`} className={styles.rights}>
              {role === 'observer' ? 'reads, may ask' : 'writes'}
            </span>
          </Radio.Root>
        ))}
      </BaseRadioGroup>
    </div>
  );
}
