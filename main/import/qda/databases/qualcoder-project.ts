/**
 * A project of QualCoder (`data.qda` in its folder, a SQLite file) as a REFI-QDA project: files with their text, codes in
 * categories, coded words, annotations, cases, attributes, journals. Columns that its older versions do not have are empty.
 */

import { foreignColumns } from '../../../store/core/file/open-foreign';
import { all, pluck, type ReadableDB } from '../../../store/core/sql';
import type { QdaCase, QdaCode, QdaProject, QdaSelection, QdaSource, QdaText, QdaValue } from '../project';
import { timeOf } from '../read-qde';

type Row = Readonly<Record<string, string | number | null>>;

/** The named columns of a table; those it lacks are null. A table that is not there has no rows. */
function rowsOf(db: ReadableDB, table: string, columns: readonly string[]): Row[] {
  const there = foreignColumns(db, table);
  if (there.length === 0) return [];
  const selected = columns.map((column) => (there.includes(column) ? `"${column}"` : `NULL AS "${column}"`));
  return all<Row>(db, `SELECT ${selected.join(', ')} FROM "${table}" ORDER BY rowid`);
}

const words = (row: Row, column: string): string => String(row[column] ?? '').trim();
const count = (row: Row, column: string): number => Number(row[column] ?? 0);

const origin = (row: Row): { readonly coder: string; readonly createdAt: string } => ({
  coder: words(row, 'owner'),
  createdAt: timeOf(words(row, 'date')),
});

const codeKey = (id: unknown): string => `qualcoder code ${String(id)}`;
const categoryKey = (id: unknown): string => `qualcoder category ${String(id)}`;
const sourceKey = (id: unknown): string => `qualcoder file ${String(id)}`;
const importantKey = 'qualcoder important';

function code(row: Row, guid: string, parent: string): QdaCode {
  const { name, colour, description } = {
    name: words(row, 'name'),
    colour: words(row, 'color'),
    description: words(row, 'memo'),
  };
  return { guid, name, parent, colour, description, notes: [] };
}

/** Those that lie in none come first, then what lies in them, and so on; circles are cut. */
function parentsFirst(codes: readonly QdaCode[]): QdaCode[] {
  const known = new Set(codes.map(({ guid }) => guid));
  const below = new Map<string, QdaCode[]>();
  for (const one of codes) {
    const parent = known.has(one.parent) ? one.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), { ...one, parent }]);
  }
  const ordered: QdaCode[] = [];
  let level = below.get('') ?? [];
  while (level.length > 0) {
    ordered.push(...level);
    level = level.flatMap(({ guid }) => below.get(guid) ?? []);
  }
  const reached = new Set(ordered.map(({ guid }) => guid));
  return [
    ...ordered,
    ...codes.filter(({ guid }) => !reached.has(guid)).map((one) => ({ ...one, parent: '' })),
  ];
}

function codesOf(db: ReadableDB): QdaCode[] {
  const categories = rowsOf(db, 'code_cat', ['catid', 'name', 'memo', 'supercatid']).map((row) =>
    code(row, categoryKey(row['catid']), row['supercatid'] === null ? '' : categoryKey(row['supercatid'])),
  );
  const codes = rowsOf(db, 'code_name', ['cid', 'name', 'memo', 'catid', 'color', 'supercid']).map((row) => {
    const above = row['supercid'] === null ? row['catid'] : null;
    const parent =
      above === null ? (row['supercid'] === null ? '' : codeKey(row['supercid'])) : categoryKey(above);
    return code(row, codeKey(row['cid']), parent);
  });
  return parentsFirst([...categories, ...codes]);
}

function selection(row: Row, guid: string, codes: readonly string[]): QdaSelection {
  const memo = words(row, 'memo');
  return {
    guid,
    start: count(row, 'pos0'),
    end: count(row, 'pos1'),
    words: String(row['seltext'] ?? ''),
    comments: memo === '' ? [] : [memo],
    codes: Number(row['important'] ?? 0) === 1 ? [...codes, importantKey] : codes,
    notes: [],
    isArea: false,
    ...origin(row),
  };
}

/** Selections by the file that they are in. */
function selectionsOf(db: ReadableDB): Map<string, QdaSelection[]> {
  const place = ['fid', 'pos0', 'pos1', 'owner', 'date', 'memo'];
  const coded = rowsOf(db, 'code_text', ['ctid', 'cid', 'seltext', 'important', ...place]).map(
    (row) => [row, selection(row, `qualcoder coding ${String(row['ctid'])}`, [codeKey(row['cid'])])] as const,
  );
  const noted = rowsOf(db, 'annotation', ['anid', ...place]).map(
    (row) => [row, selection(row, `qualcoder annotation ${String(row['anid'])}`, [])] as const,
  );
  const cases = rowsOf(db, 'case_text', ['id', 'caseid', ...place]).map(
    (row) => [row, selection(row, caseTextKey(row), [])] as const,
  );
  const files = new Map<string, QdaSelection[]>();
  for (const [row, one] of [...coded, ...noted, ...cases.filter(([row]) => !isWholeFile(db, row))]) {
    const key = sourceKey(row['fid']);
    const list = files.get(key);
    if (list) list.push(one);
    else files.set(key, [one]);
  }
  return files;
}

