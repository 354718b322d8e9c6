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
  from(['停战', '北京', '战谈判', '总']),
);
const near = fc
  .tuple(fc.oneof(plainWord, phrase), plainWord, fc.nat(4))
  .map(([first, second, distance]) => `${first} NEAR/${distance} ${second}`);

const list = (field: string, things: readonly string[]) =>
  fc
    .array(from(things.filter((thing) => thing !== '')), { minLength: 1, maxLength: 2 })
    .map((values) => `${field}:${[...new Set(values)].map(quoted).join(',')}`);
const role = list('role', roles);
const actors = [...cast.actors.flat(), 'put', 'Zel*', '?remlin', 'nobody'];
const filter = fc.oneof(
  { weight: 4, arbitrary: list('actor', actors) },
  { weight: 3, arbitrary: fc.tuple(list('actor', actors), role).map((both) => both.join(' ')) },
  { weight: 3, arbitrary: list('place', [...cast.places.flat(), 'Luh*']) },
  role,
  list('tag', tagNames),
  list('type', typeNames),
  list('publisher', publishers),
  list('by', [...authors, 'zoe']),
  { weight: 2, arbitrary: list('mode', modes) },
  list('certainty', [...certainties, 'unsaid']),
  list('claimant', ['narrator', 'unnamed', ...cast.actors.flat()]),
  list('lang', ['en', 'de', 'fr', 'ru', 'uk', 'zh', 'en-US']),
  list('has', havings),
  list('colour', colours),
  from(['event:attack', 'event:reports', 'event:troops']),
);
const days = ['2024', '2025-06', '2025-07-02', '2025-07', '1995', '2024-12-31'];
const dated = fc
  .tuple(from(['date', 'published']), from(['', ...days]), from(['', ...days]), fc.boolean())
  .map(([field, first, last, isRange]) => {
    if (!isRange || (first === '' && last === '')) return `${field}:${first || '2025'}`;
    return first !== '' && last !== '' && first > last
      ? `${field}:${last}..${first}`
      : `${field}:${first}..${last}`;
  });
const leaf = fc.oneof(
  { weight: 5, arbitrary: word },
  near,
  { weight: 5, arbitrary: filter },
  { weight: 2, arbitrary: dated },
);

const { group } = fc.letrec<{ group: string }>((tie) => ({
  group: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    leaf.map((one) => (one.includes(' ') ? `-(${one})` : `-${one}`)),
    fc.array(tie('group'), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(' ')})`),
    fc
      .array(tie('group'), { minLength: 2, maxLength: 3 })
      .map((parts) => `(${parts.map((part) => `(${part})`).join(' OR ')})`),
    fc
      .tuple(fc.array(tie('group'), { minLength: 1, maxLength: 3 }), from(['1s', '2s', '3s', '1p', '2p']))
      .map(([parts, size]) => `(${parts.join(' ')} within:${size})`),
  ),
}));

/** What restricts the whole query. */
const restriction = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  from(searchKinds.map((kind) => ` kind:${kind}`)),
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
    .tuple(fc.array(fc.oneof(word, near, filter), { minLength: 1, maxLength: 3 }), from([...searchScopes]))
    .map(([parts, scope]) => `${parts.join(' ')} in:${scope}`),
);
