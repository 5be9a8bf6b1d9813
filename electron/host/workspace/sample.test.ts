import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BriefId } from '../../../shared/ids.ts';
import { startTestHost, type TestHost } from '../testing/start-test-host.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.close());

describe('the sample workspace', () => {
  it('opens as a copy with three interviews that are noted, heard and computed', async () => {
    const workspace = await test.call('workspaces.openSample', {});
    expect(workspace).toMatchObject({ name: 'Larder', isSample: true, readOnlyBecause: null });
    const rows = await test.call('interviews.list', {});
    expect(rows.map((row) => [row.participant, row.progress])).toEqual([
      ['Linden', 'extracted'],
      ['Hazel', 'extracted'],
      ['Alder', 'extracted'],
    ]);
    expect(rows.every((row) => row.notes >= 10 && row.questionsAsked > 0)).toBe(true);
  });

  it('shows two needs of three people each, one of them hidden behind a dashboard', async () => {
    await test.call('workspaces.openSample', {});
    const { needs } = await test.call('needs.list', {});
    expect(needs.map((need) => [need.people, need.isRecurring])).toEqual([
      [3, true],
      [3, true],
    ]);
    expect(needs.flatMap((need) => need.quotes).filter((quote) => quote.isBroken)).toEqual([]);
    const named = needs.find((need) => need.status === 'accepted');
    expect(named?.label).toBe('Three numbers every Monday that match the till');
    expect(named?.requests.some((request) => /dashboard/.test(request.text))).toBe(true);
  });

  it('keeps what a person changed in the copy when it is opened again', async () => {
    await test.call('workspaces.openSample', {});
    const { id } = await test.call('briefs.create', { title: 'Mine' });
    test = await test.restart();
    await test.call('workspaces.openSample', {});
    expect(await test.call('interviews.list', {})).toHaveLength(3);
    expect((await test.call('briefs.exportMarkdown', { id, folder: null })).text).toContain('# Mine');
  });

  it('exports its brief complete, in words', async () => {
    await test.call('workspaces.openSample', {});
    const brief = await exportFirstBrief();
    expect(brief).toContain('**Three numbers every Monday that match the till**');
    expect(brief).toContain('Voiced by 3 people in 3 interviews');
    expect(brief).not.toMatch(/\[\[|Tully|Adeyinka|Wilk/);
  });
});

async function exportFirstBrief(): Promise<string> {
  const { text } = await test.call('briefs.exportMarkdown', {
    id: BriefId.parse('monday-numbers'),
    folder: null,
  });
  return text;
}
