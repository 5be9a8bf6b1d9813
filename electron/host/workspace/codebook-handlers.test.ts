import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
  await test.call('workspaces.create', { name: 'Larder', folder: null });
});
afterEach(() => test.close());

function create(name: string) {
  return test.call('tags.create', { name, definition: '' });
}

describe('renaming a tag', () => {
  it('keeps the old name as an alias', async () => {
    const { id } = await create('till');
    expect(await test.call('tags.update', { id, name: 'counter' })).toMatchObject({
      name: 'counter',
      aliases: ['till'],
    });
  });

  it('keeps the aliases when something else of the tag changes', async () => {
    const { id } = await create('till');
    await test.call('tags.update', { id, name: 'counter' });
    expect(await test.call('tags.update', { id, definition: 'Where one pays.' })).toMatchObject({
      name: 'counter',
      aliases: ['till'],
    });
  });

  it('refuses a name that another tag has or had, and says which', async () => {
    const till = await create('till');
    await test.call('tags.update', { id: till.id, name: 'counter' });
    const price = await create('price');
    for (const name of ['counter', 'Till']) {
      await expect(test.call('tags.update', { id: price.id, name })).rejects.toMatchObject({
        code: 'invalid-input',
        details: { tag: till.id },
      });
    }
  });

  it('takes an old name up again', async () => {
    const { id } = await create('till');
    await test.call('tags.update', { id, name: 'counter' });
    expect(await test.call('tags.update', { id, name: 'till' })).toMatchObject({
      name: 'till',
      aliases: ['counter'],
    });
  });

  it('leaves a kind its name', async () => {
    const need = await create('need');
    expect(need.kind).toBe('need');
    await expect(test.call('tags.update', { id: need.id, name: 'wish' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await test.call('tags.update', { id: need.id, definition: 'Ours.' })).toMatchObject({
      name: 'need',
    });
  });
});

describe('making a tag', () => {
  it('answers with the tag that had the name, so that its notes stay with it', async () => {
    const till = await create('till');
    await test.call('tags.update', { id: till.id, name: 'counter' });
    expect((await create('till')).id).toBe(till.id);
  });

  it('makes one tag when two people make it at once', async () => {
    const [first, second] = await Promise.all([create('till'), create('Till')]);
    expect(second.id).toBe(first.id);
  });
});

describe('the keys of tags', () => {
  it('swap, when one that is in use is given to another', async () => {
    const monday = await create('monday');
    const trust = await create('trust');
    expect([monday.hotkey, trust.hotkey]).toEqual([6, 5]);
    await test.call('tags.update', { id: monday.id, hotkey: 5 });
    expect([(await create('monday')).hotkey, (await create('trust')).hotkey]).toEqual([5, 6]);
  });

  it('can be taken off', async () => {
    const trust = await create('trust');
    expect((await test.call('tags.update', { id: trust.id, hotkey: null })).hotkey).toBeNull();
  });
});
