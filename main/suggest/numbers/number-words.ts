/**
 * How languages say numbers and how surely: for reading "at least 23" and its like. Words are as they stand in texts, in
 * lower case, parted by bars; a space stands for any white space.
 */
import type { Comparison } from '../../../shared/model/account';

const words = (list: string): readonly string[] => list.split('|');

/** Words before a number that say how it stands to what is counted: en, de, fr, ru, uk. */
export const comparisonWords: readonly (readonly [Exclude<Comparison, '='>, readonly string[]])[] = [
  ['≥', words('at least|no fewer than|not fewer than|no less than|not less than|a minimum of|≥|>=')],
  ['≥', words('mindestens|wenigstens|zumindest|au moins|pas moins de')],
  ['≥', words('не менее|не меньше|как минимум|по меньшей мере|по крайней мере|минимум')],
  ['≥', words('щонайменше|принаймні|не менше|не менш ніж|як мінімум')],
  ['>', words('more than|over|above|upwards of|upward of|in excess of|exceeding|>')],
  ['>', words('mehr als|über|plus de|более чем|более|больше|свыше|понад|більше ніж|більш ніж|більше')],
  ['≤', words('up to|at most|no more than|not more than|as many as|a maximum of|≤|<=')],
  ['≤', words('bis zu|höchstens|maximal|jusqu’à|au plus|au maximum|pas plus de')],
  ['≤', words('не более|не больше|до|не більше|щонайбільше|максимум')],
  ['<', words('fewer than|less than|under|below|<|weniger als|unter|moins de')],
  ['<', words('менее|меньше|менше ніж|менш ніж|менше')],
  ['≈', words('about|around|approximately|roughly|some|nearly|almost|close to|an estimated|~|≈')],
  ['≈', words('etwa|rund|ungefähr|circa|ca.|knapp|fast|gut|schätzungsweise')],
  ['≈', words('environ|près de|quelque|presque|около|примерно|приблизительно|почти|порядка')],
  ['≈', words('близько|приблизно|майже|орієнтовно|біля')],
];

/** Words behind a number that say so. */
export const trailingWords: Readonly<Record<string, Comparison>> = {
  'or more': '≥',
  'or so': '≈',
  'or fewer': '≤',
  'or less': '≤',
  '+': '≥',
  'oder mehr': '≥',
  'ou plus': '≥',
  'или более': '≥',
  'або більше': '≥',
};

/** Words around two numbers that make a range of them: before, between. */
export const rangeWords: readonly (readonly [string, string])[] = [
  ['between', 'and'],
  ['from', 'to'],
  ['zwischen', 'und'],
  ['von', 'bis'],
  ['entre', 'et'],
  ['de', 'à'],
  ['от', 'до'],
  ['между', 'и'],
  ['від', 'до'],
  ['між', 'і'],
  ['між', 'та'],
  ['', 'to'],
  ['', 'bis'],
  ['', 'or'],
];

/** Words behind digits that multiply them, as patterns. */
export const scaleWords: readonly (readonly [string, number])[] = [
  ['dozens?|dutzend', 12],
  ['hundreds?', 100],
  ['thousands?|tausend|mille|тысяч\\p{L}*|тыс\\.?|тисяч\\p{L}*|тис\\.?', 1e3],
  ['millions?|millionen|миллион\\p{L}*|мільйон\\p{L}*|млн\\.?', 1e6],
  ['billions?|milliarden?|milliards?|миллиард\\p{L}*|мільярд\\p{L}*|млрд\\.?', 1e9],
];

const fromTwo = (names: string): readonly (readonly [string, number])[] =>
  names.split(' ').map((name, index) => [name, index + 2]);
const tens = (names: string): readonly (readonly [string, number])[] =>
  names.split(' ').map((name, index) => [name, (index + 2) * 10]);

const english = {
  ones: 'one two three four five six seven eight nine',
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
};

/** "Twenty-three", also without its hyphen. */
const joined = english.tens.split(' ').flatMap((ten, index) =>
  english.ones.split(' ').flatMap((one, at): [string, number][] => {
    const value = (index + 2) * 10 + at + 1;
    return [
      [`${ten}-${one}`, value],
      [`${ten} ${one}`, value],
    ];
  }),
);

/** Words for one, of which most are articles too: what is one is seldom a count in a sentence. */
export const oneNames: ReadonlySet<string> = new Set(
  words('one|ein|eine|einen|un|une|один|одна|одно|одного|одну|одне'),
);

/** Numbers as words. */
export const numberNames: ReadonlyMap<string, number> = new Map<string, number>([
  ...[...oneNames].map((name): [string, number] => [name, 1]),
  ...fromTwo('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'),
  ...tens(english.tens),
  ...joined,
  ...fromTwo('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'),
  ...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
  ...fromTwo('deux trois quatre cinq six sept huit neuf dix onze douze'),
  ...tens('vingt trente quarante cinquante soixante'),
  ...fromTwo('два три четыре пять шесть семь восемь девять десять'),
  ...fromTwo('две трое четверо пятеро'),
  ...tens('двадцать тридцать сорок пятьдесят'),
  ...fromTwo('дві троє чотири п’ять шість сім вісім дев’ять десять'),
  ...tens('двадцять тридцять'),
  ['двое', 2],
  ['двоє', 2],
  ['a dozen', 12],
  ['a hundred', 100],
  ['a thousand', 1000],
  ['a million', 1e6],
  ['hundert', 100],
  ['tausend', 1000],
  ['cent', 100],
  ['сто', 100],
]);
