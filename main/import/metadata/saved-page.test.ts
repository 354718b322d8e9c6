import { describe, expect, it } from 'vitest';
import { readHtml } from '../html/read-html';
import { savedPageOfComment } from './saved-page';

const page = (comment: string, head = ''): string =>
  `<!DOCTYPE html> <html lang=en>${comment}<head><title>The bridge</title>${head}</head><body><article><h1>The bridge</h1><p>${'It was closed to all cars on Monday, the council said. '.repeat(5)}</p></article></body></html>`;
const read = (html: string) => readHtml(html, { source: '/saved/bridge.html', isPaste: false });

describe('a page that a program saved', () => {
  it('says where it was and when it was saved', () => {
    const singleFile = read(
      page(
        '<!--\n Page saved with SingleFile \n url: https://news.example/bridge?a=1 \n saved date: Tue Mar 05 2024 10:11:12 GMT+0200 (Eastern European Standard Time)\n-->',
      ),
    );
    expect(singleFile.metadata.url).toBe('https://news.example/bridge?a=1');
    expect(singleFile.capturedAt).toBe('2024-03-05T08:11:12.000Z');
    expect(singleFile.metadata.published).toBeNull();
    const savePage = read(
      page(
        '',
        '<meta name="savepage-url" content="https://n.example/x"><meta name="savepage-date" content="Tue Mar 05 2024 08:00:00 GMT+0000">',
      ),
    );
    expect([savePage.metadata.url, savePage.capturedAt]).toEqual([
      'https://n.example/x',
      '2024-03-05T08:00:00.000Z',
    ]);
  });

  it('is known by the comments of browsers and of HTTrack', () => {
    expect(savedPageOfComment(' saved from url=(0021)https://n.example/a ')).toEqual({
      address: 'https://n.example/a',
      time: '',
    });
    expect(
      savedPageOfComment(
        " Mirrored from n.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 05 Mar 2024 10:11:12 GMT ",
      ),
    ).toEqual({
      address: 'http://n.example/a.html',
      time: '2024-03-05T10:11:12.000Z',
    });
    expect(savedPageOfComment(' Page saved with care ')).toBeNull();
    expect(
      savedPageOfComment(' Page saved with SingleFile \n url: javascript:alert(1)\n saved date: never'),
    ).toEqual({ address: '', time: '' });
  });
});