const caseTextKey = (row: Row): string => `qualcoder case text ${String(row['id'])}`;

/** Nearly the whole of a file is the file. */
function isWholeFile(db: ReadableDB, row: Row): boolean {
  const [length = 0] = pluck<number | null>(db, 'SELECT length(fulltext) FROM source WHERE id = ?', [
    count(row, 'fid'),
  ]);
  const nearEnd = Math.min((length ?? 0) * 0.98, (length ?? 0) - 1);
  return count(row, 'pos0') <= 1 && count(row, 'pos1') >= nearEnd;
}

/** Attributes of files or cases, by whose they are. */
function valuesOf(db: ReadableDB, kind: string): (id: unknown) => QdaValue[] {
  const rows = rowsOf(db, 'attribute', ['name', 'attr_type', 'value', 'id']).filter(
    (row) => words(row, 'attr_type') === kind && words(row, 'value') !== '',
  );
  return (id) =>
    rows
      .filter((row) => String(row['id']) === String(id))
      .map((row) => ({ variable: words(row, 'name'), value: words(row, 'value') }));
}

const mediaKinds: readonly (readonly [RegExp, string])[] = [
  [/^\/?images?[:/]/i, 'Picture'],
  [/^\/?audio[:/]/i, 'Audio'],
  [/^\/?video[:/]/i, 'Video'],
];

function sourcesOf(db: ReadableDB): QdaSource[] {
  const selections = selectionsOf(db);
  const valuesOfFile = valuesOf(db, 'file');
  const areas = rowsOf(db, 'code_image', ['id'])
    .concat(rowsOf(db, 'code_av', ['id']))
    .map((row) => sourceKey(row['id']));
  return rowsOf(db, 'source', ['id', 'name', 'fulltext', 'mediapath', 'memo', 'owner', 'date']).map((row) => {
    const guid = sourceKey(row['id']);
    const media = mediaKinds.find(([pattern]) => pattern.test(words(row, 'mediapath')))?.[1];
    return {
      guid,
      kind: media ?? 'Text',
      name: words(row, 'name'),
      description: words(row, 'memo'),
      path: '',
      richPath: '',
      content: row['fulltext'] === null || words(row, 'fulltext') === '' ? null : String(row['fulltext']),
      selections: selections.get(guid) ?? [],
      codes: [],
      notes: [],
      values: valuesOfFile(row['id']),
      otherSelections: areas.filter((area) => area === guid).length,
      ...origin(row),
    };
  });
}

function casesOf(db: ReadableDB): QdaCase[] {
  const valuesOfCase = valuesOf(db, 'case');
  const stretches = rowsOf(db, 'case_text', ['id', 'caseid', 'fid', 'pos0', 'pos1']);
  return rowsOf(db, 'cases', ['caseid', 'name', 'memo']).map((row) => {
    const own = stretches.filter(({ caseid }) => caseid === row['caseid']);
    const whole = own.filter((stretch) => isWholeFile(db, stretch));
    return {
      guid: `qualcoder case ${String(row['caseid'])}`,
      name: words(row, 'name'),
      description: words(row, 'memo'),
      codes: [],
      values: valuesOfCase(row['caseid']),
      sources: whole.map(({ fid }) => sourceKey(fid)),
      selections: own.filter((stretch) => !whole.includes(stretch)).map(caseTextKey),
    };
  });
}

function journalsOf(db: ReadableDB): QdaText[] {
  return rowsOf(db, 'journal', ['jid', 'name', 'jentry', 'date', 'owner']).map((row) => ({
    guid: `qualcoder journal ${String(row['jid'])}`,
    name: words(row, 'name'),
    description: '',
    path: '',
    richPath: '',
    content: String(row['jentry'] ?? ''),
    selections: [],
    codes: [],
    notes: [],
    values: [],
    ...origin(row),
  }));
}

/** `name`: of the project's folder. */
export function readQualcoder(db: ReadableDB, name: string): QdaProject {
  const sources = sourcesOf(db);
  const isImportant = sources.some(({ selections }) =>
    selections.some(({ codes }) => codes.includes(importantKey)),
  );
  const important = {
    guid: importantKey,
    name: 'Important',
    parent: '',
    colour: '',
    description: '',
    notes: [],
  };
  const names = rowsOf(db, 'attribute_type', ['name', 'memo']).map(
    (row) => [words(row, 'name'), { name: words(row, 'name'), description: words(row, 'memo') }] as const,
  );
  return {
    name,
    origin: 'QualCoder',
    description: rowsOf(db, 'project', ['memo'])
      .map((row) => words(row, 'memo'))
      .join('\n'),
    codes: [...codesOf(db), ...(isImportant ? [important] : [])],
    variables: new Map(names),
    cases: casesOf(db),
    sources,
    notes: journalsOf(db),
    links: [],
    sets: [],
    graphCount: rowsOf(db, 'graph', ['grid']).length,
  };
}
