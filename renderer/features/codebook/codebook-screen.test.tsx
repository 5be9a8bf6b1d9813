import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TagId } from '../../../shared/ids.ts';
import { STARTING_TAGS, Tag } from '../../../shared/workspace/tags.ts';
import { inesAtLarder, larder, mountWithHost } from '../../testing/mount-with-host.tsx';
import { CodebookScreen } from './codebook-screen.tsx';
import { cleanTagName, tagNameRefusal } from './tag-name.ts';

const [need, , , , trust] = STARTING_TAGS.map((tag) => Tag.parse({ ...tag, id: TagId.parse(tag.name) }));
if (need === undefined || trust === undefined) throw new Error('the starting tags changed');

function tag(name: string, changes: Partial<Tag> = {}): Tag {
  return Tag.parse({ ...trust, id: TagId.parse(name), name, hotkey: null, ...changes });
}

async function mount(tags: readonly Tag[], session = inesAtLarder) {
  const mounted = await mountWithHost(<CodebookScreen />, {
    records: tags.map((one) => ['tags', one.id, one]),
    answers: {
      'session.state': () => session,
      'tags.update': ({ id, ...changes }) => {
        const before = tags.find((one) => one.id === id);
        return Tag.parse({ ...before, ...changes });
      },
      'tags.create': ({ name, definition }) => tag(name, { definition }),
    },
  });
  await screen.findByRole('table', { name: 'Tags' });
  return mounted;
}

function row(name: string): HTMLElement {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (found === null) throw new Error(`no row ${name}`);
  return found;
}

describe('the codebook', () => {
  it('shows kinds apart from the team’s own, by key', async () => {
    await mount([tag('price'), tag('monday', { hotkey: 6 }), need, trust]);
    const names = screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    expect(names).toEqual(['need', 'trust', 'monday', 'price']);
  });

  it('gives a tag the key that is pressed, tells whose it was, and gives both back', async () => {
    const host = await mount([need, trust, tag('monday')]);
    await userEvent.click(row('monday'));
    row('monday').focus();
    await userEvent.keyboard('5');
    expect(await screen.findByText('5 was #trust; it is now #monday.')).toBeVisible();
    expect(host.asked('tags.update')).toEqual([{ id: 'monday', hotkey: 5 }]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(host.asked('tags.update').slice(1)).toEqual([
        { id: 'monday', hotkey: null },
        { id: 'trust', hotkey: 5 },
      ]),
    );
  });

  it('takes the key off with Backspace', async () => {
    const host = await mount([need, trust]);
    row('trust').focus();
    await userEvent.keyboard('{Backspace}');
    await waitFor(() => expect(host.asked('tags.update')).toEqual([{ id: 'trust', hotkey: null }]));
  });

  it('does not rename a kind, and says why', async () => {
    await mount([need, trust]);
    row('need').focus();
    await userEvent.keyboard('r');
    expect(await screen.findByText(/#need keeps its name/)).toBeVisible();
    expect(screen.queryByLabelText('Name')).toBeNull();
  });

  it('refuses a name that another tag had, while it is typed', async () => {
    const host = await mount([need, trust, tag('counter', { aliases: ['till'] })]);
    row('trust').focus();
    await userEvent.keyboard('r');
    const field = await within(await screen.findByRole('dialog')).findByLabelText('Name');
    await userEvent.clear(field);
    await userEvent.type(field, '#Till{Enter}');
    expect(screen.getByText('#counter was called so, and notes still carry that name.')).toBeVisible();
    expect(host.asked('tags.update')).toEqual([]);
  });

  it('chooses shape and tone by their names', async () => {
    const host = await mount([need, trust]);
    row('trust').focus();
    await userEvent.click(await screen.findByRole('radio', { name: 'hexagon' }));
    await userEvent.click(screen.getByRole('radio', { name: 'clay' }));
    await waitFor(() =>
      expect(host.asked('tags.update')).toEqual([
        { id: 'trust', shape: 'hexagon' },
        { id: 'trust', tone: 'clay' },
      ]),
    );
  });

  it('lets go of the key of a tag that is archived', async () => {
    const host = await mount([need, trust]);
    row('trust').focus();
    await userEvent.click(await screen.findByRole('button', { name: 'Archive' }));
    await waitFor(() =>
      expect(host.asked('tags.update')).toEqual([{ id: 'trust', isArchived: true, hotkey: null }]),
    );
  });

  it('reads only, where the workspace cannot be written', async () => {
    const host = await mount([need, trust], {
      ...inesAtLarder,
      workspace: { ...larder, readOnlyBecause: 'The folder cannot be written.' },
    });
    row('trust').focus();
    await userEvent.keyboard('7c');
    expect(screen.queryByRole('button', { name: /New tag/ })).toBeNull();
    expect(host.asked('tags.update')).toEqual([]);
  });
});

describe('the name of a tag', () => {
  it('may be typed with its sign and with spaces', () => {
    expect(cleanTagName(' #first  order ')).toBe('first-order');
  });

  it('is refused in words', () => {
    const tags = [trust, tag('old', { isArchived: true })];
    expect(tagNameRefusal('a/b', tags)).toMatch(/Letters, digits/);
    expect(tagNameRefusal('TRUST', tags)).toBe('There is a #trust already.');
    expect(tagNameRefusal('old', tags)).toMatch(/in the archive/);
    expect(tagNameRefusal('Trust', tags, trust)).toBeUndefined();
  });
});
