/** Who says it, and how: actors as links, the article by its title, an unnamed source in its words; the mode leads to its cue. */
import { Feather, UserRound } from 'lucide-react';
import { modeWords } from '../../../../shared/accounts/account-words';
import { describeEdtf } from '../../../../shared/dates/describe-edtf';
import type { Account } from '../../../../shared/model/account';
import { go } from '../../../shell/navigation';
import { LinkButton } from '../../../ui/actions/button';
import { Chip } from '../../../ui/actions/chip';
import { showWords } from './quoted-words';

function Speaker({ account }: { readonly account: Account }) {
  const { claimant, evidence } = account;
  const [first] = evidence;
  if (claimant.kind === 'actors')
    return claimant.actors.map(({ id, name }) => (
      <Chip
        key={id}
        icon={<UserRound size={12} aria-hidden className="shrink-0" />}
        onPress={() => go({ kind: 'entity', id })}
      >
        {name}
      </Chip>
    ));
  if (claimant.kind === 'unnamed')
    return (
      <span className="[overflow-wrap:anywhere]" dir="auto">
        {claimant.words} <span className="text-muted">(not named)</span>
      </span>
    );
  if (claimant.kind === 'narrator')
    return first ? (
      <span className="min-w-0 max-w-72 flex">
        <LinkButton title={first.articleTitle} onPress={() => go({ kind: 'article', id: first.articleId })}>
          {first.articleTitle || 'Untitled'}
        </LinkButton>
      </span>
    ) : (
      <span>the article</span>
    );
  return (
    <span className="inline-flex items-center gap-1 text-muted">
      <Feather size={12} aria-hidden className="shrink-0" />
      No source: your own entry
    </span>
  );
}

function ModeWords({ account }: { readonly account: Account }) {
  const { mode, cues, claimant } = account;
  const [cue] = cues;
  if (claimant.kind === 'none' && mode === 'states' && !cue) return null;
  const look = mode === 'denies' ? 'text-danger font-medium' : 'text-muted';
  return (
    <span className={`inline-flex gap-1 items-baseline min-w-0 ${look}`}>
      {modeWords[mode]}
      {cue && (
        <button
          type="button"
          onClick={() => showWords(cue)}
          aria-label={`Show the words “${cue.quote.exact}”`}
          className="text-accent hover:underline cursor-default rounded-xs truncate max-w-40"
          dir="auto"
        >
          “{cue.quote.exact}”
        </button>
      )}
    </span>
  );
}

const titleCharacters = 48;
const shortTitle = (title: string): string =>
  title.length > titleCharacters ? `${title.slice(0, titleCharacters).trimEnd()}…` : title;

/** Where and when each passage was published, each once: an article without a publisher goes by its title, unless that is said already. */
function publications({ evidence, claimant }: Account): string {
  const said = evidence.map(({ publisher, published, articleTitle }) => {
    const source = publisher || (claimant.kind === 'narrator' ? '' : shortTitle(articleTitle));
    return [source, published ? describeEdtf(published) : 'date not known'].filter(Boolean).join(', ');
  });
  return [...new Set(said)].join(' · ');
}

export function ClaimantLine({ account }: { readonly account: Account }) {
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 min-w-0 text-[13px]">
      <Speaker account={account} />
      <ModeWords account={account} />
      {account.evidence.length > 0 && (
        <span className="text-xs text-faint tabular-nums [overflow-wrap:anywhere]" dir="auto">
          {publications(account)}
        </span>
      )}
    </div>
  );
}
