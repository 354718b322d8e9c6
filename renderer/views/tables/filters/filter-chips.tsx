/** What passages are narrowed by, each on a chip in words, with a way to take it off. */
import { anyKnown, type PassageFilters } from '../../../../shared/contract/passages';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import { useAnswer } from '../../../client/query';
import { Chip } from '../../../ui/actions/chip';
import {
  claimantWords,
  type FilterPart,
  lackWords,
  partsOf,
  propertyWords,
  stateWords,
  withoutPart,
} from './filter-parts';

interface ChipsProps {
  readonly filters: PassageFilters;
  readonly onChange: (filters: PassageFilters) => void;
}

const waiting = '…';
const gone = 'something that is gone';

const plain = (words: string, onRemove: () => void) => <Chip onRemove={onRemove}>{words}</Chip>;

function EntityChip({
  id,
  before = '',
  onRemove,
}: {
  readonly id: string;
  readonly before?: string;
  readonly onRemove: () => void;
}) {
  const { data, error } = useAnswer('getEntity', { id });
  return plain(`${before}${error ? gone : (data?.name ?? waiting)}`, onRemove);
}

function EventChip({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { data, error } = useAnswer('getEvent', { id });
  return plain(`Event: ${error ? gone : (data?.title ?? waiting)}`, onRemove);
}

function ArticleChip({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { data, error } = useAnswer('getArticle', { id });
  return plain(`In: ${error ? gone : data ? data.title || 'Untitled' : waiting}`, onRemove);
}

function TagChip({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { data } = useAnswer('listTags', {});
  const tag = data?.find((one) => one.id === id);
  return (
    <Chip onRemove={onRemove} dot={tag?.colour ? `var(--mark-${tag.colour})` : 'var(--faint)'}>
      {tag?.name ?? (data ? gone : waiting)}
    </Chip>
  );
}

type EventLike = NonNullable<PassageFilters['eventsLike']>[number];

function EventLikeChip({
  like: { typeId, month },
  onRemove,
}: {
  readonly like: EventLike;
  readonly onRemove: () => void;
}) {
  const { data: types } = useAnswer('listEventTypes', {});
  const type = types?.find(({ id }) => id === typeId)?.name ?? (types ? gone : waiting);
  const what =
    typeId === undefined ? 'Event' : typeId === anyKnown ? 'Event of a known type' : `Event: ${type}`;
  const when =
    month === undefined ? '' : month === anyKnown ? ', in a known month' : `, ${describeEdtf(month)}`;
  return plain(what + when, onRemove);
}

const monthWords = (month: string) =>
  month === anyKnown ? 'Published in a known month' : `Published ${describeEdtf(month)}`;

/** The words of the parts that need no name of anything. */
const partWords: { readonly [Name in keyof PassageFilters]: (value: string) => string } = {
  publisher: (publisher) => (publisher === '' ? 'Publisher not known' : `Publisher: ${publisher}`),
  from: (from) => `Published from ${describeEdtf(from)}`,
  to: (to) => `Published to ${describeEdtf(to)}`,
  month: monthWords,
  colour: (colour) => (colour === 'none' ? 'No colour' : `Colour: ${colour}`),
  state: (state) => stateWords[state as keyof typeof stateWords],
  has: (property) => `Has ${propertyWords[property as keyof typeof propertyWords]}`,
  lacks: (property) => `Has ${lackWords[property as keyof typeof lackWords]}`,
  mode: (mode) => `Someone ${mode} it`,
  claimant: (claimant) => `Said by ${claimantWords[claimant as keyof typeof claimantWords].toLowerCase()}`,
};

function PartChip({ part, filters, onChange }: ChipsProps & { readonly part: FilterPart }) {
  const value = filters[part.name];
  const one: unknown = Array.isArray(value) ? value[part.index] : value;
  const onRemove = () => onChange(withoutPart(filters, part));
  if (part.name === 'found') {
    const { query, not } = one as NonNullable<PassageFilters['found']>;
    return plain(`${not ? 'Not found' : 'Found'} by: ${query}`, onRemove);
  }
  if (part.name === 'eventsLike') return <EventLikeChip like={one as EventLike} onRemove={onRemove} />;
  const text = String(one);
  if (part.name === 'entityIds') return <EntityChip id={text} onRemove={onRemove} />;
  if (part.name === 'aboutIds') return <EntityChip id={text} before="About " onRemove={onRemove} />;
  if (part.name === 'claimantId') return <EntityChip id={text} before="Said by " onRemove={onRemove} />;
  if (part.name === 'eventIds') return <EventChip id={text} onRemove={onRemove} />;
  if (part.name === 'articleId') return <ArticleChip id={text} onRemove={onRemove} />;
  if (part.name === 'tagIds') return <TagChip id={text} onRemove={onRemove} />;
  return plain(partWords[part.name]?.(text) ?? text, onRemove);
}

export function FilterChips(props: ChipsProps) {
  const { filters } = props;
  return partsOf(filters).map((part) => (
    <PartChip
      key={`${part.name} ${JSON.stringify(filters[part.name])} ${part.index}`}
      part={part}
      {...props}
    />
  ));
}
