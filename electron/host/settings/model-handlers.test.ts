import { cp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Engine } from '../../engine/engine-client.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

const MODEL = join(import.meta.dirname, '..', '..', '..', 'models', 'earshot-exchange-v1');

let test: TestHost;
afterEach(() => test.close());

/** Stands in for the encoder: a vector of the given length. */
function engineOf(length: number): () => Engine {
  return () => ({
    extract: () => Promise.reject(new Error('not asked for')),
    embed: () => Promise.resolve([new Float32Array(length)]),
    close: () => undefined,
  });
}

async function copyOfModel(name = 'my-model'): Promise<string> {
  const folder = join(test.folder, name);
  await cp(MODEL, folder, { recursive: true });
  return folder;
}

it('uses another encoder from a folder, also after a restart, and the one inside the app again', async () => {
  test = await startTestHost({ createEngine: engineOf(384) });
  await test.call('workspaces.openSample', {});
  expect(await test.call('model.state', {})).toMatchObject({ folder: null, isThere: true, interviews: 3 });
  const folder = await copyOfModel();
  expect(await test.call('model.choose', { folder })).toMatchObject({
    name: 'my-model',
    folder,
    isThere: true,
  });
  test = await test.restart();
  expect(await test.call('model.state', {})).toMatchObject({ folder });
  await rm(folder, { recursive: true });
  expect(await test.call('model.state', {})).toMatchObject({ folder, isThere: false });
  expect(await test.call('model.useBuiltIn', {})).toMatchObject({ folder: null, isThere: true });
});

it('refuses a folder that holds no encoder, and keeps the one in use', async () => {
  test = await startTestHost({ createEngine: engineOf(384) });
  const empty = join(test.folder, 'empty');
  await mkdir(empty);
  const noHeads = await copyOfModel();
  await writeFile(join(noHeads, 'heads.json'), '{"detector": 1}');
  const huge = await copyOfModel('huge');
  await truncate(join(huge, 'heads.json'), 3_000_000_000);
  const notJson = await copyOfModel('not-json');
  await writeFile(join(notJson, 'heads.json'), '['.repeat(100_000));
  for (const folder of [
    empty,
    noHeads,
    huge,
    notJson,
    join(test.folder, 'nowhere'),
    join(MODEL, 'config.json'),
  ])
    await expect(test.call('model.choose', { folder })).rejects.toMatchObject({ code: 'not-a-model' });
  expect(await test.call('model.state', {})).toMatchObject({ folder: null });
});

it('refuses an encoder whose vectors do not fit its heads', async () => {
  test = await startTestHost({ createEngine: engineOf(12) });
  await expect(test.call('model.choose', { folder: MODEL })).rejects.toMatchObject({ code: 'not-a-model' });
});
