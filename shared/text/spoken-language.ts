// In which language somebody spoke, over a whole talk: a talk in two languages is told too, where one look at all of it
// would call it neither. It only tells; what follows from it is for others to say.
import { type DetectedLanguage, detectLanguage } from './language.ts';

export interface SpokenLanguage extends DetectedLanguage {
  /** The rest is in English, or in no language that can be told. */
  readonly isPartly: boolean;
}

/** Letters of a stretch: some 150 words, enough to tell a language by. */
const STRETCH = 900;
/** Each costs a fraction of a millisecond, and a large study has a thousand talks. */
const MOST_STRETCHES = 16;
/** One stretch may be a quotation or a list of names. */
const FEWEST_STRETCHES = 2;
const LEAST_SHARE = 0.2;

/** Null when it cannot be told. English when most of it is, unless a fifth or more is in another language. */
export function spokenLanguage(said: readonly string[]): SpokenLanguage | null {
  const text = said.join('\n');
  const whole = detectLanguage(text);
  if (whole !== null && whole.code !== 'en') return { ...whole, isPartly: false };
  const stretches = stretchesOf(text).flatMap((stretch) => detectLanguage(stretch) ?? []);
  const others = new Map<string, DetectedLanguage[]>();
  for (const one of stretches)
    if (one.code !== 'en') others.set(one.code, [...(others.get(one.code) ?? []), one]);
  const [most = []] = [...others.values()].sort((a, b) => b.length - a.length);
  const [first] = most;
  if (first && most.length >= FEWEST_STRETCHES && most.length >= stretches.length * LEAST_SHARE)
    return { ...first, isPartly: true };
  return whole && { ...whole, isPartly: false };
}

/** As a sentence needs it: “These words are German”, “… are partly German”. */
export function languageWords({ name, isPartly }: SpokenLanguage): string {
  return isPartly ? `partly ${name}` : name;
}

/** Spread over the whole talk, each of whole words. */
function stretchesOf(text: string): string[] {
  const step = Math.max(STRETCH, Math.ceil(text.length / MOST_STRETCHES));
  const stretches: string[] = [];
  for (let from = 0; from < text.length; from += step) stretches.push(text.slice(from, from + STRETCH));
  return stretches;
}
