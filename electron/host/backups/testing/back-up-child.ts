// Backs a workspace up again and again until it is killed. Usage: node child.mjs WORKSPACE FOLDER
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { backUpWorkspace } from '../back-up.ts';

const [, , workspace = '', to = ''] = argv;
writeSync(1, 'ready\n');
for (;;) {
  const { file } = await backUpWorkspace(workspace, { to });
  writeSync(1, `${file}\n`);
}
