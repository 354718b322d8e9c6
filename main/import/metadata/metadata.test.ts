import { describe, expect, it } from 'vitest';
import { readHtml } from '../html/read-html';
import { authorNames } from './author-names';
import { publishedDate } from './published-date';
import { recogniseLanguage } from './recognise-language';

describe('publishedDate', () => {
  it.each([
    ['2025-07-04', '2025-07-04'],
    ['2025-07-04T23:59:00+03:00', '2025-07-04'],
    ['2025-07-04 10:00', '2025-07-04'],
    ['20250704', '2025-07-04'],
    ['2025/7/4', '2025-07-04'],
    ['Fri, 04 Jul 2025 10:00:00 GMT', '2025-07-04'],
    ['4 July 2025', '2025-07-04'],
    ['July 4th, 2025', '2025-07-04'],
    ['04.07.2025', '2025-07-04'],
    ['2025-07', '2025-07'],
    ['2025', '2025'],
  ])('reads %s', (said, edtf) => {
    expect(publishedDate(said)).toMatchObject({ edtf, words: said });
  });

  it.each([
    '',
    'yesterday',
    '2025-13-04',
    '2025-02-30',
    '1751612340',
    '04/07/2025',
    'Foo 4, 2025',
    '2025-07-04Z junk',
  ])('makes no date of %s', (said) => {
    const date = publishedDate(said);
    expect(date?.edtf ?? null).toBe(null);
  });

  it('gives the first and the last day', () => {
    expect(publishedDate('2024-02')).toMatchObject({ earliest: '2024-02-01', latest: '2024-02-29' });
  });
});

describe('the day of publication of a page', () => {
  const words = 'The mayor said that two bridges were closed, and that repairs would take a month. '.repeat(
    6,
  );
  const dayOf = (times: string): string | undefined =>
    readHtml(`<html><body><main><h1>Bridges of the town</h1>${times}<p>${words}</p></main></body></html>`, {
      source: '/tmp/page.html',
      isPaste: false,
    }).metadata.published?.edtf;
  const time = (day: string, mark = ''): string =>
    `<time datetime="${day}T10:00:00Z" class="${mark}">${day}</time>`;

  it('is the one marked so, beside the day of a change', () => {
    expect(dayOf(time('2024-03-02', 'entry-date published') + time('2024-05-09', 'updated'))).toBe(
      '2024-03-02',
    );
  });

  it('is unknown where several are marked, and where several stand without a mark', () => {
    const marked = 'entry-date';
    expect(dayOf(time('2024-03-02', marked) + time('2024-05-09', marked))).toBe(undefined);
    expect(dayOf(time('2024-03-02') + time('2024-05-09'))).toBe(undefined);
  });

  it('is read from Dublin Core with a colon', () => {
    expect(dayOf('<meta property="dc:date" content="2024-03-02">')).toBe('2024-03-02');
  });
});

describe('authorNames', () => {
  it.each([
    [['Ann Lee'], ['Ann Lee']],
    [['By Ann Lee and Bo Ek'], ['Ann Lee', 'Bo Ek']],
    [['Ann Lee, Bo Ek & Cy Do'], ['Ann Lee', 'Bo Ek', 'Cy Do']],
    [['Lee, Ann'], ['Lee, Ann']],
    [['Олена Коваль та Іван Франко'], ['Олена Коваль', 'Іван Франко']],
    [['Von Anna Müller und Bo Ek'], ['Anna Müller', 'Bo Ek']],
    [['Ann Lee (https://example.org/ann)', 'Ann Lee'], ['Ann Lee']],
    [['ann@example.org', '', '12', 'Tuesday 4 July 2025'], []],
  ])('reads %j', (said, names) => {
    expect(authorNames(said)).toEqual(names);
  });
});

describe('recogniseLanguage', () => {
  it('looks at the words when nothing is declared', () => {
    expect(recogniseLanguage('Die Brücke wurde gesperrt, sagte die Bürgermeisterin am Dienstag.', '')).toBe(
      'de',
    );
    expect(recogniseLanguage('Міст закрили, повідомила міська влада у вівторок.', 'und')).toBe('uk');
    expect(recogniseLanguage('Мост закрыли, сообщили городские власти во вторник.', '')).toBe('ru');
  });

  it('calls no Croatian Serbian, and no text Hindi that has lost its letters', () => {
    const croatian =
      'Brekinja je bjelogorična vrsta drveća, koja raste u šumama; plodovi su jestivi kad sazriju.';
    expect(recogniseLanguage(croatian.repeat(3), '')).not.toBe('sr');
    expect(
      recogniseLanguage('Брекиња је листопадно дрво које расте у шумама, а плодови су јестиви.', ''),
    ).toBe('sr');
    expect(
      recogniseLanguage(`${'\ufffd'.repeat(300)} 2.5. version ${'\ufffd'.repeat(300)} the file text`, ''),
    ).not.toBe('hi');
  });

  it('finds no rare language in a few names and numbers', () => {
    expect(
      recogniseLanguage('Tue Jun 5 22:15:55 [California Time] Dynamic Demo cache2-1.cache.telstra.net', ''),
    ).toBe('');
  });

  it('puts a declared tag in its usual form, and takes no nonsense', () => {
    expect(recogniseLanguage('The bridge was closed on Tuesday.', 'EN_us')).toBe('en-US');
    expect(recogniseLanguage('123', 'not a tag')).toBe('');
  });
});
