// Checks every layer against only what it really has: one TypeScript project per layer.
// So that `window` in shared/, `process` in renderer/ or Electron's globals in the host do not compile.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './run-command.mjs';

const root = join(import.meta.dirname, '..');
// The native compiler. `typescript` itself stays at 6, for the tools that need its JavaScript interface.
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript-native/package.json')),
  'bin',
  'tsc',
);

const PROJECTS = [
  'shared/tsconfig.json',
  'shared/tsconfig.test.json',
  'electron/tsconfig.json',
  'electron/shell/tsconfig.json',
  'electron/e2e/tsconfig.json',
  'renderer/tsconfig.json',
  'renderer/tsconfig.test.json',
  'build/tsconfig.json',
];

/** @returns {Promise<{ project: string, code: number, output: string }[]>} */
export async function checkTypes() {
  const results = [];
  // One after another: each already uses every core.
  for (const project of PROJECTS.filter(hasSources)) {
    const { code, output } = await runCommand(
      process.execPath,
      [compiler, '-p', project, '--pretty', 'false'],
      { cwd: root, limitMs: 180_000 },
    );
    results.push({ project, code, output });
  }
  return results;
}

function hasSources(project) {
  const folder = join(root, dirname(project));
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) => /\.tsx?$/.test(String(file)))
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = await checkTypes();
  for (const { project, code, output } of results) {
    if (code !== 0) console.error(`${project}\n${output}`);
  }
  const failed = results.filter(({ code }) => code !== 0).length;
  console.log(`${results.length} layers, ${failed} with errors.`);
  process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
}
