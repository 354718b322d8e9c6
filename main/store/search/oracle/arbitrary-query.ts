/** Queries of the whole language about the made notebook, for property tests. */
import fc from 'fast-check';
import { certainties, modes } from '../../../../shared/model/account';
import { colours } from '../../../../shared/model/tag';
import { havings, searchKinds, searchScopes } from '../../../../shared/query/query';
import { authors, cast, publishers, roles, tagNames, typeNames, wordsOfLanguage } from './made-rows';

const words: readonly string[] = Object.values<readonly string[]>(wordsOfLanguage).flat();
const names: readonly string[] = [...cast.actors, ...cast.places].flat<readonly (readonly string[])[]>();
const quoted = (text: string): string => (/[\s]/.test(text) ? `"${text}"` : text);
const from = (things: readonly string[]) => fc.constantFrom(...things);

const plainWord = fc.oneof(
  { weight: 5, arbitrary: from(words) },
  from(names).map((name) => name.split(' ').at(-1) ?? ''),
);
const phrase = fc.tuple(from(words), from(words)).map(([first, second]) => `"${first} ${second}"`);
const word = fc.oneof(
  { weight: 5, arbitrary: plainWord },
  phrase,
  from(names).map((name) => `"${name}"`),
  plainWord.map((one) => `=${one}`),
  plainWord.map((one) => `${one.slice(0, 3)}*`),
  plainWord.map((one) => `${one}~1`),
  plainWord.map((one) => `${one.slice(1)}~2`),
  phrase.map((one) => `=${one}`),
  from(['停战', '北京', '战谈判', '总', '="Путін"', '="Red Cross"', 'p*', 'forcé-pas', '"мост нет']),
);
const beside = fc.oneof(
  { weight: 4, arbitrary: plainWord },
  phrase,
  plainWord.map((one) => `=${one}`),
  plainWord.map((one) => `${one.slice(0, 2)}*`),
  plainWord.map((one) => `${one}~1`),
);
const near = fc
  .tuple(
    fc.array(beside, { minLength: 1, maxLength: 2 }),
    plainWord,
    from(['NEAR', 'NEAR/0', 'NEAR/1', 'NEAR/3']),
  )
  .map(([operands, last, sign]) => [...operands, last].join(` ${sign} `));

const list = (field: string, things: readonly string[]) =>
  fc
    .array(from(things.filter((thing) => thing !== '')), { minLength: 1, maxLength: 2 })
    .map((values) => `${field}:${[...new Set(values)].map(quoted).join(',')}`);
const role = list('role', [...roles, 't*t', '?peaker', 'init']);
const actors = [...cast.actors.flat(), 'put', 'Zel*', '?remlin', 'red c*', 'nobody'];
const filter = fc.oneof(
  { weight: 4, arbitrary: list('actor', actors) },
  { weight: 3, arbitrary: fc.tuple(list('actor', actors), role).map((both) => both.join(' ')) },
  { weight: 3, arbitrary: list('place', [...cast.places.flat(), 'Luh*', '*esa', 'K?iv']) },
  role,
  list('tag', [...tagNames, 'prop*', '*', 'wor']),
  list('type', [...typeNames, '*ing', 'talk']),
  list('publisher', [...publishers, '*pravda', 'le m?nde']),
  list('by', [...authors, 'zoe', '*petr*', 'j??e roe']),
  { weight: 2, arbitrary: list('mode', modes) },
  list('certainty', [...certainties, 'unsaid']),
  list('claimant', ['narrator', 'unnamed', ...cast.actors.flat(), 'Zel*ky', '*']),
  list('lang', ['en', 'de', 'fr', 'ru', 'uk', 'zh', 'en-US', 'ukrainian']),
  list('has', havings),
  list('colour', colours),
  from([
    'event:attack',
    'event:reports',
    'event:troops',
    'event:br*',
    'event:*ies',
    'event:the,no',
    'event:*',
  ]),
);
const days = [
  '2024',
  '2025-06',
  '2025-07-02',
  '2025-07',
  '1995',
  '2024-12-31',
  '202X',
  '2025-07~',
  '2025-22',
];
/** By the first day of each, so that a range runs forward; one that does not is read backwards. */
const dated = fc
  .tuple(
    from(['date', 'published']),
    from(['', ...days]),
    from(['', ...days, '[2023,2025-06]', '2023-06/2025-07', '2025-07/..']),
  )
  .map(([field, first, last]) => {
    if (first === '' && last === '') return `${field}:2025-06,1995`;
    return /[[/]/.test(last) || first === last ? `${field}:${last}` : `${field}:${first}..${last}`;
  });
const leaf = fc.oneof(
  { weight: 5, arbitrary: word },
  near,
  { weight: 5, arbitrary: filter },
  { weight: 2, arbitrary: dated },
);
const kind = fc.oneof(
  list('kind', searchKinds),
  from(searchKinds).map((one) => `-kind:${one}`),
);

const { group } = fc.letrec<{ group: string }>((tie) => ({
  group: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    leaf.map((one) => (one.includes(' ') ? `-(${one})` : `-${one}`)),
    tie('group').map((one) => `NOT (${one})`),
    fc.tuple(leaf, leaf).map((both) => both.join(' OR ')),
    fc.array(tie('group'), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(' ')})`),
    fc
      .array(tie('group'), { minLength: 2, maxLength: 3 })
      .map((parts) => `(${parts.map((part) => `(${part})`).join(' | ')})`),
    fc
      .tuple(fc.array(tie('group'), { minLength: 1, maxLength: 3 }), from(['1s', '2s', '3s', '1p', '2p']))
      .map(([parts, size]) => `(${parts.join(' ')} within:${size})`),
  ),
}));

/** What restricts the whole query. */
const restriction = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  kind.map((one) => ` ${one}`),
  from([' sort:oldest', ' sort:title', ' sort:relevance', ' sort:published', ' sort:place', ' sort:newest']),
);

/** A query as it could be typed. */
export const anyQuery = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.array(group, { minLength: 1, maxLength: 3 }), restriction)
      .map(([parts, rest]) => parts.join(' ') + rest),
  },
  // Words looked for in some places only: `within:` looks at texts alone.
  fc
    .tuple(fc.array(fc.oneof(word, near, filter), { minLength: 1, maxLength: 3 }), list('in', searchScopes))
    .map((parts) => parts.flat().join(' ')),
  fc.tuple(kind, restriction).map((parts) => parts.join('')),
);

/** A query of words and kinds alone. */
export const anyWords = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: word }, near), { minLength: 1, maxLength: 3 }),
    from([' ', ' OR ', ' -']),
    fc.oneof({ weight: 3, arbitrary: fc.constant('') }, kind, list('in', searchScopes)),
  )
  .map(([words, sign, rest]) => `${words.join(sign)} ${rest}`);
