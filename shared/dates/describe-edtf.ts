/** EDTF said in English words, as plainly as its certainty allows: `2025-07-03~` is “about 3 July 2025”. */
import { isEdtf } from './edtf';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What the numbers above 20 in the place of a month mean (ISO 8601-2, level 1 and 2). */
const partsOfYear: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  25: 'northern spring',
  26: 'northern summer',
  27: 'northern autumn',
  28: 'northern winter',
  29: 'southern spring',
  30: 'southern summer',
  31: 'southern autumn',
  32: 'southern winter',
  33: 'the first quarter of',
  34: 'the second quarter of',
  35: 'the third quarter of',
  36: 'the fourth quarter of',
  37: 'the first third of',
  38: 'the second third of',
  39: 'the last third of',
  40: 'the first half of',
  41: 'the second half of',
};

function describeYear(year: string): string {
  const long = /^Y(-?)(\d+)/.exec(year);
  if (long) return `the year ${long[2] ?? ''}${long[1] ? ' BCE' : ''}`;
  if (year === 'XXXX') return 'some year';
  if (/^XX\dX$/.test(year)) return `the ${year.slice(2, 3)}0s of some century`;
  if (/^-\d{1,3}X{1,3}$/.test(year)) return describeMaskedBefore(year);
  if (/^\d{3}X$/.test(year)) return `${Number(year.slice(0, 3))}0s`;
  if (/^\d{1,2}X{2,3}$/.test(year)) return `${year.replace(/X/g, '0')} to ${year.replace(/X/g, '9')}`;
  if (year.includes('X')) return `a year like ${year}`;
  // Year 0 is 1 BC.
  return year.startsWith('-') || year === '0000' ? `${1 - Number(year)} BCE` : String(Number(year));
}

/** Years before 1 BC count down: `-04XX` is 500 to 401 BCE. */
function describeMaskedBefore(year: string): string {
  const [first, last] = [year.replace(/X/g, '9'), year.replace(/X/g, '0')];
  return `${1 - Number(first)} to ${1 - Number(last)} BCE`;
}

const monthName = (month: string): string => months[Number(month) - 1] ?? 'some month';

/** Days and months of which nothing, or only the day of the month, is known. */
function describeUnknown(month: string, day: string): string | null {
  if (!month.includes('X')) return null;
  if (day === '') return 'some month';
  return day.includes('X') ? 'some day' : `day ${Number(day)} of some month`;
}

function describeDay(year: string, month: string, day: string): string {
  const unknown = year === 'XXXX' ? describeUnknown(month, day) : null;
  if (unknown !== null) return unknown;
  const ofYear = year === 'XXXX' ? '' : ` ${describeYear(year)}`;
  if (day === '') return month.includes('X') ? `some month in${ofYear}` : `${monthName(month)}${ofYear}`;
  if (month.includes('X')) return `some day in${ofYear}`;
  return `${day.includes('X') ? 'some day in' : Number(day)} ${monthName(month)}${ofYear}`;
}

function describeBare(date: string): string {
  const significant = /^(.+)S(\d)$/.exec(date);
  if (significant) return `about ${describeYear(significant[1] ?? '')}`;
  const [, year = date, month = '', day = '', time = ''] =
    /^(-?[\dX]{4}|Y-?\d+(?:E\d+)?)(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(\d\d:\d\d).*)?$/.exec(date) ?? [];
  const part = partsOfYear[month];
  if (part) return `${part} ${describeYear(year)}`;
  if (month === '') return describeYear(year);
  return `${describeDay(year, month, day)}${time === '' ? '' : `, ${time}`}`;
}

function describeDate(date: string): string {
  const before = /[~%]/.test(date) ? 'about ' : '';
  const after = /[?%]/.test(date) ? ', uncertain' : '';
  return before + describeBare(date.replace(/[?~%]/g, '')) + after;
}

function describeInterval(from: string, to: string): string {
  const [openStart, openEnd] = [from, to].map((side) => side === '' || side === '..');
  if (openStart && openEnd) return 'at some time';
  if (openStart) return `until ${describeDate(to)}`;
  if (from === to && from === 'XXXX-XX-XX') return 'some days';
  if (to === '..') return `from ${describeDate(from)} on`;
  return to === '' ? `from ${describeDate(from)}` : `${describeBeginning(from, to)} to ${describeDate(to)}`;
}

/** The beginning of an interval without the year and month that its end says again: “3 to 4 March 2024”. */
function describeBeginning(from: string, to: string): string {
  const whole = describeDate(from);
  const isPlain = (date: string) =>
    /^\d{4}-\d\d(-\d\d)?$/.test(date) && partsOfYear[date.slice(5, 7)] === undefined;
  if (!isPlain(from) || !isPlain(to) || from.length !== to.length || from.slice(0, 4) !== to.slice(0, 4))
    return whole;
  const isDayOfMonth = from.length === 10 && from.slice(0, 7) === to.slice(0, 7);
  return isDayOfMonth ? String(Number(from.slice(8))) : whole.replace(/ \d+$/, '');
}

/** What one date of a range is called: the precision of its ends. */
function unitOf(date: string): string {
  const parts = date.replace(/^-/, '').split('-').length;
  return parts === 1 ? 'year' : parts === 2 ? 'month' : 'day';
}

function describeMember(member: string, quantity: 'some' | 'every'): string {
  const [from = '', to] = member.split('..');
  if (to === undefined) return describeDate(member);
  if (from === '') return `${describeDate(to)} or before`;
  if (to === '') return `${describeDate(from)} or after`;
  return `${quantity} ${unitOf(from)} from ${describeDate(from)} to ${describeDate(to)}`;
}

/** An EDTF string in English words; a string that is no EDTF comes back as it is. */
export function describeEdtf(edtf: string): string {
  const date = edtf.trim();
  if (!isEdtf(date)) return edtf;
  const [, opening, members = ''] = /^([[{])(.*)[\]}]$/.exec(date) ?? [];
  if (opening) {
    const words = members
      .split(',')
      .map((member) => describeMember(member.trim(), opening === '[' ? 'some' : 'every'));
    return words.join(opening === '[' ? ' or ' : ' and ');
  }
  const [from = '', to] = date.split('/');
  return to === undefined ? describeDate(date) : describeInterval(from, to);
}
