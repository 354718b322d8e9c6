import { PageHeader } from '../../../ui/layout/page-header';

const ways: readonly (readonly [example: string, meaning: string])[] = [
  ['harbour strike', 'both words, in any order, in articles, passages, comments, notes, actors and events'],
  ['“act of war”', 'these words, one after the other'],
  ['harb*', 'words that begin so'],
  ['ferry -strike', 'the one without the other'],
  ['ferry OR boat', 'either of them'],
  ['actor:"Mira Tolvane"', 'linked to this actor; so too place:, event:, tag:, publisher:'],
  ['in:title ferry', 'only in titles; also in:text, in:note, in:comment'],
  ['published:2024-03', 'articles of that time; also published:2024-01..2024-06'],
];

/** What can be asked, shown while nothing is. */
export function SearchHelp() {
  return (
    <>
      <PageHeader title="Search" />
      <dl className="p-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 content-start overflow-auto">
        {ways.map(([example, meaning]) => (
          <div key={example} className="contents">
            <dt className="font-medium whitespace-nowrap select-text">{example}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
