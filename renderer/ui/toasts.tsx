// Short confirmations at the bottom left, with Undo where it can be taken back. It knows no store: whoever shows a
// toast passes what undoing means.
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { Icon } from './icon.tsx';
import styles from './toasts.module.css';

export interface ToastRequest {
  /** A whole sentence: “Dismissed. It stays dismissed in later computations.” */
  readonly text: string;
  /** Runs at most once, when Undo is pressed; the toast closes then. */
  readonly undo?: (() => void) | undefined;
  /** Another act than undoing, such as “Open it”. */
  readonly action?: { readonly label: string; readonly onDo: () => void } | undefined;
}

export interface Toasts {
  /** Shows it for 6 s, or 10 s with Undo; the time stands still under pointer or focus. Returns its id for `close`. */
  readonly show: (toast: ToastRequest) => string;
  readonly close: (id: string) => void;
}

/** The toasts of the app; needs UiProviders around it. */
export function useToasts(): Toasts {
  const { add, close } = Toast.useToastManager();
  const show = useCallback(
    ({ text, undo, action }: ToastRequest): string => {
      const act = undo === undefined ? action : { label: 'Undo', onDo: undo };
      if (act === undefined) return add({ title: text, timeout: plainMs });
      let isDone = false;
      const id: string = add({
        title: text,
        timeout: undo === undefined ? plainMs : undoMs,
        actionProps: {
          children: act.label,
          onClick: () => {
            // The button stays on screen while the toast fades; a second press must not undo twice.
            if (isDone) return;
            isDone = true;
            act.onDo();
            close(id);
          },
        },
      });
      return id;
    },
    [add, close],
  );
  return { show, close };
}

/** Holds the toasts and draws them. Part of UiProviders; use it alone only in tests. */
export function ToastArea({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider timeout={plainMs} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label="Messages">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['left', 'down']}>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.text} render={<p />} />
        <Toast.Action className={styles.action} />
        <Toast.Close className={styles.close} aria-label="Close this message">
          <Icon of={X} size={14} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

const plainMs = 6_000;
const undoMs = 10_000;
