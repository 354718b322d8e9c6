/** The columns of the list of quotations: the words in their sentence, where they are from, what is said of them. */
import type { ReactNode } from 'react';
import type { ListedPassage } from '../../../../shared/contract/passages';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { entityIcon } from '../../../parts/entity-picker';
import { describeState, placeWords } from '../../../parts/passages/passage-words';
import { fromWholeWord, sentenceAfter, sentenceBefore } from '../../../parts/passages/quoted-sentence';
import type { Column } from '../../../ui/lists/virtual-table';

/** Letters of the sentence before a passage that leave its own words in view, in the room that a row has. */
const lettersBefore = 90;

const endOf = (before: string): string =>
  before.length <= lettersBefore ? before : `…${fromWholeWord(before.slice(-lettersBefore))}`;

function Words({ passage }: { readonly passage: ListedPassage }) {
  const { quote, comment, colour } = passage;
  const state = describeState(passage);
  const before = sentenceBefore(quote);
  return (
    <span className="block whitespace-normal" title={before + quote.exact + sentenceAfter(quote)}>
      <span
        className={`font-serif text-[14.5px] leading-snug [overflow-wrap:anywhere] ${comment || state ? 'line-clamp-2' : 'line-clamp-3'}`}
        dir="auto"
      >
        <span className="text-faint">{endOf(before)}</span>
        <mark
          className="text-ink font-medium rounded-xs"
          style={{ background: colour ? `var(--mark-${colour})` : 'transparent' }}
        >
          {quote.exact}
        </mark>
        <span className="text-faint">{sentenceAfter(quote)}</span>
      </span>
      {state && <span className="block truncate text-xs text-warning">{state}</span>}
      {comment && !state && (
        <span className="block truncate text-xs text-muted" dir="auto" title={comment}>
          {comment}
        </span>
      )}
    </span>
  );
}

function Source({ passage }: { readonly passage: ListedPassage }) {
  const { articleTitle, publisher, published } = passage;
  const place = placeWords(passage);
  return (
    <span className="block whitespace-normal">
      <span className="line-clamp-2 leading-snug" dir="auto" title={articleTitle}>
        {articleTitle || 'Untitled'}
      </span>
      <span className="block truncate text-xs text-muted" title={publisher}>
        {published ? describeEdtf(published) : 'date not known'}
        {publisher && ' · '}
        <bdi>{publisher}</bdi>
        {place && ' · '}
        <bdi>{place}</bdi>
      </span>
    </span>
  );
}

interface Said {
  readonly key: string;
  readonly sign: ReactNode;
  readonly name: string;
}

function saidOf({ tags, entities, events, cues }: ListedPassage): readonly Said[] {
  const dot = (colour: string | null) => (
    <span
      aria-hidden
      className="size-2 rounded-full shrink-0"
      style={{ background: colour ? `var(--mark-${colour})` : 'var(--rule)' }}
    />
  );
  return [
    ...tags.map(({ id, name, colour }) => ({ key: id, sign: dot(colour), name })),
    ...events.map(({ eventId, title }) => ({ key: eventId, sign: '▸', name: title })),
    ...cues.map(({ eventId, title, mode }) => ({
      key: `cue ${eventId} ${mode}`,
      sign: '↳',
      name: `cue for “${mode}”: ${title}`,
    })),
    ...entities.map(({ entityId, kind, name }) => ({ key: entityId, sign: entityIcon(kind), name })),
  ];
}

/** Tags, then events, then names; what does not fit stands in the tooltip. */
function SaidOfIt({ passage }: { readonly passage: ListedPassage }) {
  const said = saidOf(passage);
  return (
    <span
      className="flex flex-wrap gap-x-2.5 gap-y-0 overflow-hidden max-h-[3.9rem] text-xs leading-5 whitespace-nowrap"
      title={said.map(({ name }) => name).join('\n')}
    >
      {said.map(({ key, sign, name }) => (
        <span key={key} className="inline-flex items-center gap-1 min-w-0 max-w-full text-muted">
          {sign}
          <bdi className="truncate">{name}</bdi>
        </span>
      ))}
      {passage.modes.map((mode) => (
        <span key={mode} className="text-faint italic">
          {mode}
        </span>
      ))}
    </span>
  );
}

export const passageColumns: readonly Column<ListedPassage>[] = [
  {
    id: 'words',
    label: 'Words',
    track: 'minmax(14rem, 1fr)',
    cell: (passage) => <Words passage={passage} />,
  },
  {
    id: 'source',
    label: 'Source',
    track: 'minmax(9rem, 0.36fr)',
    cell: (passage) => <Source passage={passage} />,
  },
  {
    id: 'said',
    label: 'Tags and links',
    track: 'minmax(8rem, 0.4fr)',
    cell: (passage) => <SaidOfIt passage={passage} />,
  },
];
