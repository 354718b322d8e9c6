/**
 * Articles and passages as brat standoff: for each article its text and a file of annotations that count in its code points.
 * A passage is a text-bound annotation for each tag and each thing it names; parts and lines are its fragments. Words that are
 * gone from the text have no place here.
 */
import type { ExportFile, MakeExport } from '../../formats/format';
import type { ExportArticle, ExportPassage } from '../../gather/export-data';
import { grouped } from '../../gather/rows-of-ids';
import { aboutExport } from '../about-export';
import { textFileName } from '../text-file-name';
import { type BratTypes, bratTypes } from './brat-types';

interface Fragment {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Parts without line ends: brat has none in a fragment. */
function fragmentsOf(passage: ExportPassage): Fragment[] {
  return passage.parts.flatMap(({ start, words: said, state }) => {
    if (state === 'orphan') return [];
    let at = start;
    return said.split('\n').flatMap((words) => {
      const from = at;
      const to = from + [...words].length;
      at = to + 1;
      return words.trim() === '' ? [] : { start: from, end: to, words };
    });
  });
}

/** A type, and what of the notebook it stands for. */
interface Bound {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

function boundsOf(passage: ExportPassage, types: BratTypes): Bound[] {
  const kinds = { actor: 'Actor', place: 'Place', object: 'Object' } as const;
  const things = passage.entities.map(({ id, name, kind }) => ({ type: kinds[kind], id, name }));
  const events = passage.events.map(({ id, name }) => ({ type: 'Event', id, name }));
  const tags = passage.tags.map((name) => ({ type: types.ofTag(name), id: passage.id, name }));
  const all = [...things, ...events, ...tags];
  return all.length > 0 ? all : [{ type: 'Passage', id: passage.id, name: 'passage' }];
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Gives each annotation of an article its number, by kind. */
interface Numbers {
  readonly next: (kind: 'T' | 'N' | 'A' | '#') => string;
}
function numbering(): Numbers {
  const last = { T: 0, N: 0, A: 0, '#': 0 };
  return {
    next: (kind) => {
      last[kind] += 1;
      return `${kind}${last[kind]}`;
    },
  };
}

function passageLines(
  passage: ExportPassage,
  fragments: readonly Fragment[],
  types: BratTypes,
  { next }: Numbers,
): string[] {
  const spans = fragments.map(({ start, end }) => `${start} ${end}`).join(';');
  const words = fragments.map((fragment) => fragment.words).join(' ');
  const lines = boundsOf(passage, types).flatMap(({ type, id, name }, index) => {
    const bound = next('T');
    const state = passage.parts.some((part) => part.state === 'changed') ? 'changed' : '';
    return [
      `${bound}\t${type} ${spans}\t${words}`,
      `${next('N')}\tReference ${bound} Casebook:${id}\t${oneLine(name)}`,
      ...(state === '' ? [] : [`${next('A')}\tState ${bound} ${state}`]),
      ...(passage.colour === null ? [] : [`${next('A')}\tColour ${bound} ${passage.colour}`]),
      ...(index > 0 || passage.comment === ''
        ? []
        : [`${next('#')}\tAnnotatorNotes ${bound}\t${oneLine(passage.comment)}`]),
    ];
  });
  return lines;
}

function annotationsOf(passages: readonly ExportPassage[], types: BratTypes): string {
  const numbers = numbering();
  const lines = passages.flatMap((passage) => {
    const fragments = fragmentsOf(passage);
    return fragments.length === 0 ? [] : passageLines(passage, fragments, types, numbers);
  });
  return lines.map((line) => `${line}\n`).join('');
}

function* articleFiles(
  article: ExportArticle,
  passages: readonly ExportPassage[],
  text: string,
  types: BratTypes,
): Iterable<ExportFile> {
  const name = textFileName(article).replace(/\.txt$/, '');
  yield { name: `${name}.txt`, data: text };
  yield { name: `${name}.ann`, data: annotationsOf(passages, types) };
}

/** A folder with two files for each article, and the codebook as brat's configuration. */
export const makeBrat: MakeExport = function* (data, context) {
  const types = bratTypes(data.tags);
  const ofArticle = grouped(data.passages.map((passage) => ({ owner: passage.articleId, passage })));
  for (const article of context.each(data.articles, 'articles'))
    yield* articleFiles(
      article,
      ofArticle(article.id).map(({ passage }) => passage),
      data.textOf(article.revisionId),
      types,
    );
  yield { name: 'annotation.conf', data: types.annotationConf };
  yield { name: 'visual.conf', data: types.visualConf };
  yield { name: 'README', data: `${aboutExport(data, context).join('\n\n')}\n` };
};
