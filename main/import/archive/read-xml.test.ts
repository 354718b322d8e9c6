import { describe, expect, it } from 'vitest';
import { parseXml, readXml } from './read-xml';
import { attribute, childElements, childNamed, descendantsNamed, hasAttribute, textOf } from './xml-node';

describe('an XML file', () => {
  it('is a tree of names, with the addresses of their prefixes', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- no --><x:a xmlns:x="urn:x" xmlns="urn:d" x:id="1" id="2">one <b r="&lt;&#1071;"/><![CDATA[<two>]]></x:a>',
    );
    expect([root.name, root.namespace]).toEqual(['a', 'urn:x']);
    expect(attribute(root, 'id')).toBe('1');
    expect(attribute(root, 'id', '')).toBe('2');
    expect(attribute(root, 'id', 'x')).toBe('1');
    const b = childNamed(root, 'b');
    expect(b?.namespace).toBe('urn:d');
    expect(b === null ? '' : attribute(b, 'r')).toBe('<Я');
    expect(textOf(root)).toBe('one <two>');
    expect(hasAttribute(root, 'missing')).toBe(false);
  });

  it('keeps white space and the order of what it holds', () => {
    const root = parseXml('<a> <b>1</b>\n<c><b>2</b></c><b>3</b> </a>');
    expect(textOf(root)).toBe(' 1\n23 ');
    expect(descendantsNamed(root, 'b').map(textOf)).toEqual(['1', '2', '3']);
    expect(childElements(root, 'b').map(textOf)).toEqual(['1', '3']);
  });

  it('is read by its mark, its declaration, or as UTF-8', () => {
    const words = '<a>Київ, naïve, 北京</a>';
    const utf16 = Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${words}`, 'utf16le');
    const bigEndian = Buffer.from(utf16).swap16();
    for (const bytes of [Buffer.from(words), Buffer.from(`\uFEFF${words}`), utf16, bigEndian])
      expect(textOf(readXml(bytes))).toBe('Київ, naïve, 北京');
    const cyrillic = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
      Buffer.from([0xca, 0xe8, 0xbf, 0xe2]),
      Buffer.from('</a>'),
    ]);
    expect(textOf(readXml(cyrillic))).toBe('Київ');
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><a>&lol2;</a>',
    '<!DOCTYPE a [ <!ENTITY % remote SYSTEM "http://example.org/x.dtd"> %remote; ]><a/>',
    '<a><!ENTITY x "y"></a>',
  ])('is refused when it declares entities: %s', (text) => {
    expect(() => parseXml(text)).toThrow('declares entities');
  });

  it('may name its document type', () => {
    const type =
      '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">';
    expect(parseXml(`${type}<ncx/>`).name).toBe('ncx');
  });

  it('is refused when it is cut short anywhere', () => {
    const text = '<?xml version="1.0"?><a b="c"><d>words</d><e/></a>';
    for (let length = 0; length < text.length; length += 1)
      expect(() => parseXml(text.slice(0, length), { what: 'The text' })).toThrow(
        /^The text in the file is damaged/,
      );
    expect(parseXml(text).name).toBe('a');
  });

  it('is refused when its elements cross', () => {
    expect(() => parseXml('<a><b>1</a></b>')).toThrow('damaged');
    expect(() => parseXml('<a><b><c/></a>')).toThrow('damaged');
  });

  it('is refused when it is nested too deeply', () => {
    expect(parseXml('<a>'.repeat(256) + '</a>'.repeat(256)).name).toBe('a');
    expect(() => parseXml('<a>'.repeat(257) + '</a>'.repeat(257))).toThrow('nested too deeply');
    expect(() => parseXml('<a>'.repeat(1_000_000))).toThrow('nested too deeply');
  });
});
