/**
 * Adds bookmarks to a PDF that has places by name but no outline, as an update at its end (ISO 32000-1, 7.5.6): for versions
 * of Electron that cannot write an outline themselves. What does not look as expected is left as it is.
 */
import type { OutlineEntry } from './outline-links';

interface Item extends OutlineEntry {
  readonly children: Item[];
}

/** Entries below the nearest one of a lower level. */
function nested(entries: readonly OutlineEntry[]): readonly Item[] {
  const roots: Item[] = [];
  const path: Item[] = [];
  for (const entry of entries) {
    const item: Item = { ...entry, children: [] };
    while ((path.at(-1)?.level ?? 0) >= item.level) path.pop();
    (path.at(-1)?.children ?? roots).push(item);
    path.push(item);
  }
  return roots;
}

/** A text string in UTF-16BE. */
function textString(words: string): string {
  const bytes = Buffer.from(words, 'utf16le').swap16();
  return `<FEFF${bytes.toString('hex').toUpperCase()}>`;
}

const countOf = (items: readonly Item[]): number =>
  items.reduce((sum, { children }) => sum + 1 + countOf(children), 0);

/** Objects by their numbers, from `first` on; the outline itself is the first. */
function outlineObjects(roots: readonly Item[], first: number): ReadonlyMap<number, string> {
  const objects = new Map<number, string>();
  let next = first + 1;
  const write = (items: readonly Item[], parent: number): { readonly from: number; readonly to: number } => {
    const numbers = items.map(() => next++);
    for (const [index, item] of items.entries()) {
      const number = numbers[index] ?? 0;
      const beside = (name: string, at: number) =>
        numbers[at] === undefined ? '' : ` /${name} ${numbers[at]} 0 R`;
      const inner = item.children.length > 0 ? write(item.children, number) : null;
      const below = inner
        ? ` /First ${inner.from} 0 R /Last ${inner.to} 0 R /Count -${countOf(item.children)}`
        : '';
      const place = `/Title ${textString(item.title)} /Parent ${parent} 0 R /Dest /${item.name}`;
      objects.set(number, `<< ${place}${beside('Prev', index - 1)}${beside('Next', index + 1)}${below} >>`);
    }
    return { from: numbers[0] ?? 0, to: numbers.at(-1) ?? 0 };
  };
  const { from, to } = write(roots, first);
  objects.set(first, `<< /Type /Outlines /First ${from} 0 R /Last ${to} 0 R /Count ${roots.length} >>`);
  return objects;
}

interface Structure {
  /** Where the last table of objects stands, in bytes. */
  readonly table: number;
  readonly size: number;
  readonly root: number;
  readonly trailer: string;
  readonly catalog: string;
}

/** `pdf`: a byte a character. */
function readStructure(pdf: string): Structure | null {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.slice(-200))?.[1] ?? -1);
  if (table < 0 || !pdf.startsWith('xref', table)) return null;
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(pdf.slice(table))?.[1] ?? '';
  const size = Number(/\/Size\s+(\d+)/.exec(trailer)?.[1] ?? 0);
  const root = Number(/\/Root\s+(\d+)\s+0\s+R/.exec(trailer)?.[1] ?? 0);
  const [, catalog] = new RegExp(`(?:^|[\\r\\n])${root} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(pdf) ?? [];
  if (size === 0 || root === 0 || catalog === undefined) return null;
  return { table, size, root, trailer, catalog };
}

/** Entries that the PDF has a place for. */
const placed = (pdf: string, entries: readonly OutlineEntry[]): readonly OutlineEntry[] => {
  const names = new Set([...pdf.matchAll(/\/(outline-\d+)[\s[<(/]/g)].map(([, name]) => name));
  return entries.filter(({ name }) => names.has(name));
};

/** The PDF with bookmarks; the same bytes where it has them already, or cannot have them. */
export function addOutline(bytes: Uint8Array, entries: readonly OutlineEntry[]): Uint8Array {
  const pdf = Buffer.from(bytes).toString('latin1');
  const structure = readStructure(pdf);
  const roots = nested(placed(pdf, entries));
  if (!structure || roots.length === 0 || /\/Outlines\s/.test(structure.catalog)) return bytes;
  const { size, root, table, trailer, catalog } = structure;
  const objects = new Map(outlineObjects(roots, size));
  objects.set(root, `<<${catalog} /Outlines ${size} 0 R /PageMode /UseOutlines >>`);
  let added = pdf.endsWith('\n') ? '' : '\n';
  const rows: string[] = [];
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    rows.push(`${number} 1\n${String(bytes.length + added.length).padStart(10, '0')} 00000 n \n`);
    added += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = bytes.length + added.length;
  const inherited = trailer
    .replace(/\/Size\s+\d+/, `/Size ${size + objects.size - 1}`)
    .replace(/\/Prev\s+\d+/, '');
  added += `xref\n${rows.join('')}trailer\n<<${inherited} /Prev ${table} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(added, 'latin1')]);
}
