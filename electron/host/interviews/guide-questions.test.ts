import { expect, it, onTestFinished } from 'vitest';
import { startTestHost } from '../testing/start-test-host.ts';

it('puts a handed-on question at the end of a coming guide once, and takes it out again while nobody changed it', async () => {
  const test = await startTestHost();
  onTestFinished(() => test.close());
  await test.call('workspaces.create', { name: 'Larder', folder: null });
  const { id } = await test.call('interviews.create', {
    participant: { pseudonym: 'Sorrel', description: '', realName: '' },
    plannedAt: null,
    guide: '? What happened?',
  });
  const question = { id, question: 'Who else orders?' };
  expect(await test.call('interviews.addQuestion', question)).toEqual({ number: 2, isAdded: true });
  expect(await test.call('interviews.addQuestion', question)).toEqual({ number: 2, isAdded: false });
  expect((await test.call('interviews.list', {}))[0]).toMatchObject({ questions: 2 });
  expect(await test.call('interviews.removeQuestion', question)).toEqual({ isRemoved: true });
  expect(await test.call('interviews.removeQuestion', question)).toEqual({ isRemoved: false });
  const unknown = { ...question, id: 'nobody' };
  await expect(test.call('interviews.addQuestion', unknown as typeof question)).rejects.toMatchObject({
    code: 'not-found',
  });
});
