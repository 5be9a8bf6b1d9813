// Exporting a brief: to its usual place at once, elsewhere by a dialog, and what is said about either.
import { type ReactNode, useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import type { BriefId } from '../../../shared/ids.ts';
import { useHost, useSession } from '../../state/host-context.tsx';
import { type ErrorWords, errorWords } from '../../text/error-text.ts';
import { useToasts } from '../../ui/toasts.tsx';
import { ExportDialog } from './export-dialog.tsx';

export interface BriefExporting {
  readonly isBusy: boolean;
  readonly exportNow: () => void;
  readonly askForFolder: () => void;
  /** The dialog, when one is open. */
  readonly dialog: ReactNode;
}

export function useBriefExport(id: BriefId): BriefExporting {
  const { client } = useHost();
  const session = useSession();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [folder, setFolder] = useState('');
  const [asked, setAsked] = useState<{ readonly problem: ErrorWords | null } | null>(null);

  async function write(to: string | null): Promise<void> {
    setBusy(true);
    try {
      const { path, wasThere } = await client.call('briefs.exportMarkdown', { id, folder: to });
      setAsked(null);
      if (to !== null) setFolder(to);
      toasts.show({
        text: `${wasThere ? 'Written again' : 'Written'}: ${path}`,
        action: { label: 'Copy path', onDo: () => void navigator.clipboard.writeText(path) },
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // The dialog says what happened, and another folder is the way out of most of it.
      setAsked({ problem: errorWords(error) });
    } finally {
      setBusy(false);
    }
  }

  return {
    isBusy,
    exportNow: () => void write(null),
    askForFolder: () => setAsked({ problem: null }),
    dialog:
      asked === null ? null : (
        <ExportDialog
          problem={asked.problem}
          folder={folder}
          isBusy={isBusy}
          onChoose={
            session?.canChooseFolder === true
              ? async () => (await client.call('workspaces.chooseFolder', {})).folder
              : undefined
          }
          onExport={(to) => void write(to)}
          onClose={() => setAsked(null)}
        />
      ),
  };
}
