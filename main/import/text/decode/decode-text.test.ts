import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodings } from '../../../../shared/text/encodings';
import { charsetOfMediaType, declaredEncoding } from './declared-encoding';
import { decodeText } from './decode-text';
import { canonicalLabel } from './encodings';

const ukrainian = [
  'Українська влада заявила, що росіяни обстріляли місто вночі.',
  'Її слова підтвердив очільник області: є загиблі, але кількість уточнюють.',
  'Ґанок будинку зруйновано, повідомляє пресслужба міської ради.',
  'За даними розвідки, ворог перекинув до кордону понад п’ять тисяч військових.',
];
const russian = [
  'Представитель министерства сообщил журналистам, что переговоры продолжатся.',
  'По его словам, объём поставок остался прежним, подъезд к мосту закрыт.',
  'Жители посёлка рассказали, что ночью слышали взрывы.',
  'Суд отложил заседание до вторника, заявил адвокат.',
];
const german = [
  'Die Behörden äußerten sich zunächst nicht zu den Vorwürfen.',
  'Für die Überprüfung wären größere Mittel nötig gewesen.',
  'Das Gericht in Köln schloss die Öffentlichkeit aus.',
];
const french = [
  'Le ministère a déclaré que la réunion prévue à l’étranger était annulée.',
  'Après l’élection, le préfet a été remplacé par son prédécesseur.',
  'Les témoins évoquent un incendie très étendu près de la forêt.',
];
const polish = [
  'Rzecznik rządu oświadczył, że rozmowy zostaną wznowione w środę.',
  'Żołnierze zajęli most, ale łączność została przerwana.',
  'Władze prosiły mieszkańców o pozostanie w domach.',
];

interface Case {
  readonly label: string;
  readonly sentences: readonly string[];
}

const cases: readonly Case[] = [
  { label: 'windows-1251', sentences: ukrainian },
  { label: 'koi8-u', sentences: ukrainian.slice(0, 3) },
  { label: 'windows-1251', sentences: russian },
  { label: 'koi8-r', sentences: russian },
  { label: 'ibm866', sentences: russian },
  { label: 'iso-8859-5', sentences: russian },
  { label: 'windows-1252', sentences: german },
  { label: 'windows-1252', sentences: french },
  { label: 'windows-1250', sentences: polish },
  { label: 'iso-8859-2', sentences: polish },
  { label: 'utf-8', sentences: [...ukrainian, ...french] },
  { label: 'utf-16le', sentences: [...ukrainian, ...german] },
  { label: 'utf-16be', sentences: [...russian, ...french] },
];

const encode = (text: string, label: string): Uint8Array => iconv.encode(text, label);

describe('decodeText', () => {
  it.each(cases)('recognises $label from a few sentences', ({ label, sentences }) => {
    const text = sentences.join('\n');
    const decoded = decodeText(encode(text, label));
    expect(decoded.text).toBe(text);
    expect(decoded.origin).toBe('guessed');
  });

  it('recognises single sentences nearly always', () => {
    const tries = cases.flatMap(({ label, sentences }) => sentences.map((sentence) => ({ label, sentence })));
    const right = tries.filter(
      ({ label, sentence }) => decodeText(encode(sentence, label)).text === sentence,
    );
    console.log(`single sentences: ${right.length} of ${tries.length} right`);
    expect(right.length / tries.length).toBeGreaterThan(0.9);
  });

  it('says KOI8-U for Ukrainian letters and KOI8-R for Russian ones', () => {
    expect(decodeText(encode(ukrainian.slice(0, 3).join(' '), 'koi8-u')).encoding).toBe('koi8-u');
    expect(decodeText(encode(russian.join(' '), 'koi8-r')).encoding).toBe('koi8-r');
  });

  it('takes the byte order mark at its word and drops it', () => {
    for (const label of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      const decoded = decodeText(iconv.encode('Так', label, { addBOM: true }));
      expect(decoded).toMatchObject({ text: 'Так', encoding: label, origin: 'declared', confidence: 1 });
    }
  });

  it('lets the user decide', () => {
    const bytes = encode('Привіт', 'koi8-u');
    expect(decodeText(bytes, { chosen: 'KOI8-U' })).toMatchObject({ text: 'Привіт', origin: 'chosen' });
    expect(decodeText(bytes, { chosen: 'no such encoding' }).origin).toBe('guessed');
  });

  it('believes a declaration that fits the bytes and no other', () => {
    const bytes = encode('Mölle på ön', 'iso-8859-1');
    expect(decodeText(bytes, { declared: 'iso-8859-1' })).toMatchObject({
      text: 'Mölle på ön',
      encoding: 'windows-1252',
      origin: 'declared',
    });
    const utf8 = encode(ukrainian.join(' '), 'utf-8');
    expect(decodeText(utf8, { declared: 'windows-1251' })).toMatchObject({
      encoding: 'utf-8',
      origin: 'guessed',
    });
    const legacy = encode(ukrainian.join(' '), 'windows-1251');
    expect(decodeText(legacy, { declared: 'utf-8' })).toMatchObject({
      encoding: 'windows-1251',
      origin: 'guessed',
    });
  });

  it('offers alternatives to a guess', () => {
    const { alternatives, confidence } = decodeText(encode(russian[0] ?? '', 'windows-1251'));
    expect(alternatives.length).toBeGreaterThan(2);
    expect(confidence).toBeGreaterThan(0.5);
    expect(new Set(alternatives.map(({ encoding }) => encoding)).size).toBe(alternatives.length);
  });

  it('keeps UTF-8 with a broken byte as UTF-8', () => {
    const bytes = encode(ukrainian.join(' '), 'utf-8');
    expect(decodeText(bytes.subarray(0, -1).subarray(0, 201)).encoding).toBe('utf-8');
  });

  it('turns line ends into LF and normalises nothing else', () => {
    const text = 'e\u0301\u00a0\u200b\u00adﬁ  \t x\f';
    expect(decodeText(encode(`${text}\r\nb\rc\n\r\nd`, 'utf-8')).text).toBe(`${text}\nb\nc\n\nd`);
    expect(decodeText(encode('a\0b', 'utf-8')).text).toBe('a\uFFFDb');
  });

  it('reads windows-1252 the same on every runtime', () => {
    const bytes = Uint8Array.from([0x93, 0x80, 0x94, 0x85]);
    expect(decodeText(bytes, { chosen: 'windows-1252' }).text).toBe('“€”…');
  });

  it('answers for ten million bytes of one kind', () => {
    for (const byte of [0xe4, 0x3c]) {
      expect(decodeText(new Uint8Array(10_000_000).fill(byte)).text).toHaveLength(10_000_000);
    }
  });
});

describe('declarations', () => {
  it('finds a meta element, an XML declaration and a media type', () => {
    expect(declaredEncoding(encode('<html><meta charset=koi8-u>', 'latin1'))).toBe('koi8-u');
    expect(
      declaredEncoding(
        encode(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`, 'latin1'),
      ),
    ).toBe('windows-1251');
    expect(declaredEncoding(encode(`<?xml version="1.0" encoding='utf-16'?>`, 'utf-16le'))).toBe('utf-16');
    expect(declaredEncoding(encode('<p>charset=koi8-u', 'latin1'))).toBeNull();
    expect(charsetOfMediaType('text/html; charset="UTF-8"')).toBe('UTF-8');
  });

  it('knows every encoding it offers', () => {
    for (const { label } of encodings) {
      expect(canonicalLabel(label)).toBe(label);
      expect(decodeText(Uint8Array.from([0x41, 0x42, 0x43, 0x44]), { chosen: label }).encoding).toBe(label);
    }
  });
});
