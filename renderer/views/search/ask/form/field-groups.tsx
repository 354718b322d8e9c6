/** The fields of the form by what they are about; values of one field are alternatives. */

import { modes } from '../../../../../shared/model/account';
import {
  havings,
  searchCertainties,
  searchColours,
  searchKinds,
  searchSorts,
} from '../../../../../shared/query/query';
import { Select } from '../../../../ui/fields/select';
import { ChoiceChips } from './choice-chips';
import { DateInput } from './date-input';
import type { FormPartProps } from './form-part';
import { ValueList } from './value-list';

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

const names = [
  { field: 'place', label: 'Places', placeholder: 'anywhere' },
  { field: 'event', label: 'Events', placeholder: 'any' },
  { field: 'type', label: 'Types of event', placeholder: 'any' },
  { field: 'tag', label: 'Tags', placeholder: 'any' },
] as const;

const withins: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'anywhere' },
  { value: '1s', label: 'in one sentence' },
  { value: '2s', label: 'within 2 sentences' },
  { value: '3s', label: 'within 3 sentences' },
  { value: '5s', label: 'within 5 sentences' },
  { value: '1p', label: 'in one paragraph' },
];

/** A span that is none of the usual ones is kept, and shown as it is written. */
const withinChoices = (within: string) =>
  withins.some(({ value }) => value === within)
    ? withins
    : [...withins, { value: within, label: `within ${within}` }];

export function AboutFields({ form, change }: FormPartProps) {
  return (
    <>
      {names.map(({ field, label, placeholder }) => (
        <ValueList
          key={field}
          field={field}
          label={label}
          placeholder={placeholder}
          values={form[field]}
          onChange={(values) => change({ [field]: values })}
        />
      ))}
      <Select
        label="How close together"
        value={form.within}
        choices={withinChoices(form.within)}
        onChange={(within) => change({ within })}
      />
    </>
  );
}

const certaintyChoices = searchCertainties.map((value) => ({
  value,
  label: value === 'unsaid' ? 'not said' : value,
}));

export function SaidFields({ form, change }: FormPartProps) {
  return (
    <>
      <ChoiceChips
        label="How it is said"
        choices={plain(modes)}
        values={form.mode}
        onChange={(mode) => change({ mode })}
      />
      <ValueList
        field="claimant"
        label="Who says so"
        placeholder="anybody, narrator, unnamed"
        values={form.claimant}
        onChange={(claimant) => change({ claimant })}
      />
      <ChoiceChips
        label="How sure you are"
        choices={certaintyChoices}
        values={form.certainty}
        onChange={(certainty) => change({ certainty })}
      />
    </>
  );
}

export function WhenFields({ form, change }: FormPartProps) {
  return (
    <>
      <DateInput label="The event happened" value={form.date} onChange={(date) => change({ date })} />
      <DateInput
        label="The article was published"
        value={form.published}
        onChange={(published) => change({ published })}
      />
    </>
  );
}

const sources = [
  { field: 'publisher', label: 'Publishers' },
  { field: 'by', label: 'Authors' },
  { field: 'lang', label: 'Languages' },
] as const;

const havingWords: Readonly<Record<(typeof havings)[number], string>> = {
  conflict: 'sources that disagree',
  orphan: 'lost its words',
  changed: 'changed words',
  note: 'a comment or a note',
  evidence: 'is evidence',
  unread: 'not read yet',
};

export function SourceFields({ form, change }: FormPartProps) {
  return (
    <>
      {sources.map(({ field, label }) => (
        <ValueList
          key={field}
          field={field}
          label={label}
          values={form[field]}
          onChange={(values) => change({ [field]: values })}
        />
      ))}
      <ChoiceChips
        label="Colour"
        choices={plain(searchColours)}
        values={form.colour}
        onChange={(colour) => change({ colour })}
      />
      <ChoiceChips
        label="It has"
        choices={havings.map((value) => ({ value, label: havingWords[value] }))}
        values={form.has}
        onChange={(has) => change({ has })}
      />
    </>
  );
}

const sortWords: Readonly<Record<(typeof searchSorts)[number], string>> = {
  relevance: 'most relevant first',
  newest: 'newest made first',
  oldest: 'oldest made first',
  published: 'by day of publication',
  title: 'by title',
  place: 'by place in the text',
};

const sorts = [
  { value: '', label: 'the usual order' },
  ...searchSorts.map((value) => ({ value, label: sortWords[value] })),
];

const kindWords: Readonly<Record<(typeof searchKinds)[number], string>> = {
  article: 'articles',
  passage: 'passages',
  comment: 'comments',
  note: 'notes',
  entity: 'actors and places',
  event: 'events',
  account: 'accounts',
  tag: 'tags',
};

export function OrderFields({ form, change }: FormPartProps) {
  return (
    <>
      <ChoiceChips
        label="Only"
        choices={searchKinds.map((value) => ({ value, label: kindWords[value] }))}
        values={form.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <Select label="In this order" value={form.sort} choices={sorts} onChange={(sort) => change({ sort })} />
    </>
  );
}
