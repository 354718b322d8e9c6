/** Looking into JSON of which nothing is known: what is not there or of another type is undefined. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes one value of a list without the list. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first value under one of the names. */
export function field(object: JsonObject, ...names: readonly string[]): unknown {
  return names.map((name) => object[name]).find((value) => value !== undefined && value !== null);
}

/** A string, or that of a value with a language (`{"@value": …}`, `{"en": …}`); '' for anything else. */
export function words(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(words).find((each) => each !== '') ?? '';
  if (!isObject(value)) return '';
  return words(value['@value'] ?? value['value'] ?? value['en'] ?? Object.values(value)[0]);
}

/** Types of a JSON-LD object, without prefix or namespace. */
export function typesOf(object: JsonObject): string[] {
  return asList(field(object, 'type', '@type', 'dcterms:type', 'dc:type'))
    .map(words)
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

/** The IRI of an object, or the string that is one; ''. */
export function iriOf(value: unknown): string {
  return isObject(value) ? words(field(value, 'id', '@id')) : words(value);
}
