import { expect, it } from 'vitest';
import { insertLocators } from '../../articles/capture/locators';
import { runCommand } from '../../core/run-command';
import { rangeOf, temporaryNotebook } from '../../core/temporary-notebook';

const text = 'A 😀 preface.\nThe harbour was shelled before dawn.\nThe mayor left the harbour.';

it('tells on which page and in which chapter a hit stands', () => {
  const { db, capture, run, ask, remove } = temporaryNotebook();
  const on = capture(text);
  runCommand(db, (writer) =>
    insertLocators(writer, on.revisionId, [
      { kind: 'page', label: 'xii', start: 0 },
      { kind: 'page', label: '1', start: rangeOf(text, 'The harbour').start },
      { kind: 'page', label: '2', start: rangeOf(text, 'mayor').start },
      { kind: 'chapter', label: 'Dawn', start: rangeOf(text, 'The harbour').start },
    ]),
  );
  run('annotate', { on: { ...on, parts: [rangeOf(text, 'left the harbour')] } });
  const hits = (query: string) => ask('search', { query, offset: 0, limit: 10 }).hits;
  const placeOf = (query: string) => hits(query).map(({ passage }) => passage?.place);
  expect(placeOf('kind:article preface')).toEqual(['p. xii']);
  expect(placeOf('kind:article shelled')).toEqual(['p. 1, Dawn']);
  expect(placeOf('kind:passage harbour')).toEqual(['p. 2, Dawn']);
  const { text: table } = ask('exportFound', { query: 'kind:passage harbour', format: 'csv' });
  expect(table).toContain('"p. 2, Dawn"');
  remove();
});

it('says nothing where the source has no pages', () => {
  const { capture, ask, remove } = temporaryNotebook();
  capture(text);
  const [hit] = ask('search', { query: 'harbour', offset: 0, limit: 10 }).hits;
  expect(hit?.passage?.place).toBe('');
  remove();
});
