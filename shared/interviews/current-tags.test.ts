import { expect, it } from 'vitest';
import { TagId } from '../ids.ts';
import { STARTING_TAGS, type Tag } from '../workspace/tags.ts';
import { withCurrentTags } from './current-tags.ts';

const [base] = STARTING_TAGS;
if (base === undefined) throw new Error('a new workspace has tags');
const codebook: readonly Tag[] = [{ ...base, id: TagId.parse('t1'), name: 'checkout', aliases: ['till'] }];

it('shows a tag under the name it has now, at the end and inside the words', () => {
  const note = { text: 'The #Till closes', tags: ['till', 'trust'] };
  expect(withCurrentTags(note, codebook)).toEqual({
    text: 'The #checkout closes',
    tags: ['checkout', 'trust'],
  });
  expect(note.text).toBe('The #Till closes');
});

it('shows two names of one tag once, and leaves a word that only looks like a tag', () => {
  expect(withCurrentTags({ text: '', tags: ['till', 'checkout'] }, codebook).tags).toEqual(['checkout']);
  expect(withCurrentTags({ text: 'row #till', tags: [] }, codebook).text).toBe('row #till');
});

it('gives back the very same note when nothing was renamed', () => {
  const note = { text: 'The #checkout closes', tags: ['checkout'] };
  expect(withCurrentTags(note, codebook)).toBe(note);
});
