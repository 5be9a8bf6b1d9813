// Files dragged over the window, wherever they are let go: a veil says what happens, and the import opens with them.
import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSession } from '../../state/host-context.tsx';
import type { Place } from '../../state/navigation.ts';
import { type Overlay, useOverlay } from '../../state/overlay-store.ts';
import { usePlace } from '../../state/use-place.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './import.module.css';

export function DropAnywhere() {
  const { overlay, open } = useOverlay();
  const place = usePlace();
  const isReady = useSession() !== null;
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    if (!isReady) return;
    const onDrag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Without this the browser would open the file in place of Earshot.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      // Null only when the pointer leaves the window; between elements there is always a next one.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) open({ kind: 'import', files, interviewId: interviewOf(overlay, place) });
    };
    const onEnd = () => setOver(false);
    const { signal, abort } = closable();
    window.addEventListener('dragenter', onDrag, { signal });
    window.addEventListener('dragover', onDrag, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('blur', onEnd, { signal });
    return abort;
  }, [isReady, open, overlay, place]);

  if (!isOver) return null;
  return (
    <div className={styles.veil} role="status">
      <p>
        <Icon of={FileInput} size={20} /> Drop a transcript anywhere
      </p>
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** An open import keeps the interview it is for; otherwise it is the one on the screen. */
function interviewOf(overlay: Overlay, place: Place) {
  if (overlay.kind === 'import') return overlay.interviewId;
  return place.place === 'interview' || place.place === 'prepare' || place.place === 'live'
    ? place.interviewId
    : null;
}

function closable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
