import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../shared/document/plain-text';
import { looksLikeMessage } from './looks-like-message';
import { mailAddresses } from './mail-addresses';
import { decodeWords, parseHeaderValue } from './mime-header';
import { readMessage } from './read-mail';
import { unflowed } from './unflowed';

const bytesOf = (lines: readonly string[], encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(lines.join('\r\n'), encoding));
const read = (...lines: string[]) => readMessage({ bytes: bytesOf(lines), source: '/m.eml', encoding: '' });
const wordsOf = (...lines: string[]): string => plainText(read(...lines).blocks);

const head = [
  'From: Ann Lee <ann@example.org>',
  'To: bo@example.org',
  'Date: Tue, 3 Mar 2026 09:10:00 +0200',
  'MIME-Version: 1.0',
];

describe('a mail', () => {
  it('says who wrote it, when and about what', () => {
    const { metadata } = read(
      ...head,
      'Subject: =?utf-8?B?0J/RgNC40LLRltGC?= =?utf-8?Q?_friends?=',
      '',
      'Words.',
    );
    expect(metadata).toMatchObject({ title: 'Привіт friends', authors: ['Ann Lee'] });
    expect(metadata.published).toMatchObject({ edtf: '2026-03-03' });
    expect(metadata.fields).toMatchObject({ From: 'Ann Lee <ann@example.org>', To: 'bo@example.org' });
  });

  it('reads quoted-printable and base64 in their own encodings', () => {
    const quoted = [
      ...head,
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=CF=F0=E8=E2=B3=F2 =',
      'there =3D  ',
    ];
    expect(wordsOf(...quoted)).toBe('Привіт there =');
    const base64 = Buffer.from('日本語の本文です。').toString('base64');
    expect(
      wordsOf(
        ...head,
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        base64,
      ),
    ).toBe('日本語の本文です。');
  });

  it('takes the fuller of two forms', () => {
    const forms = (plain: string, html: string): string =>
      wordsOf(
        ...head,
        'Content-Type: multipart/alternative; boundary="b"',
        '',
        '--b',
        '',
        plain,
        '--b',
        'Content-Type: text/html',
        '',
        html,
        '--b--',
      );
    expect(forms('The meeting is moved.', '<p>The <b>meeting</b> is moved.</p>')).toBe(
      'The meeting is moved.',
    );
    expect(
      forms('Please open this in a browser.', '<p>The meeting was moved to Tuesday by the committee.</p>'),
    ).toContain('Tuesday');
    expect(forms('The meeting was moved to Tuesday by the committee.', '<p>See below</p>')).toContain(
      'Tuesday',
    );
  });

  it('shows the pictures of its page and names what is attached', () => {
    const picture =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const reading = read(
      ...head,
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      'Content-Type: multipart/related; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/html',
      '',
      '<p>Here: <img src="cid:one@x" alt="A map"></p><script>alert(1)</script>',
      '--inner',
      'Content-Type: image/png',
      'Content-ID: <one@x>',
      'Content-Transfer-Encoding: base64',
      '',
      picture,
      '--inner--',
      '--outer',
      "Content-Type: application/pdf; name*0*=utf-8''%D0%97%D0%B2; name*1=%D1%96t.pdf",
      'Content-Disposition: attachment',
      '',
      'x',
      '--outer--',
    );
    expect(JSON.stringify(reading.blocks)).toContain(`data:image/png;base64,${picture}`);
    expect(JSON.stringify(reading.blocks)).not.toContain('alert');
    expect(reading.warnings).toEqual([expect.stringContaining('An attachment was not read: “Зв')]);
  });

  it('says that it is signed, and refuses what is encrypted', () => {
    const signed = read(
      ...head,
      'Content-Type: multipart/signed; boundary=s',
      '',
      '--s',
      '',
      'Signed words.',
      '--s',
      'Content-Type: application/pgp-signature',
      '',
      'x',
      '--s--',
    );
    expect(signed.warnings).toEqual([expect.stringContaining('not checked')]);
    expect(plainText(signed.blocks)).toBe('Signed words.');
    expect(() =>
      read(...head, 'Content-Type: multipart/encrypted; boundary=s', '', '--s', '', 'x', '--s--'),
    ).toThrow('encrypted');
    expect(() =>
      read(...head, 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data', '', 'x'),
    ).toThrow('encrypted');
    expect(() => read(...head, '', '-----BEGIN PGP MESSAGE-----', 'x')).toThrow('encrypted');
  });

  it('gives what is there of one that was cut off', () => {
    const cut = read(...head, 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'The first half');
    expect(plainText(cut.blocks)).toBe('The first half');
    expect(cut.warnings).toEqual([expect.stringContaining('ends in the middle')]);
  });

  it('reads a mailbox of one mail', () => {
    expect(wordsOf('From ann@example.org Tue Mar  3 09:10:00 2026', ...head, '', 'Words.')).toBe('Words.');
  });
});

describe('a hostile mail', () => {
  it('is refused for parts nested too deeply, too many parts and endless headers', () => {
    const nested = Array.from({ length: 200 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]).flat();
    expect(() => read(...head, ...nested, '', 'x')).toThrow('nested too deeply');
    const many = Array.from({ length: 9000 }, () => ['--b', '', 'x']).flat();
    expect(() => read(...head, 'Content-Type: multipart/mixed; boundary=b', '', ...many, '--b--')).toThrow(
      'parts',
    );
    expect(() => read(...head, `X: ${'y'.repeat(2_000_000)}`, '', 'x')).toThrow('headers are too long');
  });

  it('ends, however long: the square of these would outlast the test', () => {
    const blanks = `${' '.repeat(1_000_000)}x`;
    read(
      ...head,
      `Subject: ${'=?utf-8?Q?'.repeat(20_000)}`,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      blanks,
      '='.repeat(500_000),
    );
    read(
      ...head,
      `To: ${'"<('.repeat(30_000)}`,
      'Content-Type: multipart/mixed; boundary=" "',
      '',
      '-- '.repeat(300_000),
    );
  });
});

describe('the forms of a mail', () => {
  it('joins what was cut inside of a character', () => {
    expect(decodeWords('=?utf-8?Q?=D0?= =?utf-8?Q?=9F?=')).toBe('П');
    expect(decodeWords('=?koi8-r?B?8NLJ18XU?= (news)')).toBe('Привет (news)');
    expect(decodeWords('=?nothing')).toBe('=?nothing');
  });

  it('reads parameters in pieces', () => {
    expect(parseHeaderValue('text/plain; charset="utf-8"; x=y').parameters.get('charset')).toBe('utf-8');
    expect(parseHeaderValue("a/b; filename*=UTF-8''%E2%82%AC.pdf").parameters.get('filename')).toBe('€.pdf');
  });

  it('knows people', () => {
    expect(mailAddresses('"Lee, Ann" <ann@x.org>, bo@x.org (Bo Ek); team: <c@x.org>;')).toEqual([
      { name: 'Lee, Ann', address: 'ann@x.org' },
      { name: 'Bo Ek', address: 'bo@x.org' },
      { name: '', address: 'c@x.org' },
    ]);
  });

  it('joins flowed lines', () => {
    expect(unflowed('One \ntwo\n> three \n> four\nfive', false)).toBe('One two\n> three four\nfive');
  });

  it('is told from a text that begins like one', () => {
    const looks = (...lines: string[]): boolean => looksLikeMessage(bytesOf(lines));
    expect(looks(...head, 'Subject: x', '', 'words')).toBe(true);
    expect(looks('From: the editor', 'To: all', '', 'A letter.')).toBe(false);
    expect(looks('From: Ann', 'The meeting', 'Date: Monday', '')).toBe(false);
  });
});
