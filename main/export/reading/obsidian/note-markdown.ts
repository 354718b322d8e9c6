/** The words of Obsidian's notes: escaped Markdown in which links to other notes stand as they are. */
import type { PhrasingContent } from 'mdast';
import type { Block, CitationInline, ImageInline } from '../../../../shared/document/blocks';
import { blocksToMdast, type MdastDrawing } from '../markdown/content-mdast';
import { markingDrawing } from '../markdown/markdown-template';
import { escapeMarkdown, writeMarkdown } from '../markdown/write-markdown';
import type { ReportText } from '../report/report';
import { cutsOf } from '../text/mark-finder';
import { placeWords } from '../text/place-words';
import type { Vault } from './vault';

const raw = (value: string): PhrasingContent => ({ type: 'html', value });

/** Puts a picture beside the notes and gives its path. */
export type KeepPicture = (image: ImageInline) => string | null;

function cite({ target, targetId, label }: CitationInline, vault: Vault): PhrasingContent {
  return raw(target === 'annotation' ? vault.linkWords(targetId, label) : vault.link(targetId, label));
}

function picture(image: ImageInline, keep: KeepPicture): PhrasingContent {
  const path = keep(image);
  return path === null ? { type: 'text', value: image.alt } : raw(`![[${path}]]`);
}

function baseDrawing(vault: Vault, keep: KeepPicture): MdastDrawing {
  return {
    cite: (citation) => cite(citation, vault),
    picture: (image) => picture(image, keep),
    mark: (nodes) => nodes,
    endLeaf: () => [],
    endBlock: () => [],
  };
}

/** What the researcher wrote. */
export function noteMarkdown(blocks: readonly Block[], vault: Vault, keep: KeepPicture): string {
  return writeMarkdown(blocksToMdast(blocks, baseDrawing(vault, keep)));
}

/** The text of an article: passages highlighted, each block that one begins in with its id. */
export function textMarkdown(text: ReportText, vault: Vault, keep: KeepPicture): string {
  const begun: string[] = [];
  const marking = markingDrawing(text, { begin: '==', end: '==' }, (passageId) => {
    const block = vault.wordsBlock(passageId);
    if (block !== undefined && !begun.includes(block)) begun.push(block);
  });
  const written = new Set<string>();
  const drawing: MdastDrawing = Object.assign(baseDrawing(vault, keep), marking, {
    endBlock: (place: 'in line' | 'apart'): PhrasingContent[] => {
      const [block] = begun.splice(0).filter((id) => !written.has(id));
      if (block === undefined) return [];
      written.add(block);
      return [raw(place === 'apart' ? `^${block}` : ` ^${block}`)];
    },
  });
  return writeMarkdown(blocksToMdast(placeWords(text.blocks, cutsOf(text.marks)), drawing));
}

/** A list of lines that are Markdown already. */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');

/** A heading and what is below it; nothing where nothing is. */
export const section = (title: string, inner: string): string =>
  inner === '' ? '' : `## ${title}\n\n${inner}\n`;

/** A label and words, as a bullet. */
export const labelled = (label: string, markdown: string): string =>
  `**${escapeMarkdown(label)}:** ${markdown}`;
