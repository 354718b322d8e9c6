/** Times as office programs write them. */

/**
 * ISO 8601 UTC; '' for what is no time. Most programs write the clock of the writer without saying its zone: such a time is
 * taken as it stands.
 */
export function officeTime(said: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(said.trim());
  if (parts === null) return '';
  const [, minutes = '', seconds = ':00', zone = 'Z'] = parts;
  const time = new Date(`${minutes}${seconds}${zone}`);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1900 ? '' : time.toISOString();
}
