/**
 * Reads a template: Mustache without what could run or write unescaped. The parser is Mustache's; the names that may stand in
 * a template are a table (`fields.ts`), so that a mistyped one is an error with its line and not an empty place in a report.
 */
import Mustache from 'mustache';
import { type ContentKind, contentKinds } from '../report/report';
import { isField } from './fields';

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'part'; readonly name: string; readonly line: number }
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly inverted: boolean;
      readonly children: readonly TemplateNode[];
    };

export interface Template {
  readonly nodes: readonly TemplateNode[];
  /** What `{{> name}}` stands for. */
  readonly parts: ReadonlyMap<string, readonly TemplateNode[]>;
  /** What of a report it wants. */
  readonly contents: ReadonlySet<ContentKind>;
}

/** What is wrong with a template, and in which of its lines (from 1). */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    readonly line: number,
    readonly problem: string,
  ) {
    super(`Line ${line}: ${problem}`);
  }
}

/** As Mustache gives them: type, value, start, end, then what is inside of a section. */
type Token = readonly [type: string, value: string, start: number, end: number, inner?: unknown];

/** A stretch of a template, and the line that it begins in. */
interface Piece {
  readonly source: string;
  readonly firstLine: number;
}

const lineAt = ({ source, firstLine }: Piece, position: number): number =>
  firstLine + source.slice(0, position).split('\n').length - 1;

/** Mustache tells the place in a template by its number of characters. */
function errorOf(piece: Piece, error: unknown): TemplateError {
  const message = error instanceof Error ? error.message : String(error);
  const [, said = message, position = '0'] = /^(.*) at (\d+)$/s.exec(message) ?? [];
  const problem = said
    .replace('Unclosed tag', 'A tag has no end: }} is missing')
    .replace(/^Unclosed section "(.*)"$/, '{{#$1}} is not closed by {{/$1}}')
    .replace(/^Unopened section "(.*)"$/, '{{/$1}} closes what was not opened');
  return new TemplateError(lineAt(piece, Number(position)), problem);
}

function readField(name: string, line: number): string {
  if (!isField(name)) throw new TemplateError(line, `There is nothing named “${name}” to write.`);
  return name;
}

function nodeOf([type, value, start, , inner]: Token, piece: Piece): readonly TemplateNode[] {
  const line = lineAt(piece, start);
  switch (type) {
    case 'text':
      return [{ kind: 'text', text: value }];
    case 'name':
      return [{ kind: 'value', name: readField(value, line) }];
    case '>':
      return [{ kind: 'part', name: value, line }];
    case '#':
    case '^': {
      const children = nodesOf(inner as readonly Token[], piece);
      return [{ kind: 'section', name: readField(value, line), inverted: type === '^', children }];
    }
    case '&':
      throw new TemplateError(line, `Write {{${value}}}: words are always escaped as the format needs it.`);
    default:
      return [];
  }
}

const nodesOf = (tokens: readonly Token[], piece: Piece): readonly TemplateNode[] =>
  tokens.flatMap((token) => nodeOf(token, piece));

function parsePiece(piece: Piece): readonly TemplateNode[] {
  const read = () => {
    try {
      // The types of Mustache tell its tokens apart by length only.
      return Mustache.parse(piece.source) as unknown as readonly Token[];
    } catch (error) {
      throw errorOf(piece, error);
    }
  };
  return nodesOf(read(), piece);
}

const partStart = /^\{\{!\s*part:\s*([\w-]+)\s*\}\}[ \t]*\n/gm;

/** The template itself and, after it, its parts, each begun by a line `{{! part: name }}`. */
function splitParts(source: string): {
  readonly body: Piece;
  readonly parts: readonly (readonly [string, Piece])[];
} {
  const starts = [...source.matchAll(partStart)];
  const whole = { source, firstLine: 1 };
  const parts = starts.map((match, index) => {
    const from = match.index + match[0].length;
    const text = source.slice(from, starts[index + 1]?.index ?? source.length);
    return [match[1] ?? '', { source: text, firstLine: lineAt(whole, from) }] as const;
  });
  return { body: { source: source.slice(0, starts[0]?.index ?? source.length), firstLine: 1 }, parts };
}

/** `{{! contents: events, accounts }}`; without it, everything. */
function contentsOf(source: string): ReadonlySet<ContentKind> {
  const match = /\{\{!\s*contents:([^}]*)\}\}/.exec(source);
  if (!match) return new Set(contentKinds);
  const line = lineAt({ source, firstLine: 1 }, match.index);
  const names = (match[1] ?? '').split(',').map((name) => name.trim());
  return new Set(
    names
      .filter((name) => name !== '')
      .map((name) => {
        const kind = contentKinds.find((each) => each === name);
        if (!kind)
          throw new TemplateError(line, `A report has no “${name}”. It has: ${contentKinds.join(', ')}.`);
        return kind;
      }),
  );
}

function checkParts(nodes: readonly TemplateNode[], parts: Template['parts']): void {
  for (const node of nodes) {
    if (node.kind === 'section') checkParts(node.children, parts);
    if (node.kind === 'part' && !parts.has(node.name))
      throw new TemplateError(
        node.line,
        `There is no part “${node.name}”. A part begins with {{! part: ${node.name} }}.`,
      );
  }
}

/** Longest template that is read, in UTF-16 units. */
export const longestTemplate = 500_000;

/** Reads a template; throws `TemplateError`. */
export function parseTemplate(given: string): Template {
  const source = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (source.length > longestTemplate) throw new TemplateError(1, 'The template is too long.');
  const { body, parts } = splitParts(source);
  const nodes = parsePiece(body);
  const read = new Map(parts.map(([name, piece]) => [name, parsePiece(piece)]));
  for (const each of [nodes, ...read.values()]) checkParts(each, read);
  return { nodes, parts: read, contents: contentsOf(source) };
}
