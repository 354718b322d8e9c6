/** A value as it is shown: a date in words with the words it came from, a place or an actor as a link. */
import { precisionWords, valueWords } from '../../../../shared/accounts/account-words';
import type { AccountValue } from '../../../../shared/model/account';
import type { EventDate } from '../../../../shared/model/event-date';
import { go } from '../../../shell/navigation';
import { LinkButton } from '../../../ui/actions/button';

/** In which words a date was given, and as what it is kept. */
function DateWords({ date }: { readonly date: EventDate }) {
  return (
    <span className="text-xs text-muted font-normal [overflow-wrap:anywhere]">
      {date.words && (
        <>
          from “<bdi>{date.words}</bdi>”{' · '}
        </>
      )}
      <span className="tabular-nums">{date.edtf}</span>
    </span>
  );
}

export function AccountValueView({ value }: { readonly value: AccountValue }) {
  const words = valueWords(value);
  if (value.kind === 'place' || value.kind === 'entity') {
    const id = value.kind === 'place' ? value.placeId : value.entityId;
    return (
      <span className="inline-flex flex-wrap items-baseline gap-x-2 min-w-0 max-w-full">
        <LinkButton title={words} onPress={() => go({ kind: 'entity', id })}>
          {words}
        </LinkButton>
        {value.kind === 'place' && value.precision && (
          <span className="text-xs text-muted font-normal">{precisionWords[value.precision]}</span>
        )}
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 min-w-0 max-w-full">
      <span className="[overflow-wrap:anywhere]" dir="auto">
        {words}
      </span>
      {value.kind === 'date' && <DateWords date={value.date} />}
    </span>
  );
}
