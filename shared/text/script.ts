/** Scripts that are told apart, Latin last. */
export const scripts = [
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Han',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Greek',
  'Georgian',
  'Armenian',
  'Devanagari',
  'Thai',
  'Ethiopic',
  'Latin',
] as const;

const patterns = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

/** The first script of the list that a name has a letter of; '' for another one, or none. */
export function scriptOf(name: string): (typeof scripts)[number] | '' {
  return patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? '';
}
