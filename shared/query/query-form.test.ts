import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';
import type { QueryNode } from './query';
import { emptyForm, formOfQuery, type QueryForm, queryOfForm } from './query-form';

describe('formOfQuery', () => {
  it('fills the fields in', () => {
    const query =
      'harbour strik* "act of war" ferry OR boat -rumour actor:Putin role:speaker place:Kyiv,"New York" mode:claims,alleges published:2025-06..2025-07 within:2s kind:passage sort:newest';
    expect(formOfQuery(query)).toEqual({
      ...emptyForm,
      all: 'harbour strik*',
      phrase: 'act of war',
      any: 'ferry boat',
      none: 'rumour',
      actors: [{ actor: 'Putin', role: 'speaker' }],
      place: ['Kyiv', 'New York'],
      mode: ['claims', 'alleges'],
      published: '2025-06..2025-07',
      within: '2s',
      kinds: ['passage'],
      sort: 'newest',
    });
  });

  it('keeps what it has no field for', () => {
    const form = formOfQuery(
      'a (b c) OR d -tag:x e NEAR/3 f actor:A,B (g within:1s) mode:claims mode:denies',
    );
    expect(form).toMatchObject({ all: 'a', mode: ['claims'] });
    expect(form.rest).toBe('(b c) OR d -tag:x e NEAR/3 f actor:A,B (g within:1s) mode:denies');
  });
});

describe('queryOfForm', () => {
  it('is disturbed by nothing that is typed', () => {
    const form = { ...emptyForm, all: '"a b', any: 'x | (y', none: 'p OR q)', place: ['Kyiv "x"', ''] };
    expect(queryOfForm(form)).toBe('"a b" x OR y -p -q place:"Kyiv x"');
    expect(queryOfForm(emptyForm)).toBe('');
  });

  const words = fc.array(fc.constantFrom('kyiv', 'strik*', 'ceasfire~1', '=war', '"no way"'), {
    maxLength: 3,
  });
  const values = fc.uniqueArray(fc.constantFrom('A', 'B, C', 'New York', 'Zel*ky', '北京'), { maxLength: 3 });
  const several = words.filter((list) => list.length !== 1);
  const forms: fc.Arbitrary<QueryForm> = fc.record({
    all: words.map((list) => list.join(' ')),
    phrase: fc.constantFrom('', 'act of war'),
    any: several.map((list) => list.join(' ')),
    none: words.map((list) => list.join(' ')),
    actors: fc.array(
      fc.record({ actor: fc.constantFrom('Putin', 'X Y'), role: fc.constantFrom('', 'speaker') }),
      { maxLength: 2 },
    ),
    place: values,
    event: values,
    type: values,
    tag: values,
    claimant: values,
    publisher: values,
    by: values,
    mode: fc.uniqueArray(fc.constantFrom('claims', 'denies')),
    certainty: fc.uniqueArray(fc.constantFrom('certain', 'unsaid')),
    lang: fc.uniqueArray(fc.constantFrom('en', 'pt-br')),
    colour: fc.uniqueArray(fc.constantFrom('yellow', 'blue')),
    has: fc.uniqueArray(fc.constantFrom('orphan', 'note')),
    kinds: fc.uniqueArray(fc.constantFrom('passage', 'event')),
    date: fc.constantFrom('', '2024', '2024..', '[2023,2024]'),
    published: fc.constantFrom('', '2025-01..2025-06'),
    within: fc.constantFrom('', '2s', '1p'),
    sort: fc.constantFrom('', 'newest' as const),
    rest: fc.constantFrom('', '-tag:x', '(a b) OR c'),
  });

  it('is read back as the form that it was made of', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const isAsked = queryOfForm({ ...form, within: '', kinds: [], sort: '' }) !== '';
        // The first phrase is the phrase's, whichever field it was typed in.
        fc.pre((isAsked || form.within === '') && (form.phrase !== '' || !form.all.includes('"')));
        const asked =
          form.phrase === '' ? form : { ...form, all: form.all.replaceAll('"no way"', '').trim() };
        const { all, ...others } = formOfQuery(queryOfForm(asked));
        expect({ ...others, all }).toEqual({ ...asked, all: asked.all.replace(/ +/g, ' ') });
      }),
      { numRuns: 300 },
    );
  });

  /** The parts of a query in an order of their own: a form has its own order. */
  const partsOf = (node: QueryNode | null): string[] => {
    const nodes = node?.kind === 'and' ? node.nodes : node ? [node] : [];
    return nodes
      .map((each) =>
        each.kind === 'within'
          ? `${each.size} ${each.unit} ${partsOf(each.node).join()}`
          : JSON.stringify(each),
      )
      .sort();
  };

  it('means what the query meant', () => {
    const piece = fc.constantFrom(
      ...'a|"b c"|="d"|x* |-e|-(a b)|(a b)|OR|actor:A|actor:A,B|role:r|role:r,s|place:P|place:P,Q|mode:claims|-mode:denies|in:title|kind:note|-kind:tag|date:2024|date:2023,2024|within:2s|(a within:1s)|(actor:A b within:1p)|a NEAR/3 b NEAR/3 c|-a|e~2|=f|tag:t*|event:E,F|by:g|lang:de|has:note|sort:title|nonsense:x|"|('.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const query = parseQuery(pieces.join(' '));
        const again = parseQuery(queryOfForm(formOfQuery(pieces.join(' '))));
        expect(partsOf(again.root)).toEqual(partsOf(query.root));
        expect(again.sort).toBe(query.sort);
      }),
      { numRuns: 1000 },
    );
  });
});
