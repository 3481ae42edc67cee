const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/;
/** Characters that no XML 1.0 document has (its production 2, `Char`). */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const characterReference = /&#(?:x([\dA-Fa-f]+)|(\d+));/g;

const declaration = /^\uFEFF?<\?xml [^<>?]*\?>/;
const token = new RegExp(
  String.raw`<!--(?:(?!--)[^])*-->|<!\[CDATA\[(?:(?!\]\]>)[^])*\]\]>|` +
    String.raw`<(?<end>/?)(?<name>${name})(?<attributes>(?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>|(?<text>[^<]+)`,
  'y',
);
const attributeName = new RegExp(String.raw`\s(${name})\s*=\s*(?:"[^"]*"|'[^']*')`, 'g');

const maximumDepth = 40;
const maximumElements = 200_000;
/** The parser looks through an element's attributes again for each one: of 20,000 it made eight seconds. */
const maximumAttributes = 100;

/**
 * Why a text is no well-formed XML document of the plain kind that banks and payment systems send; undefined when it is.
 * No document type, no entities of its own, no processing instructions: what could make a reader fetch, expand or run
 * something is refused before anything is read.
 */
export function whyNotWellFormed(xml: string): string | undefined {
  if (!hasOnlyCharacters(xml) || !hasOnlyCharacters(numbered(xml))) return 'it has a character that XML cannot have';
  const open: string[] = [];
  let elements = 0;
  token.lastIndex = declaration.exec(xml)?.[0].length ?? 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const groups = token.exec(xml)?.groups;
    if (groups === undefined) return `what stands at character ${at + 1} is not understood`;
    const outside = open.length === 0;
    if (groups['text'] !== undefined) {
      if (reference.test(groups['text'])) return 'it has an entity of its own';
      if (outside && groups['text'].trim() !== '') return 'text stands outside its element';
    } else if (groups['name'] === undefined) {
      if (outside && xml.startsWith('<![CDATA[', at)) return 'text stands outside its element';
    } else if (groups['end'] === '/') {
      if (groups['attributes'] !== '' || groups['empty'] === '/' || open.pop() !== groups['name'])
        return `</${groups['name']}> closes nothing`;
    } else {
      elements += 1;
      if (outside && elements > 1) return 'it has more than one root';
      if (elements > maximumElements || open.length >= maximumDepth) return 'it is too large or too deep';
      const wrong = whyNotAttributes(groups['attributes'] ?? '');
      if (wrong !== undefined) return wrong;
      if (groups['empty'] !== '/') open.push(groups['name']);
    }
  }
  if (elements === 0) return 'it has no element';
  return open.length === 0 ? undefined : `<${open.at(-1) ?? ''}> is not closed`;
}

function hasOnlyCharacters(text: string): boolean {
  return !illegal.test(text) && text.isWellFormed();
}

/** The characters that a text writes as numbers; NUL for those beyond Unicode. */
function numbered(xml: string): string {
  const points = Array.from(xml.matchAll(characterReference), ([, hexadecimal, decimal = '']) =>
    hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16),
  );
  return points.map((point) => String.fromCodePoint(point > 0x10ffff ? 0 : point)).join(' ');
}

function whyNotAttributes(attributes: string): string | undefined {
  if (reference.test(attributes)) return 'it has an entity of its own';
  const names = [...attributes.matchAll(attributeName)].map(([, attribute]) => attribute);
  if (names.length > maximumAttributes) return 'an element has too many attributes';
  return new Set(names).size === names.length ? undefined : 'an attribute stands twice';
}
