import { describe, expect, it } from 'vitest';
import { languageWords, spokenLanguage } from './spoken-language.ts';

const GERMAN =
  'Also ich mache das jeden Montag, weil die Zahlen sonst nicht stimmen. Dann rufe ich noch mal bei dem Lieferanten an, und wenn er nicht da ist, schreibe ich eben eine Mail.';
const ENGLISH =
  'So I do that every Monday, because the numbers do not match otherwise. Then I ring the supplier again, and if he is not there I write an email, and that is how it is with them.';

describe('the language of a talk', () => {
  it('tells a talk in two languages, in long stretches or turn by turn', () => {
    const halves = [...Array(20).fill(ENGLISH), ...Array(20).fill(GERMAN)];
    expect(spokenLanguage(halves)).toMatchObject({ code: 'de', isPartly: true });
    const german = spokenLanguage(halves);
    expect(german && languageWords(german)).toBe('partly German');
  });

  it('takes English with a German sentence or two for English', () => {
    expect(spokenLanguage([...Array(30).fill(ENGLISH), GERMAN])).toMatchObject({
      code: 'en',
      isPartly: false,
    });
    expect(spokenLanguage([ENGLISH])).toMatchObject({ code: 'en', isPartly: false });
  });

  it('says nothing of what is too short, empty, or no words at all', () => {
    for (const said of [[], [''], ['Guten Morgen'], ['Hola, ¿qué tal?', 'Bien.'], ['12 14 '.repeat(2_000)]])
      expect(spokenLanguage(said)).toBeNull();
  });

  it('looks at a huge talk in no time', () => {
    expect(spokenLanguage(Array(50_000).fill(GERMAN))?.code).toBe('de');
  });
});
