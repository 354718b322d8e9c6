/** What is said on the words of an article: its accounts, by the passages that they rest on and by their cue words. */
import type { ArticleAccount } from '../../../../shared/contract/accounts';
import { useAnswer } from '../../../client/query';

interface ArticleAccounts {
  /** By the passage that they rest on. */
  readonly resting: ReadonlyMap<string, readonly ArticleAccount[]>;
  /** By the passage of their cue words. */
  readonly cued: ReadonlyMap<string, readonly ArticleAccount[]>;
  /** Passages of cue words. */
  readonly cues: ReadonlySet<string>;
}

function byPassage(accounts: readonly ArticleAccount[], kind: 'evidence' | 'cues') {
  const found = new Map<string, ArticleAccount[]>();
  for (const account of accounts) {
    for (const { annotationId } of account[kind]) {
      const others = found.get(annotationId);
      if (others) others.push(account);
      else found.set(annotationId, [account]);
    }
  }
  return found;
}

function sortOut(accounts: readonly ArticleAccount[]): ArticleAccounts {
  const cued = byPassage(accounts, 'cues');
  return { resting: byPassage(accounts, 'evidence'), cued, cues: new Set(cued.keys()) };
}

const none: readonly ArticleAccount[] = [];
/** Every card asks the same. */
const sorted = new WeakMap<readonly ArticleAccount[], ArticleAccounts>();

export function useArticleAccounts(articleId: string): ArticleAccounts {
  const { data = none } = useAnswer('listArticleAccounts', { articleId });
  let found = sorted.get(data);
  if (!found) sorted.set(data, (found = sortOut(data)));
  return found;
}
