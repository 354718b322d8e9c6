/** An article's note for Obsidian: what is known as properties, its text with the passages, and each passage below. */
import type { ExportArticle, ExportPassage } from '../../gather/export-data';
import { drawQuotation } from '../markdown/markdown-template';
import { escapeMarkdown } from '../markdown/write-markdown';
import type { ReportArticle, ReportPassage } from '../report/report';
import { dateProperties, frontMatter } from './front-matter';
import { bullets, type KeepPicture, labelled, section, textMarkdown } from './note-markdown';
import { passageBlock, type Vault } from './vault';

function properties(article: ExportArticle, said: ReportArticle, vault: Vault): string {
  const { published, publishedWords } = article;
  return frontMatter([
    ['casebook-id', article.id],
    ['type', 'article'],
    ['title', said.title],
    ['aliases', [said.title]],
    ['authors', article.authors],
    ['publisher', article.publisher],
    ['url', article.url],
    ['language', article.language],
    ...dateProperties('published', published, publishedWords),
    ['captured', article.capturedAt],
    ['captured-from', [...new Set(article.originals.map(({ source }) => source))]],
    ['sha256', article.sha256],
    ['tags', article.tags.map(vault.tagOf)],
    ...Object.entries(article.fields),
  ]);
}

function links(passage: ExportPassage, vault: Vault): string[] {
  const named = (kind: string) =>
    passage.entities
      .filter((entity) => entity.kind === kind)
      .map(({ id, name }) => vault.link(id, name))
      .join(', ');
  const rows = [
    ['Actors', named('actor')],
    ['Places', named('place')],
    ['Objects', named('object')],
    ['Events', passage.events.map(({ id, name }) => vault.link(id, name)).join(', ')],
    ['Tags', passage.tags.map((tag) => `#${vault.tagOf(tag)}`).join(' ')],
  ] as const;
  return rows.filter(([, markdown]) => markdown !== '').map(([label, markdown]) => labelled(label, markdown));
}

function passageMarkdown(passage: ExportPassage, said: ReportPassage, vault: Vault): string {
  const { source, comment, state, coder, made, colour } = said;
  const lead =
    vault.wordsBlock(passage.id) === undefined ? '' : ` ${vault.linkWords(passage.id, 'in the text')}`;
  const quotation = drawQuotation(said).text.replaceAll('\n', '\n> ');
  const rows = [
    ...(source.page === '' ? [] : [labelled('Page', escapeMarkdown(source.page))]),
    ...links(passage, vault),
    ...(colour === '' ? [] : [labelled('Colour', colour)]),
    ...(state === '' ? [] : [labelled('State', escapeMarkdown(state))]),
    ...(coder === '' ? [] : [labelled('Marked by', `${escapeMarkdown(coder)}, ${made}`)]),
  ];
  const remark = comment === '' ? '' : `${escapeMarkdown(comment)}\n\n`;
  return `> ${quotation}${lead}\n\n^${passageBlock(passage.id)}\n\n${remark}${bullets(rows)}\n`;
}

/** `passages`: as they are and as they are said, in reading order. */
export function articleNote(
  article: ExportArticle,
  said: ReportArticle,
  passages: readonly ExportPassage[],
  vault: Vault,
  keep: KeepPicture,
): string {
  const text = said.text?.();
  const saidById = new Map(said.passages.map((passage) => [passage.id, passage]));
  const quoted = passages.flatMap((passage) => {
    const words = saidById.get(passage.id);
    return words ? passageMarkdown(passage, words, vault) : [];
  });
  return (
    properties(article, said, vault) +
    section('Passages', quoted.join('')) +
    (text ? section('Text', `${textMarkdown(text, vault, keep)}\n`) : '')
  );
}
