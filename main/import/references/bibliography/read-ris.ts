/** RIS, as databases and reference managers write it: a line a tag, a reference from `TY` to `ER`. */
import { type Csl, wordsOf } from './csl-value';
import type { Reference, ReferenceList } from './reference';

type Tags = ReadonlyMap<string, readonly string[]>;

/** Kinds of CSL by those of RIS; others are documents. */
const types: Readonly<Record<string, string>> = {
  BLOG: 'post-weblog',
  BOOK: 'book',
  CHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  JFULL: 'article-journal',
  JOUR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  RPRT: 'report',
  THES: 'thesis',
  VIDEO: 'motion_picture',
};

const line = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** The references as tags with their values; a line without a tag goes on with the one before. */
function blocksOf(text: string): readonly Tags[] {
  const blocks: Map<string, string[]>[] = [];
  let tags: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const row of text.split('\n')) {
    const [, tag = '', value = ''] = line.exec(row.trimEnd()) ?? [];
    if (tag === 'TY') blocks.push((tags = new Map()));
    if (tag === 'ER') tags = last = null;
    else if (tag !== '' && tags) tags.set(tag, (last = [...(tags.get(tag) ?? []), value.trim()]));
    else if (tag === '' && last && row.trim() !== '') last.push(`${last.pop() ?? ''} ${row.trim()}`.trim());
  }
  return blocks;
}

/** `2023/07/04/morning` → parts and words; RIS leaves out what is unknown: `2023///`. */
function dateOf(said: string): Csl {
  const [, year = '', month = '', day = ''] = /^(\d{4})(?:[/-](\d{0,2})(?:[/-](\d{0,2}))?)?/.exec(said) ?? [];
  const parts = [year, ...(month === '' ? [] : [month, ...(day === '' ? [] : [day])])];
  return year === '' ? { literal: said } : { 'date-parts': [parts.map(Number)] };
}

/** `Family, Given, Suffix`; what has no comma is a name as a whole: a newspaper's desk, an organisation. */
function personOf(name: string): Csl {
  const [family = '', given = '', suffix = ''] = name.split(',').map((part) => part.trim());
  return given === '' ? { literal: family } : { family, given, suffix };
}

function cslOf(tags: Tags): Csl {
  const all = (...names: readonly string[]) =>
    names.flatMap((name) => tags.get(name) ?? []).filter((value) => value !== '');
  const first = (...names: readonly string[]) => all(...names)[0];
  const date = first('DA', 'PY', 'Y1');
  const pages = [first('SP'), first('EP')].filter(Boolean).join('–');
  const said: Csl = {
    type: types[first('TY') ?? ''] ?? 'document',
    title: first('TI', 'T1', 'CT', 'BT'),
    author: all('AU', 'A1').map(personOf),
    editor: all('ED', 'A2').map(personOf),
    'container-title': first('JO', 'JF', 'JA', 'T2'),
    publisher: first('PB'),
    'publisher-place': first('CY', 'PP'),
    URL: all('UR', 'LK').find((address) => /^https?:/i.test(address)),
    DOI: /\b10\.\d{4,9}\/\S+/.exec(first('DO', 'M3') ?? '')?.[0],
    ISSN: first('SN'),
    volume: first('VL'),
    issue: first('IS'),
    page: pages,
    language: first('LA'),
    abstract: first('AB', 'N2'),
    note: all('N1').join(' '),
    archive: first('DB'),
  };
  return date === undefined ? said : { ...said, issued: dateOf(date) };
}

function referenceOf(tags: Tags, at: number): Reference {
  const files = [...(tags.get('L1') ?? []), ...(tags.get('L2') ?? []), ...(tags.get('L4') ?? [])];
  return {
    key: wordsOf(tags.get('ID')) || String(at + 1),
    csl: cslOf(tags),
    paths: files,
    tags: (tags.get('KW') ?? [])
      .flatMap((words) => words.split(';'))
      .map((name) => name.trim())
      .filter(Boolean),
  };
}

/** `text`: with LF line ends. */
export function readRis(text: string): ReferenceList {
  return { references: blocksOf(text).map(referenceOf), unread: [] };
}
