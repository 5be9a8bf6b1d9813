// Where files come from: dropped, chosen, or pasted as text. What is dropped anywhere on the window arrives here, too.
import { FilePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './import.module.css';
import type { Source } from './read-source.ts';

export interface DropAreaProps {
  readonly hasFiles: boolean;
  readonly onAdd: (sources: readonly Source[]) => void;
}

export function DropArea({ hasFiles, onAdd }: DropAreaProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isPasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');

  function usePasted(): void {
    onAdd([sourceOfText(pasted)]);
    setPasted('');
    setPasting(false);
  }

  return (
    <>
      <div className={styles.drop}>
        <Icon of={FilePlus} size={18} />
        <p>
          Drop {hasFiles ? 'more files' : 'files'} anywhere,{' '}
          <button type="button" className={styles.link} onClick={() => input.current?.click()}>
            choose them
          </button>
          , or{' '}
          <button
            type="button"
            className={styles.link}
            aria-expanded={isPasting}
            onClick={() => setPasting((is) => !is)}
          >
            paste text
          </button>
          . Captions (WebVTT, SRT, SBV), Word documents, text, tables (CSV, TSV) and JSON, as Zoom, Teams,
          Meet, Otter, Whisper and others export them.
        </p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            onAdd([...(event.target.files ?? [])]);
            // The same file may be chosen again after it was removed.
            event.target.value = '';
          }}
        />
      </div>
      {isPasting ? (
        <div className={styles.paste}>
          <TextArea
            label="Words of the call"
            placeholder={'Ines: Which numbers do you look at?\nRowan: Takings, and the waste.'}
            rows={6}
            value={pasted}
            autoFocus
            onChange={setPasted}
          />
          <Button disabled={pasted.trim() === ''} onClick={usePasted}>
            Use this text
          </Button>
        </div>
      ) : null}
    </>
  );
}

function sourceOfText(text: string): Source {
  return new File([text], 'pasted text.txt', { type: 'text/plain' });
}
