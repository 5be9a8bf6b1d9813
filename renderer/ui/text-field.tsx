import type { LucideIcon } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Keycap } from './keycap.tsx';
import styles from './text-field.module.css';

interface FieldWords {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string | undefined;
  /** Why the value cannot be kept, in a sentence. It stands under the field. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

export interface TextFieldProps extends FieldWords, Omit<ComponentPropsWithRef<'input'>, keyof FieldWords> {
  readonly icon?: LucideIcon | undefined;
  /** The key that comes here: '/'. Shown while the field is empty. */
  readonly keys?: string | undefined;
}

/** A field with its words above and what is wrong below. Passes every other attribute on to the input. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, value, onChange, description, error, className, icon, keys, ...rest } = props;
  const id = useId();
  return (
    <Frame id={id} words={{ label, isLabelHidden, description, error, className }}>
      {icon === undefined ? null : <Icon of={icon} />}
      <input
        {...rest}
        {...described(id, description, error)}
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {keys === undefined || value !== '' ? null : <Keycap keys={keys} />}
    </Frame>
  );
}

export interface TextAreaProps
  extends FieldWords,
    Omit<ComponentPropsWithRef<'textarea'>, keyof FieldWords> {}

/** Several lines; Enter makes a new one. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, value, onChange, description, error, className, rows = 3, ...rest } = props;
  const id = useId();
  return (
    <Frame id={id} words={{ label, isLabelHidden, description, error, className }} isTall>
      <textarea
        {...rest}
        {...described(id, description, error)}
        id={id}
        rows={rows}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly words: Pick<FieldWords, 'label' | 'isLabelHidden' | 'description' | 'error' | 'className'>;
  readonly isTall?: boolean;
  readonly children: ReactNode;
}

function Frame({ id, words, isTall = false, children }: FrameProps) {
  return (
    <div className={classNames(styles.field, words.className)}>
      <label htmlFor={id} className={words.isLabelHidden ? 'visually-hidden' : styles.label}>
        {words.label}
      </label>
      <div
        className={classNames(
          styles.frame,
          words.error !== undefined && styles.invalid,
          isTall && styles.tall,
        )}
      >
        {children}
      </div>
      {words.description === undefined ? null : (
        <p id={`${id}-description`} className={styles.description}>
          {words.description}
        </p>
      )}
      {words.error === undefined ? null : (
        <p id={`${id}-error`} className={styles.error}>
          {words.error}
        </p>
      )}
    </div>
  );
}

/** Ties the sentences under a field to it, so that they are read with it. */
function described(id: string, description: string | undefined, error: string | undefined) {
  const ids = [
    description === undefined ? '' : `${id}-description`,
    error === undefined ? '' : `${id}-error`,
  ];
  return {
    'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
    'aria-invalid': error === undefined ? undefined : true,
  } as const;
}
