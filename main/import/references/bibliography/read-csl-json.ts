/** CSL-JSON: a list of references, one alone, or `{ items: […] }`, as Zotero and its relatives write it. */
import { tagsOfCsl } from './csl';
import { type Csl, isRecord, wordsOf } from './csl-value';
import type { ReferenceList } from './reference';

function itemsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (isRecord(json) && Array.isArray(json['items'])) return json['items'];
  return [json];
}

const isReference = (item: unknown): boolean =>
  isRecord(item) &&
  typeof item['type'] === 'string' &&
  ('title' in item || 'issued' in item || 'author' in item);

/** Whether a JSON value is CSL-JSON. */
export function isCslJson(json: unknown): boolean {
  const items = itemsIn(json);
  return items.slice(0, 5).some(isReference);
}

/** Files as exporters for Zotero put them to a reference; the standard has no place for them. */
function filesOf({ attachments }: Csl): string[] {
  if (!Array.isArray(attachments)) return [];
  const named = attachments.map((one: unknown) =>
    isRecord(one) ? wordsOf(one['path'] ?? one['localPath']) : wordsOf(one),
  );
  return named.filter((path) => path !== '');
}

/** Reads what {@link isCslJson} knows. */
export function readCslJson(json: unknown): ReferenceList {
  const items = itemsIn(json);
  const references = items.filter(isRecord).filter(isReference);
  return {
    references: references.map((csl, at) => ({
      key: wordsOf(csl['id']) || String(at + 1),
      csl,
      paths: filesOf(csl),
      tags: tagsOfCsl(csl),
    })),
    unread: items
      .filter((item) => !isReference(item))
      .map(() => ({ key: '', message: 'This is not a reference.' })),
  };
}
