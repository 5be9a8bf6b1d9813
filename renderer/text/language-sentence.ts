/** For words that the model in use was not made for. `language` as in “German”, “partly German”, “German and French”. */
export function languageSentence(interviews: number, language: string): string {
  const words = interviews === 1 ? 'These words are' : `The words of ${interviews} interviews are`;
  return `Earshot finds needs in English. ${words} ${language}; search and tags work, suggestions may be poor.`;
}
