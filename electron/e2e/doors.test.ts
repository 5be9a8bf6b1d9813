import { afterEach, beforeEach, describe } from 'vitest';
import { callHost } from '../cli/call-host.ts';
import { startTestHost, type TestHost } from '../host/testing/start-test-host.ts';
import { callSuite } from './call-suite.ts';
import { openMemoryDoor, openTestWebDoor } from './testing/open-doors.ts';
import { openTestSharingDoor } from './testing/open-sharing-door.ts';
import { transportSuite } from './transport-suite.ts';

transportSuite('memory door', openMemoryDoor);
transportSuite('web door', openTestWebDoor);
transportSuite('sharing door', openTestSharingDoor);

describe('the command line’s host in its own process', () => {
  let test: TestHost;

  beforeEach(async () => {
    test = await startTestHost();
    await callHost(test.host, 'workspaces.create', { name: 'Study', folder: null });
  });
  afterEach(() => test.close());

  callSuite((method, params) => callHost(test.host, method, params));
});
