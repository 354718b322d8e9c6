/** The content of a mail's part as the bytes it stood for. `encoding`: its `Content-Transfer-Encoding`, as written. */
export function transferDecoded(latin: string, encoding: string): Buffer {
  const known = encoding.trim().toLowerCase();
  if (known === 'base64') return Buffer.from(latin.replace(/[^a-z0-9+/]/gi, ''), 'base64');
  return Buffer.from(known === 'quoted-printable' ? quotedPrintable(latin) : latin, 'latin1');
}

/** Blanks at a line's end are the transport's, not the writer's. */
function quotedPrintable(latin: string): string {
  const lines = latin.split('\n').map((line) => {
    const tidy = withoutBlankEnd(line);
    return tidy.endsWith('=') ? tidy.slice(0, -1) : `${tidy}\n`;
  });
  const text = lines.join('');
  return (latin.endsWith('\n') || !text.endsWith('\n') ? text : text.slice(0, -1)).replace(
    /=([0-9a-f]{2})/gi,
    (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A loop, since a pattern would take the square of a long run of blanks. */
function withoutBlankEnd(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line[end - 1] ?? '')) end -= 1;
  return line.slice(0, end);
}
