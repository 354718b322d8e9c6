/** EDTF in words a person reads: "about 3 July 2025", "July 2025", "some day in July", "1 to 4 July 2025". English. */
import { parseEdtf } from './edtf';

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
];
const seasons: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
};

function describeYear(year: string): string {
  if (!year.includes('X')) return String(Number(year));
  if (year === 'XXXX') return '';
  return `${year.replace(/X/g, '0').replace(/^0+(?=\d)/, '')}s`;
}

function describeMonth(month: string): string {
  if (month === 'XX') return 'an unknown month';
  return seasons[month] ?? months[Number(month) - 1] ?? month;
}

/** `2025-07-03`, any piece of it absent or unspecified. */
function describeDay(date: string): string {
  const [, sign = '', year = '', month, day] =
    /^(-?)(\d{4}|[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(date) ?? [];
  if (year === '') return date;
  // EDTF counts a year 0, which is 1 BCE.
  const yearWords = sign === '-' ? `${Number(year) + 1} BCE` : describeYear(year);
  const pieces = [
    day && (day === 'XX' ? 'some day in' : String(Number(day))),
    month && describeMonth(month),
    yearWords,
  ];
  return pieces.filter(Boolean).join(' ');
}

const qualifiers: Readonly<Record<string, readonly [before: string, after: string]>> = {
  '~': ['about ', ''],
  '?': ['', ', uncertain'],
  '%': ['about ', ', uncertain'],
};

/** One date with its qualifiers; a qualifier on a piece of it counts for the whole. */
function describeDate(date: string): string {
  const [mark] = /[~?%]/.exec(date) ?? [''];
  const [before, after] = qualifiers[mark] ?? ['', ''];
  return before + describeDay(date.replace(/[~?%]/g, '').replace(/T.*$/, '')) + after;
}

function describeInterval(from: string, to: string): string {
  if (from === '..' || from === '')
    return to === '..' || to === '' ? 'at some time' : `until ${describeDate(to)}`;
  if (to === '..' || to === '') return `from ${describeDate(from)}${to === '..' ? ' on' : ''}`;
  return `${describeDate(from)} to ${describeDate(to)}`;
}

function describeSet(list: string): string {
  const joint = list.startsWith('[') ? ' or ' : ' and ';
  return list
    .slice(1, -1)
    .split(',')
    .map((item) =>
      item
        .split('..')
        .filter(Boolean)
        .map((date) => describeDate(date.trim()))
        .join(' to '),
    )
    .join(joint);
}

/** The date in words; what is no EDTF is given back as it is. */
export function describeEdtf(edtf: string): string {
  const date = edtf.trim();
  if (!parseEdtf(date) && !/^XXXX/.test(date)) return edtf;
  if (/^[[{]/.test(date)) return describeSet(date);
  const [from = '', to] = date.split('/');
  return to === undefined ? describeDate(from) : describeInterval(from, to);
}
