const dayTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time (ISO 8601) as people here write it. */
export const timeWords = (iso: string): string => dayTime.format(new Date(iso));
