// Ines and Tomas as they sit at two computers: each has a network, an Earshot and a browser of their own, and nothing but
// the cable between the two networks. Ines has a study and shares it; Tomas has nothing yet.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { InterviewId } from '../../../shared/ids.ts';
import { type LiveStudy, makeLiveStudy } from './make-live-study.ts';
import { type TwoNetworks, twoNetworks, type Whose } from './two-networks.ts';

export interface Computer {
  /** Holds `user/` and where new workspaces go. */
  readonly folder: string;
  readonly page: Page;
}

export interface TwoComputers extends Readonly<Record<Whose, Computer>> {
  readonly networks: TwoNetworks;
  readonly interviewId: InterviewId;
  /** Of Ines' workspace, for a teammate. */
  readonly invite: string;
  close(): Promise<void>;
}

export interface TwoComputersOptions {
  /** An empty folder. */
  readonly folder: string;
  /** The built command line. */
  readonly programPath: string;
  /** A Chromium's. */
  readonly browserPath: string;
  readonly study: LiveStudy;
}

/** Rejects where there can be no two networks (`whyNoTwoNetworks`). */
export async function startTwoComputers(options: TwoComputersOptions): Promise<TwoComputers> {
  const folders = { ines: join(options.folder, 'ines'), tomas: join(options.folder, 'tomas') };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
  const interviewId = await makeLiveStudy(folders.ines, options.study);
  const networks = twoNetworks();
  const browsers: Browser[] = [];
  const close = async () => {
    try {
      for (const browser of browsers) await browser.close();
    } finally {
      networks.remove();
    }
  };
  try {
    const workspace = join(folders.ines, 'workspaces', 'Larder');
    const ines = await serve(options, networks, 'ines', ['--workspace', workspace, '--share']);
    const tomas = await serve(options, networks, 'tomas', []);
    const pageOf = async (whose: Whose, url: string): Promise<Page> => {
      const browser = await openBrowser(options, networks, whose);
      browsers.push(browser);
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(url);
      await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
      return page;
    };
    return {
      ines: { folder: folders.ines, page: await pageOf('ines', ines.url) },
      tomas: { folder: folders.tomas, page: await pageOf('tomas', tomas.url) },
      networks,
      interviewId,
      invite: ines.invite,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It is ended with its network. */
function serve(
  { folder, programPath }: TwoComputersOptions,
  networks: TwoNetworks,
  whose: Whose,
  args: readonly string[],
): Promise<{ readonly url: string; readonly invite: string }> {
  const home = join(folder, whose);
  const [command = '', ...before] = networks.within(whose);
  const own = [programPath, 'serve', '--json', '--port', '0', '--user-folder', join(home, 'user'), ...args];
  const child: ChildProcess = spawn(command, [...before, process.execPath, ...own], {
    // A home of its own, so that a new workspace goes into the test's folder.
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the Earshot of ${whose} ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('\n')) resolve(servedAt(printed));
    });
  });
}

function servedAt(printed: string): { readonly url: string; readonly invite: string } {
  // What `serve --json` prints of itself.
  const answer = JSON.parse(printed) as { readonly url: string; readonly shared?: { teammate: string } };
  return { url: answer.url, invite: answer.shared?.teammate ?? '' };
}

async function openBrowser(
  { folder, browserPath }: TwoComputersOptions,
  networks: TwoNetworks,
  whose: Whose,
): Promise<Browser> {
  // Playwright starts one program by its path; this one goes into the network first and becomes the browser then.
  const executablePath = join(folder, `browser-of-${whose}`);
  const command = [...networks.within(whose), `'${browserPath}'`].join(' ');
  await writeFile(executablePath, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return chromium.launch({ executablePath, args: ['--disable-quic'] });
}
