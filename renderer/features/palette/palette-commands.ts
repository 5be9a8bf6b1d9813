// The commands of the palette, each with the key that does the same where it has one. What they do is in
// use-palette-acts.ts.

export interface Command {
  readonly id:
    | 'new-interview'
    | 'import'
    | 'find-needs'
    | 'new-brief'
    | 'share'
    | 'join'
    | 'new-workspace'
    | 'open-folder'
    | 'keyboard'
    | 'settings'
    | 'privacy'
    | 'theme-light'
    | 'theme-dark'
    | 'theme-system'
    | 'text-size';
  readonly label: string;
  readonly keys?: readonly string[] | undefined;
  readonly needsWorkspace?: boolean | undefined;
}

const COMMANDS: readonly Command[] = [
  { id: 'new-interview', label: 'New interview', keys: ['C'], needsWorkspace: true },
  { id: 'import', label: 'Import transcript', keys: ['I'] },
  { id: 'find-needs', label: 'Find needs', needsWorkspace: true },
  { id: 'new-brief', label: 'New brief', needsWorkspace: true },
  { id: 'share', label: 'Share', needsWorkspace: true },
  { id: 'join', label: 'Join with an invite' },
  { id: 'new-workspace', label: 'New workspace' },
  { id: 'open-folder', label: 'Open a folder' },
  { id: 'keyboard', label: 'Keyboard', keys: ['?'] },
  { id: 'settings', label: 'Settings', keys: ['Ctrl ,'] },
  { id: 'privacy', label: 'What leaves this computer' },
  { id: 'theme-light', label: 'Light theme' },
  { id: 'theme-dark', label: 'Dark theme' },
  { id: 'theme-system', label: 'Theme of the system' },
  { id: 'text-size', label: 'Text size' },
];

export function commandsFor(isWorkspaceOpen: boolean): readonly Command[] {
  return COMMANDS.filter((command) => isWorkspaceOpen || command.needsWorkspace !== true);
}
