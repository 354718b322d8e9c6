/** What paragraph styles mean by their names: Word and LibreOffice keep the English names of their own styles in every language. */
import type { LeafBlock } from '../../../../shared/document/blocks';
import { headingKind } from './office-block';

/** Null for a name that means nothing. */
export function leafOfStyleName(said: string): LeafBlock['kind'] | null {
  const name = said.replaceAll('_20_', ' ').replaceAll('_', ' ').trim();
  const level = /^heading ?(\d+)$/i.exec(name)?.[1];
  if (level !== undefined) return headingKind(Number(level));
  if (/^title$/i.test(name)) return 'heading1';
  if (/^subtitle$/i.test(name)) return 'heading2';
  if (/^(?:quotations|(?:intense ?)?quote|block ?text)$/i.test(name)) return 'quote';
  if (/^(?:caption|illustration|figure)$/i.test(name)) return 'caption';
  return /^(?:html )?preformatted(?: text)?$/i.test(name) ? 'preformatted' : null;
}
