/** What is said of an export in words, where a format has room for them: what it is of, and what it does not keep. */
import type { MakeContext } from '../formats/format';
import type { ExportData, ExportSubject } from '../gather/export-data';
import { lossWords } from '../loss/losses-of';

/** What an export is about, by its name. */
export function subjectName(subject: ExportSubject): string {
  switch (subject.kind) {
    case 'everything':
      return 'everything in it';
    case 'article':
      return `the article “${subject.article.title}”`;
    case 'entity':
      return `the dossier of ${subject.entity.name}`;
    case 'event':
      return `the event “${subject.event.title}”`;
    case 'note':
      return `the note “${subject.note.title}”`;
    case 'passages':
      return `${subject.ids.length} chosen passages`;
    case 'search':
      return `what a search found: ${subject.query}`;
  }
}

/** Paragraphs for people who open the file. */
export function aboutExport(
  { notebook, subject, madeAt }: Pick<ExportData, 'notebook' | 'subject' | 'madeAt'>,
  { losses }: Pick<MakeContext, 'losses'>,
): string[] {
  const about = `From the Casebook notebook “${notebook.title}”: ${subjectName(subject)}. Exported ${madeAt}.`;
  return [about, lossWords(losses)].filter((words) => words !== '');
}
