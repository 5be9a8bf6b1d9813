// The least a page can be that two people type in: one field, one text in Yjs, and its words beneath. It runs in the browser,
// beside Earshot's own page, with y-websocket's provider.
import * as Y from 'yjs';
import type { ProviderConstructor } from './y-websocket.ts';

/** Draws the page. Resolves when it has what the room holds. */
export async function showText(Provider: ProviderConstructor, url: string, room: string): Promise<void> {
  document.body.innerHTML = '<textarea aria-label="Note"></textarea><p role="log" aria-label="Notes"></p>';
  const [field] = document.getElementsByTagName('textarea');
  const [shown] = document.getElementsByTagName('p');
  const text = new Y.Doc();
  const typed = text.getText('typed');
  typed.observe(() => {
    if (shown) shown.textContent = typed.toString();
  });
  field?.addEventListener('input', (event) => {
    // A text field's input event is one.
    typed.insert(typed.length, (event as InputEvent).data ?? '');
  });
  const provider = new Provider(url, room, text, { disableBc: true });
  await new Promise<void>((resolve) => provider.once('sync', resolve));
  field?.focus();
}
