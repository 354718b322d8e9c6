const sign = /\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g;

/**
 * What a replacement makes of a match: `$1` to `$99` stand for groups, `$<name>` for a named one, `$&` for all of it, `$$`
 * for a dollar sign, as in ECMAScript. A group that is not in the pattern stays as it is written.
 */
export function expandReplacement(template: string, match: RegExpMatchArray): string {
  return template.replace(
    sign,
    (written, dollar, whole, digits: string | undefined, name: string | undefined) => {
      if (dollar) return '$';
      if (whole) return match[0];
      if (digits !== undefined) return groupOf(match, digits) ?? written;
      if (name !== undefined && match.groups && name in match.groups) return match.groups[name] ?? '';
      return written;
    },
  );
}

/** `$12` is group 12, or group 1 and a 2 where there are fewer than twelve. */
function groupOf(match: RegExpMatchArray, digits: string): string | null {
  const whole = Number(digits);
  if (whole > 0 && whole < match.length) return match[whole] ?? '';
  const first = Number(digits.charAt(0));
  if (digits.length < 2 || first === 0 || first >= match.length) return null;
  return `${match[first] ?? ''}${digits.charAt(1)}`;
}
