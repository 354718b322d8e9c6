const dayTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The parts in the order of the dates that `describeEdtf` says: “3 July 2025, 20:51”. */
export function timeWords(iso: string): string {
  const parts = dayTime.formatToParts(new Date(iso));
  const part = (kind: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === kind)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}

/** The day of a time (ISO 8601), here: “3 July 2025”. */
export const dayWords = (iso: string): string => day.format(new Date(iso));
