/** Text in lines that a mail program broke (RFC 3676), joined again; quoted lines only with lines quoted as deeply. */
export function unflowed(text: string, dropsSpace: boolean): string {
  const lines: string[] = [];
  let depth = 0;
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)?.[0] ?? '';
    const line = raw.slice(marks.length).replace(/^ /, '');
    const joins = isOpen && marks.length === depth && line !== '-- ';
    const words = joins
      ? `${dropsSpace ? withoutLast(lines.pop() ?? '') : (lines.pop() ?? '')}${line}`
      : `${marks}${marks === '' ? '' : ' '}${line}`;
    lines.push(words);
    isOpen = line.endsWith(' ') && line !== '-- ';
    depth = marks.length;
  }
  return lines.map((line) => (line.endsWith(' ') ? line.trimEnd() : line)).join('\n');
}

const withoutLast = (line: string): string => line.slice(0, -1);
