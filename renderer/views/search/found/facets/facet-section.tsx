/** One dimension of what was found: its values with counts, more of them, a field to find one in; it can be folded away. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { FacetValue as Value } from '../../../../../shared/contract/search';
import { choiceOf, type FieldChoice, withoutField } from '../../../../../shared/query/change-query';
import { useAnswer } from '../../../../client/query';
import { useAsked } from '../../../../shell/settings';
import { TextField } from '../../../../ui/fields/text-field';
import { queryFieldOf, toggleExcluded, toggleValue, withPiece } from '../query-changes';
import { chooseSearch, useSearchChoices } from '../search-choices';
import { facetRows } from './facet-rows';
import { FacetValue } from './facet-value';
import { facetTitles, type ShownField } from './facet-words';

/** So many are shown before more are asked for, and so many then, and so many more each time. */
const shownAtFirst = 6;
const shownMore = 50;
const nobody: FieldChoice = { chosen: [], excluded: [] };

export interface FacetSectionProps {
  readonly field: ShownField;
  readonly query: string;
  /** The most frequent, and how many there are. */
  readonly values: readonly Value[];
  readonly size: number;
  /** The key of what is in the tab order. */
  readonly current: string | null;
  readonly onChange: (query: string) => void;
}

function choiceIn({ field, query }: Pick<FacetSectionProps, 'field' | 'query'>): FieldChoice {
  const name = queryFieldOf[field];
  return name ? choiceOf(query, name) : nobody;
}

/** What a section lists now. */
interface Listed {
  readonly choice: FieldChoice;
  readonly values: readonly Value[];
  /** How many there are in all. */
  readonly total: number;
}

/**
 * The most frequent values; those with some words, or more of them, when asked for. Where something of the field is chosen
 * already, they are counted without it: what another of them would add.
 */
function useListed({ field, query, values, size }: FacetSectionProps, text: string, limit: number): Listed {
  const name = queryFieldOf[field];
  const choice = choiceIn({ field, query });
  const rest = name && choice.chosen.length > 0 ? withoutField(query, name) : query;
  const asksAnew = text !== '' || limit > values.length || rest !== query;
  const isEnough = text === '' && rest === query && size <= values.length;
  const enabled = asksAnew && !isEnough && rest.trim() !== '';
  const args = { ...useAsked(rest), field, text, offset: 0, limit, channel: `facet ${field}` };
  const { data } = useAnswer('searchFacet', args, enabled);
  return enabled && data ? { choice, ...data } : { choice, values, total: size };
}

function Heading(props: {
  readonly field: ShownField;
  readonly isFolded: boolean;
  readonly isCurrent: boolean;
  readonly id: string;
}) {
  const { field, isFolded, isCurrent, id } = props;
  const folded = useSearchChoices((choices) => choices.folded);
  const toggle = () =>
    chooseSearch({ folded: isFolded ? folded.filter((one) => one !== field) : [...folded, field] });
  const Sign = isFolded ? ChevronRight : ChevronDown;
  return (
    <h2>
      <button
        type="button"
        data-walked={`${field} heading`}
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={!isFolded}
        aria-controls={isFolded ? undefined : id}
        onClick={toggle}
        className="flex items-center gap-1 w-full px-1 py-0.5 text-xs text-muted hover:text-ink cursor-default rounded-sm -outline-offset-2"
      >
        <Sign size={12} aria-hidden className="text-faint shrink-0" />
        {facetTitles[field]}
      </button>
    </h2>
  );
}

interface MoreProps {
  readonly field: ShownField;
  readonly left: number;
  readonly limit: number;
  readonly isCurrent: boolean;
  readonly onLimit: (limit: number) => void;
}

function More({ field, left, limit, isCurrent, onLimit }: MoreProps) {
  const isOpen = limit > shownAtFirst;
  if (left <= 0 && !isOpen) return null;
  return (
    <button
      type="button"
      data-walked={`${field} more`}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => onLimit(left > 0 ? (isOpen ? limit + shownMore : shownMore) : shownAtFirst)}
      className="px-2 py-0.5 text-xs text-accent hover:underline cursor-default rounded-sm -outline-offset-2"
    >
      {left > 0 ? `${left.toLocaleString('en')} more` : 'Fewer'}
      <span className="sr-only"> of {facetTitles[field].toLowerCase()}</span>
    </button>
  );
}

interface ValuesProps extends FacetSectionProps {
  readonly id: string;
  /** Only what is chosen or left out is listed. */
  readonly isFolded: boolean;
}

function Values(props: ValuesProps) {
  const { field, query, size, current, onChange, id, isFolded } = props;
  const [limit, setLimit] = useState(shownAtFirst);
  const [typed, setText] = useState('');
  const hasFinder = !isFolded && limit > shownAtFirst && size > shownAtFirst;
  const text = hasFinder ? typed.trim() : '';
  const { choice, values, total } = useListed(props, text, limit);
  const name = queryFieldOf[field];
  const rows = facetRows(values, text === '' ? choice : nobody, isFolded ? 0 : limit, props.values);
  const pieceOf = (value: string) => values.find((one) => one.value === value)?.filter ?? '';
  const toggle = (value: string) =>
    onChange(name ? toggleValue(query, name, value) : withPiece(query, pieceOf(value)));
  return (
    <div id={id}>
      {hasFinder && (
        <div className="px-1 pb-1">
          <TextField
            label={`Find in ${facetTitles[field].toLowerCase()}`}
            labelHidden
            placeholder="Find…"
            value={typed}
            onChange={setText}
          />
        </div>
      )}
      <ul aria-label={facetTitles[field]}>
        {rows.map((row) => (
          <FacetValue
            key={row.value}
            row={row}
            walked={`${field} ${row.value}`}
            isCurrent={current === `${field} ${row.value}`}
            onToggle={() => toggle(row.value)}
            onExclude={name ? () => onChange(toggleExcluded(query, name, row.value)) : undefined}
          />
        ))}
      </ul>
      {text !== '' && rows.length === 0 && (
        <p className="px-2 py-0.5 text-xs text-muted">None of that name</p>
      )}
      {!isFolded && (
        <More
          field={field}
          left={total - rows.filter(({ state }) => state === 'open').length - choice.chosen.length}
          limit={limit}
          isCurrent={current === `${field} more`}
          onLimit={setLimit}
        />
      )}
    </div>
  );
}

export function FacetSection(props: FacetSectionProps) {
  const { field, current } = props;
  const id = useId();
  const isFolded = useSearchChoices(({ folded }) => folded.includes(field));
  const { chosen, excluded } = choiceIn(props);
  const hasChoice = chosen.length + excluded.length > 0;
  return (
    <section aria-label={facetTitles[field]} className="mb-2">
      <Heading field={field} isFolded={isFolded} isCurrent={current === `${field} heading`} id={id} />
      {(!isFolded || hasChoice) && <Values {...props} id={id} isFolded={isFolded} />}
    </section>
  );
}
