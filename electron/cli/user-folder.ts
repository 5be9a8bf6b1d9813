import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this computer keeps Earshot's settings: the same folder that the desktop app uses. */
export function defaultUserFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  return join(appFolder(environment, platform), 'earshot', 'earshot');
}

/** As Electron's `app.getPath('appData')`. */
function appFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  return environment.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}
