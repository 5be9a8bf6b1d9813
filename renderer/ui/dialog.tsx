import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { modalSurface } from './key-bindings.ts';
import styles from './modal.module.css';

export interface DialogAction {
  readonly label: string;
  readonly onDo: () => void;
  readonly isDisabled?: boolean | undefined;
}

export interface DialogProps {
  readonly isOpen: boolean;
  /** Esc, the cross, a press outside. Focus goes back to where it was. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 'small' | 'normal' | 'wide' | 'full' | undefined;
  /** The filled button, also on Ctrl Enter. Closing afterwards is the caller's decision. */
  readonly primary?: DialogAction | undefined;
  /** The outlined button beside it; Cancel, which closes, when a primary act is given and this is not. */
  readonly secondary?: DialogAction | undefined;
  /** At the left of the buttons: “2 ready, 1 reading, 2 need you”. */
  readonly footNote?: ReactNode;
  /** Where the focus starts; otherwise the first thing in the body that takes it, else the filled button. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
  readonly children?: ReactNode;
}

/** A dialog over the screen. Esc closes, Ctrl Enter presses the filled button, focus stays inside and returns. */
export function Dialog(props: DialogProps) {
  const {
    isOpen,
    onClose,
    title,
    description,
    size = 'normal',
    primary,
    footNote,
    initialFocus,
    children,
  } = props;
  const body = useRef<HTMLDivElement>(null);
  const act = useRef<HTMLButtonElement>(null);
  const secondary =
    props.secondary ?? (primary === undefined ? undefined : { label: 'Cancel', onDo: onClose });
  const hasFoot = primary !== undefined || secondary !== undefined || footNote !== undefined;
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup
            {...modalSurface}
            initialFocus={initialFocus ?? (() => firstStop(body.current) ?? act.current)}
            className={classNames(styles.popup, styles[size])}
            onKeyDown={(event) => pressOnCtrlEnter(event, primary)}
          >
            <header className={styles.head}>
              <div className={styles.words}>
                <BaseDialog.Title>{title}</BaseDialog.Title>
                {description === undefined ? null : (
                  <BaseDialog.Description className={styles.description}>
                    {description}
                  </BaseDialog.Description>
                )}
              </div>
              <IconButton
                icon={X}
                label="Close"
                keys="Esc"
                size="small"
                className={styles.close}
                onClick={onClose}
              />
            </header>
            {children === undefined ? null : (
              <div ref={body} className={styles.body}>
                {children}
              </div>
            )}
            {hasFoot ? (
              <footer className={styles.foot}>
                {footNote === undefined ? null : <div className={styles.note}>{footNote}</div>}
                <div className={styles.actions}>
                  {secondary === undefined ? null : <ActionButton action={secondary} />}
                  {primary === undefined ? null : <ActionButton ref={act} action={primary} isPrimary />}
                </div>
              </footer>
            ) : null}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A pane that slides in at the right: the inspector where there is no room for it. */
export function Sheet({ isOpen, onClose, title, children }: SheetProps) {
  const titleId = useId();
  return (
    <BaseDialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup {...modalSurface} className={styles.sheet} aria-labelledby={titleId}>
          <header className={styles.sheetHead}>
            <BaseDialog.Title id={titleId}>{title}</BaseDialog.Title>
            <IconButton icon={X} label="Close" keys="Esc" hasTooltip={false} onClick={onClose} />
          </header>
          <div className={styles.sheetBody}>{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** Ctrl Enter (Command Enter on a Mac) anywhere in a dialog presses its filled button. */
export function pressOnCtrlEnter(event: KeyboardEvent, action: DialogAction | undefined): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (action !== undefined && !action.isDisabled) action.onDo();
}

interface ActionButtonProps {
  readonly action: DialogAction;
  readonly isPrimary?: boolean;
  readonly ref?: RefObject<HTMLButtonElement | null>;
}

function ActionButton({ action, isPrimary = false, ref }: ActionButtonProps) {
  return (
    <Button
      ref={ref}
      variant={isPrimary ? 'primary' : 'quiet'}
      keys={isPrimary ? 'Ctrl Enter' : undefined}
      disabled={action.isDisabled}
      onClick={action.onDo}
    >
      {action.label}
    </Button>
  );
}

/** The first thing inside that takes the focus, so that a dialog does not open on its close button. */
function firstStop(inside: HTMLElement | null): HTMLElement | null {
  return (
    inside?.querySelector<HTMLElement>(
      'input:not(:disabled), textarea, select, button:not(:disabled), a[href], [tabindex="0"]',
    ) ?? null
  );
}
