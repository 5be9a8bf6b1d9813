// npm test: installs what is missing, then proves everything there is to prove, in one go. Every step counts, all run even
// when an earlier one failed, and the last line says `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './install.mjs';
import { endRunningCommands, runCommand } from './run-command.mjs';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'earshot-test-'));
const bin = (name) => join(root, 'node_modules', ...name);
const MINUTE_MS = 60_000;

/** Fewer modules than this means that the import rules were checked over nothing. */
const LEAST_MODULES = 50;

const VITEST = bin(['vitest', 'vitest.mjs']);
const PLAYWRIGHT = bin(['@playwright', 'test', 'cli.js']);
const unitReport = join(scratch, 'unit.json');
const browserReport = join(scratch, 'browser.json');

const STEPS = [
  { name: 'types', args: ['build/check-types.mjs'], limitMs: 10 * MINUTE_MS },
  { name: 'import rules', args: ['build/check-imports.mjs', String(LEAST_MODULES)], limitMs: 5 * MINUTE_MS },
  {
    name: 'lint',
    args: [bin(['@biomejs', 'biome', 'bin', 'biome']), 'ci', '--colors=off'],
    limitMs: 5 * MINUTE_MS,
  },
  { name: 'dead code', args: [bin(['knip', 'bin', 'knip.js']), '--no-progress'], limitMs: 5 * MINUTE_MS },
  {
    name: 'unit tests',
    args: [
      VITEST,
      'run',
      '--reporter=default',
      '--reporter=./build/test/second-try-reporter.mjs',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    limitMs: 40 * MINUTE_MS,
    counts: () => countUnitTests(unitReport),
  },
  { name: 'build', args: ['build/build.mjs', '--force'], limitMs: 5 * MINUTE_MS },
  {
    name: 'browser and shell tests',
    needs: 'build',
    args: [PLAYWRIGHT, 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    limitMs: 40 * MINUTE_MS,
    counts: () => countBrowserTests(browserReport),
  },
];

/** Programs that some tests need and npm does not bring: on Debian they are installed, elsewhere their tests say so. */
const PROGRAMS = [
  {
    packages: ['chromium', 'fonts-liberation'],
    isHere: async () => (await import('./chromium.mjs')).findChromium() !== undefined,
    without:
      'No Chromium was found: install Chrome, or run `npx playwright install chromium`, or name one in CHROMIUM.',
  },
  {
    packages: ['redis-server'],
    isHere: async () => isCommand('redis-server', '--version'),
    without: 'No redis-server was found: the tests of several hosts that are joined by Redis are left out.',
  },
  {
    packages: ['iproute2'],
    isHere: async () => process.platform !== 'linux' || isCommand('ip', '-V'),
    without: 'No `ip` was found: the tests that cut a network cable are left out.',
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endRunningCommands();
    process.exit(130);
  });
}

try {
  if (await prepare()) for (const step of STEPS) await runStep(step);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @returns {Promise<boolean>} whether the steps can run at all */
async function prepare() {
  const startedAt = performance.now();
  try {
    installPackages(root);
  } catch (error) {
    report('packages', startedAt, { passed: 0, failed: 1, skipped: 0 }, error.message);
    return false;
  }
  for (const sentence of await installPrograms()) console.log(sentence);
  return true;
}

/** @returns {Promise<string[]>} a sentence for each program that is missing and cannot be had */
async function installPrograms() {
  const missing = await missingPrograms();
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing.length > 0 && isRootOnDebian) {
    const names = missing.flatMap(({ packages }) => packages);
    console.log(`Installing ${names.join(', ')}…`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-q'], { limitMs: 5 * MINUTE_MS, env });
    const install = ['install', '-y', '-q', '--no-install-recommends', ...names];
    const { code, output } = await runCommand('apt-get', install, { limitMs: 15 * MINUTE_MS, env });
    if (code !== 0) console.log(output.slice(-2_000));
  }
  return (await missingPrograms()).map(({ without }) => without);
}

async function missingPrograms() {
  const missing = [];
  for (const program of PROGRAMS) if (!(await program.isHere())) missing.push(program);
  return missing;
}

async function isCommand(command, argument) {
  return (await runCommand(command, [argument], { limitMs: MINUTE_MS })).code === 0;
}

async function runStep({ name, args, env, limitMs, counts, needs }) {
  if (failedSteps.has(needs)) {
    report(
      name,
      performance.now(),
      { passed: 0, failed: 1, skipped: 0 },
      `not run, because the step "${needs}" failed`,
    );
    return;
  }
  const startedAt = performance.now();
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: root,
    limitMs,
    env: { ...env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  const isFine = code === 0;
  if (isFine)
    for (const [line] of output.matchAll(/^passed at the second try only: .*$/gm)) console.log(line);
  const found = counts?.() ?? { passed: 0, failed: 0, skipped: 0 };
  // A step without tests of its own counts as one. A step that failed in another way than by a test counts as a failure.
  if (isFine && found.passed === 0) found.passed = 1;
  if (!isFine && found.failed === 0) found.failed = 1;
  if (!isFine) failedSteps.add(name);
  report(name, startedAt, found, isFine ? undefined : output);
}

function report(name, startedAt, { passed, failed, skipped }, output) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (output !== undefined) console.log(`\n--- ${name} ---\n${output.trimEnd()}\n---`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${failed > 0 ? 'FAIL' : 'ok  '} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

/** Vitest's JSON report: https://vitest.dev/guide/reporters#json-reporter */
function countUnitTests(file) {
  const found = readReport(file);
  if (!found) return undefined;
  // A file that could not be loaded has no tests to count, but is one that failed.
  const broken = found.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + broken.length,
    skipped: found.numPendingTests + (found.numTodoTests ?? 0),
  };
}

/** Playwright's JSON report; `flaky` failed at first and passed at the second try, which CI alone gives, and is said by name. */
function countBrowserTests(file) {
  const found = readReport(file);
  if (!found) return undefined;
  for (const title of flakyTitles(found.suites)) console.log(`passed at the second try only: ${title}`);
  const { expected, unexpected, flaky, skipped } = found.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function flakyTitles(suites = []) {
  return suites.flatMap(({ suites: inner, specs = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
    ...flakyTitles(inner),
  ]);
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
