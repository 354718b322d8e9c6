/** The verbs of the command line, a row each: what they take, how their help reads, what they do. */
import { exportFormatIds } from '../../shared/contract/exports';
import { annotateArticle } from './annotate/annotate-article';
import { checkNotebook } from './check/check-notebook';
import { proveSource } from './check/prove-source';
import { repairNotebook } from './check/repair-notebook';
import { exportNotebook } from './export-notebook';
import { importPaths } from './import/import-paths';
import { newNotebook } from './new-notebook';
import { compareRevisions } from './read/compare-revisions';
import { listedKinds, listRows } from './read/list-rows';
import { searchNotebook } from './read/search-notebook';
import type { Verb } from './verb';

export const verbs: readonly Verb[] = [
  {
    name: 'new',
    words: 'FILE',
    fewestWords: 1,
    mostWords: 1,
    help: 'Make an empty notebook, or one from the JSON of a whole one.',
    options: {
      title: { value: 'WORDS', help: 'its title; the name of the file otherwise' },
      from: { value: 'PATH', help: 'the JSON of a whole notebook: it is made again, with the same ids' },
    },
    run: newNotebook,
  },
  {
    name: 'import',
    words: 'FILE PATH…',
    fewestWords: 2,
    mostWords: Number.POSITIVE_INFINITY,
    help: 'Bring in files of every known format, folders of them, and other notebooks.',
    options: {
      encoding: { value: 'NAME', help: 'the encoding of the files, when the guess is wrong' },
      'dry-run': { help: 'say what would come of it; nothing is written' },
      mapping: {
        value: 'COLUMNS',
        help: 'what the columns of tables are: title,-,text,published;dates=day-first;sheet=News;headings=no',
      },
      prefer: {
        value: 'SIDE',
        help: 'ours (otherwise) or theirs, where another notebook says something different',
      },
    },
    run: importPaths,
  },
  {
    name: 'list',
    words: `FILE ${listedKinds.join('|')}`,
    fewestWords: 2,
    mostWords: 2,
    help: 'List what is in a notebook.',
    options: {},
    run: listRows,
  },
  {
    name: 'search',
    words: 'FILE QUERY',
    fewestWords: 2,
    mostWords: Number.POSITIVE_INFINITY,
    help: 'Find words, names and dates; QUERY is what the search box takes.',
    options: {
      limit: { value: 'N', help: 'at most so many hits; 20 otherwise' },
      offset: { value: 'N', help: 'leave out the first N hits' },
      'no-stemming': { help: 'only the words as they are typed, not their other forms' },
    },
    dashedWords: true,
    run: searchNotebook,
  },
  {
    name: 'export',
    words: 'FILE --format F --out PATH',
    fewestWords: 0,
    mostWords: 1,
    help: 'Write a note, an article’s passages, an entity’s dossier, a search or everything to a file or folder.',
    options: {
      format: { value: 'F', help: exportFormatIds.join(', ') },
      out: { value: 'PATH', help: 'the file or folder to write; what goes with a file goes beside it' },
      article: { value: 'ID', help: 'the passages of one article' },
      entity: { value: 'ID', help: 'the dossier of an actor, place or object' },
      event: { value: 'ID', help: 'one event with its accounts and the words they rest on' },
      note: { value: 'ID', help: 'one note and what it cites' },
      passages: { value: 'IDS', help: 'some passages: their ids, apart by commas' },
      search: { value: 'QUERY', help: 'what a search finds' },
      losses: { help: 'only say what this format would not keep' },
      'list-formats': { help: 'only list the formats' },
      'with-texts': { help: 'in a report: with the texts of the articles' },
      'without-texts': { help: 'for deposit: leave out the texts and original files of the articles' },
      'without-files': {
        help: 'in the JSON of the whole notebook: without the original files of the articles',
      },
      'without-coder': { help: 'in a report: without the names of who marked' },
      redact: {
        value: 'IDS',
        help: 'in a dossier: articles to hide, ID:quotations or ID:nothing, each with :unnamed to hide its name too',
      },
      template: { value: 'T', help: 'in a report: a ready template by its name, or a file of your own' },
    },
    run: exportNotebook,
  },
  {
    name: 'prove',
    words: 'FILE --dossier PATH --article ID --out PATH',
    fewestWords: 1,
    mostWords: 1,
    help: 'Write the proof that a redacted source of a dossier is this article; it reveals its text.',
    options: {
      dossier: { value: 'PATH', help: 'the folder of the dossier, or its dossier.json' },
      article: { value: 'ID', help: 'the article that is redacted in it' },
      out: { value: 'PATH', help: 'the file to write, for verify.mjs --proof' },
    },
    run: proveSource,
  },
  {
    name: 'annotate',
    words: 'FILE --article ID --from PATH',
    fewestWords: 1,
    mostWords: 1,
    help: 'Take W3C Web Annotations (JSON-LD) as passages of an article.',
    options: {
      article: { value: 'ID', help: 'the article they are about' },
      from: { value: 'PATH', help: 'the JSON-LD file' },
    },
    run: annotateArticle,
  },
  {
    name: 'compare',
    words: 'FILE --article ID [--from N] [--to N]',
    fewestWords: 1,
    mostWords: 1,
    help: 'Say what changed in meaning between two revisions of an article.',
    options: {
      article: { value: 'ID', help: 'the article' },
      from: { value: 'N', help: 'number of the one revision; the one before --to otherwise' },
      to: { value: 'N', help: 'number of the other; the current one otherwise' },
    },
    run: compareRevisions,
  },
  {
    name: 'check',
    words: 'FILE',
    fewestWords: 1,
    mostWords: 1,
    help: 'Check a notebook: the file, every passage, reference, hash and the search index.',
    options: {},
    run: checkNotebook,
  },
  {
    name: 'repair',
    words: 'FILE',
    fewestWords: 1,
    mostWords: 1,
    help: 'Mend what the check finds, where the mending can be proved; copies the file beside itself first.',
    options: { 'dry-run': { help: 'only say what would be mended' } },
    run: repairNotebook,
  },
];
