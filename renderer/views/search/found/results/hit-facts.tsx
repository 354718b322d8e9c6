/** What rests on a hit, quietly below its words: who says it and how, who and what it is linked to. */
import { CalendarDays, MapPin, MessageSquareQuote, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HitFacts as Facts, HitAccount } from '../../../../../shared/contract/search';

/** So many of each are named; the rest is a number. */
const shown = 4;

const claimants: Readonly<Record<string, string>> = { narrator: 'the article itself', '': '' };

/** “the Ministry of Defence claims”: each way of saying it once; what nobody is known to say goes without saying. */
export function sayings(accounts: readonly HitAccount[]): readonly string[] {
  const words = accounts.map(({ mode, claimant }) => {
    const who = claimants[claimant] ?? claimant;
    if (who === '') return mode === 'states' ? '' : mode;
    // A name keeps its own direction: what is said of it follows it, also after Arabic or Hebrew.
    return mode ? `\u2068${who}\u2069 ${mode}` : who;
  });
  return [...new Set(words.filter((one) => one !== ''))];
}

interface RowProps {
  readonly sign: ReactNode;
  /** For those who hear the screen. */
  readonly label: string;
  readonly names: readonly string[];
}

function Names({ sign, label, names }: RowProps) {
  if (names.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 min-w-0 max-w-full" title={names.join('\n')}>
      <span aria-hidden className="shrink-0 text-faint">
        {sign}
      </span>
      <span className="sr-only">{label}: </span>
      <span className="truncate">
        {names.slice(0, shown).map((name, at) => (
          <span key={name}>
            {at > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
        {names.length > shown && ` and ${names.length - shown} more`}
      </span>
    </span>
  );
}

const size = 12;
const dot = (colour: string | null) => (
  <span
    className="block size-2 rounded-full"
    style={{ background: colour ? `var(--mark-${colour})` : 'var(--faint)' }}
  />
);
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

export interface HitFactsProps {
  readonly facts: Facts;
  /** The event is the hit itself, or stands in its title. */
  readonly hidesEvents?: boolean;
  /** The words shown above: a comment that is these is not said again. */
  readonly shown: string;
}

export function HitFacts({ facts, hidesEvents = false, shown }: HitFactsProps) {
  const { actors, places, events, tags, accounts, colour, comment } = facts;
  return (
    <>
      {comment && comment !== shown && (
        <span className="block mt-0.5 ps-2 border-s-2 border-rule text-muted line-clamp-2" dir="auto">
          {comment}
        </span>
      )}
      <span className="flex flex-wrap gap-x-4 mt-0.5 text-xs leading-5 text-muted empty:hidden">
        <Names sign={<MessageSquareQuote size={size} />} label="Said" names={sayings(accounts)} />
        <Names sign={<UserRound size={size} />} label="Actors" names={namesOf(actors)} />
        <Names sign={<MapPin size={size} />} label="Places" names={namesOf(places)} />
        {!hidesEvents && <Names sign={<CalendarDays size={size} />} label="Events" names={namesOf(events)} />}
        <Names sign={dot(colour)} label="Tags" names={namesOf(tags)} />
      </span>
    </>
  );
}
