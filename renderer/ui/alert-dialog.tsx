import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { type DialogAction, pressOnCtrlEnter } from './dialog.tsx';
import { modalSurface } from './key-bindings.ts';
import styles from './modal.module.css';

export interface AlertDialogProps {
  readonly isOpen: boolean;
  /** Esc and the way out. A press outside does not close it: the question wants an answer. */
  readonly onClose: () => void;
  /** A question or a statement: “Remove everything Cedar said?” */
  readonly title: string;
  /** What goes, in words, where it cannot be taken back. */
  readonly children: ReactNode;
  /** The act, also on Ctrl Enter. */
  readonly act: DialogAction;
  /** Between the act and the way out, such as “Remove from backups too”. */
  readonly other?: DialogAction | undefined;
  readonly cancelLabel?: string | undefined;
  /** Outlined in red instead of filled. Focus starts on the way out then. */
  readonly isDestructive?: boolean | undefined;
}

/** A question that has to be answered before going on. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    isOpen,
    onClose,
    title,
    children,
    act,
    other,
    cancelLabel = 'Cancel',
    isDestructive = false,
  } = props;
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <BaseAlertDialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={styles.backdrop} />
        <BaseAlertDialog.Viewport className={styles.viewport}>
          <BaseAlertDialog.Popup
            {...modalSurface}
            {...(isDestructive ? { initialFocus: cancel } : {})}
            className={classNames(styles.popup, styles.small)}
            onKeyDown={(event) => pressOnCtrlEnter(event, act)}
          >
            <header className={styles.head}>
              <div className={styles.words}>
                <BaseAlertDialog.Title>{title}</BaseAlertDialog.Title>
              </div>
            </header>
            <BaseAlertDialog.Description className={styles.body} render={<div />}>
              {children}
            </BaseAlertDialog.Description>
            <footer className={styles.foot}>
              <div className={styles.actions}>
                <Button ref={cancel} onClick={onClose}>
                  {cancelLabel}
                </Button>
                {other === undefined ? null : (
                  <Button
                    variant={isDestructive ? 'danger' : 'quiet'}
                    disabled={other.isDisabled}
                    onClick={other.onDo}
                  >
                    {other.label}
                  </Button>
                )}
                <Button
                  variant={isDestructive ? 'danger' : 'primary'}
                  keys="Ctrl Enter"
                  disabled={act.isDisabled}
                  onClick={act.onDo}
                >
                  {act.label}
                </Button>
              </div>
            </footer>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
