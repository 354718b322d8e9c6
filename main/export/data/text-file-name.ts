/** How the text of an article is called as a file, in every format that has one. */
import type { ExportArticle } from '../gather/export-data';

/** A file name made of a title: letters and digits of any script, at most 60; the id keeps it unique. */
export function textFileName({ title, revisionId }: ExportArticle): string {
  const words = (title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-');
  const start = [...words].slice(0, 60).join('').replace(/-+$/, '');
  return `${start === '' ? '' : `${start}-`}${revisionId}.txt`;
}
