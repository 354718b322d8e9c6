import { describe, expect, test } from 'vitest';
import { findNumbers } from './find-numbers';

const short = (text: string) =>
  findNumbers(text).map(({ start, end, value: { comparison, low, high } }) => [
    text.slice(start, end),
    comparison + low + (high === null ? '' : `..${high}`),
  ]);

describe('numbers in texts', () => {
  test.each<readonly [string, ...string[]]>([
    ['at least 23 people injured', '≥23'],
    ['a combined 550 drones and missiles', '=550'],
    ['over 50,000 Russian troops', '>50000'],
    ['between 20 and 30 houses', '=20..30'],
    ['20–30 houses', '=20..30'],
    ['about 1.5 million people', '≈1500000'],
    ['between 20 and 30 thousand people', '=20000..30000'],
    ['two dead, some 40 wounded', '=2', '≈40'],
    ['Twelve or more were hurt', '≥12'],
    ['up to six boats', '≤6'],
    ['mindestens 23 Menschen', '≥23'],
    ['mehr als 1.200 Soldaten', '>1200'],
    ['rund 3 Millionen', '≈3000000'],
    ['au moins douze blessés', '≥12'],
    ['plus de 1 200 soldats', '>1200'],
    ['не менее 23 человек', '≥23'],
    ['более 50 тысяч военных', '>50000'],
    ['щонайменше 23 людини', '≥23'],
    ['понад 5 млн', '>5000000'],
    ['від 20 до 30 будинків', '=20..30'],
    ['fewer than 10 of them', '<10'],
    ['50+ people', '≥50'],
    ['12 marines and 5 separatists', '=12', '=5'],
    ['12 вертольотів', '=12'],
    ["п'ять осіб", '=5'],
  ])('%s', (text, ...expected) => {
    expect(short(text).map(([, value]) => value)).toEqual(expected);
  });

  test.each([
    'On July 3rd, 2025',
    'on 4 July 2024',
    'am 3. Juli',
    'at 10:30 in the morning',
    'in 1998',
    'a share of 40 percent',
    '3 июля',
    'the 23rd brigade',
    'a 12-year-old',
    'no one was hurt',
    'the G7',
    '3 липня',
    '25 травня',
  ])('no count in: %s', (text) => expect(short(text)).toEqual([]));

  test('words that qualify belong to the number', () => {
    expect(short('with at least 23 people')).toEqual([['at least 23', '≥23']]);
  });
});
