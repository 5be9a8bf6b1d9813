// The sample workspace as a real host makes it, in a temporary folder.
import { onTestFinished } from 'vitest';
import { startTestHost, type TestHost } from '../../testing/start-test-host.ts';

export interface SampleWorkspace {
  readonly test: TestHost;
  /** Of the workspace. */
  readonly folder: string;
}

/** Inside a test: the host has it open until the test is over, or until the test closes `test.host`. */
export async function openSampleWorkspace(): Promise<SampleWorkspace> {
  const test = await startTestHost();
  onTestFinished(() => test.close());
  const { folder } = await test.call('workspaces.openSample', {});
  return { test, folder };
}
