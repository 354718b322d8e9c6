/**
 * Fills a template with what a report says. Only own properties of the given values are looked up and nothing of a template
 * is ever run; every word is escaped by the format that the template is for.
 */
import { type Template, TemplateError, type TemplateNode } from './template';

/** Words that are in the target format already. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What stands behind a name; a function gives it when it is asked for. A list may be made while it is gone through. */
export type TemplateValue =
  | string
  | number
  | boolean
  | Markup
  | Iterable<TemplateRecord>
  | TemplateRecord
  | (() => TemplateValue);
export interface TemplateRecord {
  readonly [name: string]: TemplateValue;
}

/** How words get into a format. `line`: what stands before them in their line. */
export interface TemplateFormat {
  readonly words: (words: string, line: string) => string;
  readonly markup: (markup: string, line: string) => string;
}

/** How deep parts may use parts. */
const deepest = 12;

/** What is written is handed on in pieces of this length: each goes up through all sections that it stands in. */
const pieceLength = 16_384;

interface Writing {
  readonly template: Template;
  readonly format: TemplateFormat;
  /** What stands in the last line. */
  line: string;
  /** Not handed on yet. */
  held: string;
}

function write(writing: Writing, text: string): void {
  const at = text.lastIndexOf('\n');
  writing.line = at < 0 ? writing.line + text : text.slice(at + 1);
  writing.held += text;
}

function* handOn(writing: Writing): Iterable<string> {
  const { held } = writing;
  writing.held = '';
  if (held !== '') yield held;
}

const settle = (value: TemplateValue | undefined): TemplateValue | undefined =>
  typeof value === 'function' ? settle(value()) : value;

const isList = (value: TemplateValue | undefined): value is Iterable<TemplateRecord> =>
  typeof value === 'object' && Symbol.iterator in value;

const isRecord = (value: TemplateValue | undefined): value is TemplateRecord =>
  typeof value === 'object' && !isList(value) && !(value instanceof Markup);

function own(record: TemplateRecord, name: string): TemplateValue | undefined {
  return Object.hasOwn(record, name) ? settle(record[name]) : undefined;
}

/** The value of the nearest record that has it; `a.b` is looked up in what `a` is. */
function lookUp(scopes: readonly TemplateRecord[], name: string): TemplateValue | undefined {
  const [first = '', ...rest] = name.split('.');
  const scope = scopes.findLast((each) => Object.hasOwn(each, first));
  if (!scope) return undefined;
  return rest.reduce<TemplateValue | undefined>(
    (value, each) => (isRecord(value) ? own(value, each) : undefined),
    own(scope, first),
  );
}

function isEmpty(value: TemplateValue | undefined): boolean {
  if (value instanceof Markup) return value.text === '';
  return !value || (Array.isArray(value) && value.length === 0);
}

function valueText({ format, line }: Writing, value: TemplateValue | undefined): string {
  if (value instanceof Markup) return format.markup(value.text, line);
  if (typeof value === 'string') return format.words(value, line);
  return typeof value === 'number' ? String(value) : '';
}

interface Place {
  readonly scopes: readonly TemplateRecord[];
  readonly depth: number;
}

type Section = Extract<TemplateNode, { kind: 'section' }>;

function* writeSection(writing: Writing, node: Section, { scopes, depth }: Place): Iterable<string> {
  const value = lookUp(scopes, node.name);
  if (isEmpty(value) !== node.inverted) return;
  const records = !node.inverted && isList(value) ? value : [isRecord(value) ? value : {}];
  for (const record of records)
    yield* writeNodes(writing, node.children, { depth, scopes: [...scopes, record] });
}

function* writePart(
  writing: Writing,
  { name, line }: Extract<TemplateNode, { kind: 'part' }>,
  { scopes, depth }: Place,
): Iterable<string> {
  if (depth > deepest) throw new TemplateError(line, `The part “${name}” holds itself.`);
  yield* writeNodes(writing, writing.template.parts.get(name) ?? [], { scopes, depth: depth + 1 });
}

function* writeNodes(writing: Writing, nodes: readonly TemplateNode[], place: Place): Iterable<string> {
  for (const node of nodes) {
    if (node.kind === 'text') write(writing, node.text);
    else if (node.kind === 'value') write(writing, valueText(writing, lookUp(place.scopes, node.name)));
    else if (node.kind === 'section') yield* writeSection(writing, node, place);
    else yield* writePart(writing, node, place);
    if (writing.held.length >= pieceLength) yield* handOn(writing);
  }
}

/** The filled template, in pieces. Throws `TemplateError` where a part holds itself. */
export function* renderTemplate(
  template: Template,
  values: TemplateRecord,
  format: TemplateFormat,
): Iterable<string> {
  const writing = { template, format, line: '', held: '' };
  yield* writeNodes(writing, template.nodes, { scopes: [values], depth: 0 });
  yield* handOn(writing);
}
