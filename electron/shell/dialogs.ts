// The few dialogs that are the system's own.
import { BrowserWindow, dialog } from 'electron';

/** Where a workspace is, or shall be. Null when the person thought better of it. */
export function chooseFolder(): Promise<string | null> {
  return choose({ title: 'Choose a folder', properties: ['openDirectory', 'createDirectory'] });
}

/** An audio or video file. What it really is, the host looks at. Null as above. */
export function chooseRecording(): Promise<string | null> {
  return choose({ title: 'Choose a recording', properties: ['openFile'] });
}

async function choose(wanted: Electron.OpenDialogOptions): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const options = { ...wanted, buttonLabel: 'Choose' };
  const { canceled, filePaths } = parent
    ? await dialog.showOpenDialog(parent, options)
    : await dialog.showOpenDialog(options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks whether a window may go with words that are not saved; they are gone with it. Waits for the answer. */
export function mayLeaveUnsaved(window: BrowserWindow): boolean {
  const leave = 1;
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    buttons: ['Stay', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
    message: 'Some words are not saved yet.',
    detail:
      'Earshot keeps trying to save them while this window is open. If the disk is full, make some room first. Words that are not saved are lost when the window closes.',
  });
  return answer === leave;
}

export function sayHostKeepsStopping(): void {
  dialog.showErrorBox(
    'Earshot has to close',
    'A part of Earshot stopped several times in a row. Everything it showed as saved is on your disk. Start Earshot again; if this returns, the log in its data folder says where it happened.',
  );
}
