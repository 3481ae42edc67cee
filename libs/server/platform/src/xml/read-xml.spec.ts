import { describe, expect, it } from '@jest/globals';
import { findAll, findOne, readXml, XmlUnreadable } from './read-xml.ts';

const read = (xml: string, maximumBytes = 1_000_000) => readXml(Buffer.from(xml), { maximumBytes });

describe('reading XML of other systems', () => {
  it('gives names without prefixes, attributes, text and what entities of XML itself mean', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <!-- a comment -->
      <b:bank xmlns:b="urn:x"><b:name kind='a &amp; b'> Blåbær &lt;&#65;&#x42; <![CDATA[<AS>]]></b:name><b:empty/></b:bank>`;
    const root = read(xml);
    expect(root).toMatchObject({ name: 'bank', namespace: 'urn:x' });
    expect(findOne(root, 'name')).toMatchObject({ text: 'Blåbær <AB <AS>', attributes: { kind: 'a & b' } });
    expect(findAll(root, 'empty')).toHaveLength(1);
    expect(findOne(root, 'nothing', 'here')).toBeUndefined();
  });

  it('reads ISO-8859-1 when the document says so', () => {
    const xml = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>ÆØÅ</a>', 'latin1');
    expect(readXml(xml, { maximumBytes: 100 }).text).toBe('ÆØÅ');
  });

  it.each([
    ['nothing', ''],
    ['text', 'garbage'],
    ['JSON', '{"a": "<b/>"}'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an unknown entity in an attribute', '<a b="&nbsp;"/>'],
    ['a bare ampersand', '<a>Per & Kari</a>'],
    ['an element that is not closed', '<a><b></b>'],
    ['elements that cross', '<a><b></a></b>'],
    ['an end without its start', '<a/></a>'],
    ['an end with attributes', '<a></a b="c">'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>more'],
    ['CDATA after the root', '<a/><![CDATA[more]]>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['a processing instruction', '<a><?php echo 1 ?></a>'],
    ['a second declaration', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
    ['a control character by its number', '<a>&#0;</a>'],
    ['half a character by its number', '<a b="&#xD83D;"/>'],
    ['a number beyond all characters', '<a>&#x110000;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['a comment that does not end', '<a><!-- </a>'],
    ['too much nesting', `${'<a>'.repeat(41)}${'</a>'.repeat(41)}`],
    ['too many attributes', `<a ${Array.from({ length: 101 }, (_, index) => `b${index}="1"`).join(' ')}/>`],
    ['too many elements', `<a>${'<b/>'.repeat(200_000)}</a>`],
  ])('refuses %s', (_, xml) => {
    expect(() => read(xml)).toThrow(XmlUnreadable);
  });

  it('refuses what is too long, and bytes that are no UTF-8', () => {
    expect(() => read('<a>0123456789</a>', 10)).toThrow(XmlUnreadable);
    expect(() => readXml(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), { maximumBytes: 100 })).toThrow(
      XmlUnreadable,
    );
  });

  it('refuses an element that stands twice where one is asked for', () => {
    expect(() => findOne(read('<a><b/><b/></a>'), 'b')).toThrow(XmlUnreadable);
  });
});
