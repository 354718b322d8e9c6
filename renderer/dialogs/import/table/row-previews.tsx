/** The first articles that a table would give, and how many rows it leaves. */
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { RowPreview, TablePreview } from '../../../../shared/model/imported/table-mapping';

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function factsOf({ published, wordCount }: RowPreview): string {
  const facts = [published === '' ? '' : describeEdtf(published), counted(wordCount, 'word', 'words')];
  return facts.filter((fact) => fact !== '').join(' · ');
}

function Row({ article }: { readonly article: RowPreview }) {
  const isRefused = article.wordCount === 0;
  return (
    <li className="flex items-baseline gap-3 py-1 min-w-0">
      <span className="w-14 shrink-0 text-faint tabular-nums">Row {article.row}</span>
      <div className="min-w-0 flex-1">
        {!isRefused && (
          <p className="truncate" dir="auto" title={article.title}>
            {article.title}
          </p>
        )}
        {!isRefused && (
          <p className="truncate text-xs text-muted">
            {article.authors.length > 0 && <bdi>{article.authors.join(', ')}</bdi>}
            {article.authors.length > 0 && ' · '}
            {factsOf(article)}
          </p>
        )}
        {article.problem !== '' && <p className="text-xs text-warning break-words">{article.problem}</p>}
      </div>
    </li>
  );
}

export function RowPreviews({ preview }: { readonly preview: TablePreview }) {
  const { articles, rowCount, rowsWithoutText } = preview;
  const left =
    rowsWithoutText === 0
      ? ''
      : `, ${counted(rowsWithoutText, 'row has', 'rows have')} no text and will be left out`;
  return (
    <section aria-label="What comes in" className="flex flex-col gap-1">
      <p className="font-medium" aria-live="polite">
        {counted(rowCount - rowsWithoutText, 'article comes in', 'articles come in')}
        {left}
      </p>
      <ul>
        {articles.map((article) => (
          <Row key={article.row} article={article} />
        ))}
      </ul>
    </section>
  );
}
