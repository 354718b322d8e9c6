/** What a page says about its article in JSON-LD (schema.org). Written by others, so every value is checked before it is used. */

/** Empty strings and lists: not said. */
export interface StructuredArticle {
  readonly headline: string;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
  readonly url: string;
}

const greatestLength = 500_000;
const greatestDepth = 6;
const articleTypes = /^(?:\w*Article|\w*BlogPosting|Report|Review|CreativeWork|WebPage)$/;

/** The first article that the page's JSON-LD describes, or null. An article comes before a mere page. */
export function structuredArticle(sources: readonly string[]): StructuredArticle | null {
  const nodes = sources.flatMap((source) => nodesOf(parseJson(source), 0));
  const described = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)));
  const isPage = (node: JsonObject): number => Number(typesOf(node).includes('WebPage'));
  const [first] = described.sort((a, b) => isPage(a) - isPage(b));
  if (first === undefined) return null;
  return {
    headline: stringOf(first['headline']) || stringOf(first['name']),
    authors: namesOf(first['author']).length > 0 ? namesOf(first['author']) : namesOf(first['creator']),
    publisher: namesOf(first['publisher'])[0] ?? '',
    published: stringOf(first['datePublished']),
    language: stringOf(first['inLanguage']),
    url: stringOf(first['url']),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function parseJson(source: string): unknown {
  if (source.length > greatestLength) return null;
  try {
    return JSON.parse(source.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects that may be articles: at the top, in lists, in `@graph`, and as a page's `mainEntity`. */
function nodesOf(value: unknown, depth: number): JsonObject[] {
  if (depth > greatestDepth) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((entry) => nodesOf(entry, depth + 1));
  if (!isObject(value)) return [];
  return [value, ...nodesOf(value['@graph'], depth + 1), ...nodesOf(value['mainEntity'], depth + 1)];
}

function typesOf(node: JsonObject): readonly string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
}

function stringOf(value: unknown): string {
  return typeof value === 'string' && value.length < 2000 ? value.replace(/\s+/g, ' ').trim() : '';
}

function namesOf(value: unknown): string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value.slice(0, 50) : [value];
  return entries
    .map((entry) => stringOf(isObject(entry) ? entry['name'] : entry))
    .filter((name) => name !== '');
}
