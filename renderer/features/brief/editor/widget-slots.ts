// The places in the editor that React draws into. The editor makes and removes their elements as it scrolls and edits;
// React follows. Neither knows the other: this list stands between them.
import type { EditorView } from '@codemirror/view';
import type { NeedId } from '../../../../shared/ids.ts';

export interface WidgetSlot {
  readonly key: number;
  readonly element: HTMLElement;
  readonly needId: NeedId;
  /** A block with its evidence, or the need's label within a sentence. */
  readonly isBlock: boolean;
  readonly view: EditorView;
}

export class WidgetSlots {
  #slots: readonly WidgetSlot[] = [];
  #lastKey = 0;
  readonly #listeners = new Set<() => void>();

  readonly snapshot = (): readonly WidgetSlot[] => this.#slots;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(slot: Omit<WidgetSlot, 'key'>): void {
    this.#lastKey += 1;
    this.#set([...this.#slots, { ...slot, key: this.#lastKey }]);
  }

  remove(element: HTMLElement): void {
    this.#set(this.#slots.filter((slot) => slot.element !== element));
  }

  #set(slots: readonly WidgetSlot[]): void {
    this.#slots = slots;
    for (const listener of this.#listeners) listener();
  }
}
