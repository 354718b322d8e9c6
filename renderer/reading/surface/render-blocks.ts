/**
 * The blocks of an article as plain DOM, without marks: those are painted near the viewport. Each block is drawn by the
 * browser only when it comes near, and until then keeps about the room that its words will take.
 */
import type { Block, LeafBlock, ListBlock, TableBlock } from '../../../shared/document/blocks';
import type { TextModel } from '../model/text-model';
import { renderInlines } from './render-inlines';

/** What the surface needs of the DOM that was made. */
export interface RenderedBlocks {
  readonly fragment: DocumentFragment;
  /** By index of the block. */
  readonly blockElements: readonly HTMLElement[];
  /** By index of the leaf. */
  readonly leafElements: readonly HTMLElement[];
}

const elements: Readonly<Record<LeafBlock['kind'], string>> = {
  paragraph: 'p',
  // The article's title is the page's first heading: those of the text stand below it.
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
  quote: 'blockquote',
  preformatted: 'pre',
  caption: 'p',
};

/** Characters in a line of the default length; only an estimate of height depends on it. */
const lineCharacters = 70;

const firstLetter = /\p{L}/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** The direction of a leaf, a list or a table as a whole: that of its first letter. */
function directionOf(text: string): 'ltr' | 'rtl' {
  return rightToLeft.test(firstLetter.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}

class BlockWriter {
  readonly leafElements: HTMLElement[] = [];

  constructor(private readonly model: TextModel) {}

  blockOf(block: Block): HTMLElement {
    if (block.kind === 'rule') return document.createElement('hr');
    if (block.kind === 'list') return this.listOf(block);
    if (block.kind === 'table') return this.tableOf(block);
    return this.leafOf(elements[block.kind], block.kind);
  }

  /** Leaves come in the order of the model: the next one is always the one meant. */
  private leafOf(name: string, kind: string): HTMLElement {
    const leaf = this.model.leaves[this.leafElements.length];
    const element = document.createElement(name);
    element.dataset['leaf'] = String(this.leafElements.length);
    element.dataset['kind'] = kind;
    // Not `auto`: the browser would look for it again with each node of the marks, which takes a second in a long leaf.
    element.dir = leaf ? directionOf(this.model.text.slice(leaf.start, leaf.end)) : 'ltr';
    renderInlines(element, leaf?.inlines ?? [], []);
    this.leafElements.push(element);
    return element;
  }

  private listOf(list: ListBlock): HTMLElement {
    const element = document.createElement(list.ordered ? 'ol' : 'ul');
    for (const item of list.items) {
      const row = document.createElement('li');
      row.append(this.leafOf('div', 'item'));
      for (const nested of item.lists) row.append(this.listOf(nested));
      element.append(row);
    }
    element.dir = directionOf(element.textContent ?? '');
    return element;
  }

  private tableOf(table: TableBlock): HTMLElement {
    const body = document.createElement('tbody');
    for (const row of table.rows) {
      const line = document.createElement('tr');
      for (const cell of row.cells) {
        const box = document.createElement(cell.header ? 'th' : 'td');
        for (const _ of cell.paragraphs) box.append(this.leafOf('p', 'cell'));
        line.append(box);
      }
      body.append(line);
    }
    const element = document.createElement('table');
    element.append(body);
    element.dir = directionOf(body.textContent ?? '');
    return element;
  }
}

/** Makes the DOM of a whole text. */
export function renderBlocks(model: TextModel): RenderedBlocks {
  const writer = new BlockWriter(model);
  const fragment = document.createDocumentFragment();
  const blockElements = model.blocks.map((block, index) => {
    const firstLeaf = writer.leafElements.length;
    const element = document.createElement('div');
    element.className = 'block';
    element.dataset['block'] = String(index);
    element.append(writer.blockOf(block));
    const leaves = model.leaves.slice(firstLeaf, writer.leafElements.length);
    const lines = leaves.reduce(
      (sum, { start, end }) => sum + Math.ceil((end - start + 1) / lineCharacters),
      0,
    );
    element.style.setProperty('--lines', String(Math.max(1, lines)));
    fragment.append(element);
    return element;
  });
  return { fragment, blockElements, leafElements: writer.leafElements };
}
