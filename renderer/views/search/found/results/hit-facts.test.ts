import { expect, it } from 'vitest';
import type { HitAccount } from '../../../../../shared/contract/search';
import { sayings } from './hit-facts';

const account = (mode: string, claimant: string): HitAccount => ({
  id: `${mode} ${claimant}`,
  event: { id: 'e', name: 'Strike' },
  fact: 'count',
  key: 'killed',
  mode,
  certainty: '',
  claimant,
});

it('says once who says it and how; what nobody says is not put into a mouth', () => {
  const accounts = [
    account('claims', 'Mira Tolvane'),
    account('claims', 'Mira Tolvane'),
    account('reports', 'narrator'),
    account('alleges', ''),
    account('states', ''),
  ];
  expect(sayings(accounts)).toEqual([
    '\u2068Mira Tolvane\u2069 claims',
    '\u2068the article itself\u2069 reports',
    'alleges',
  ]);
});
