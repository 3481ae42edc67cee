import { create } from 'xmlbuilder2';
import { whyNotWellFormed } from './well-formed.ts';

/** An element as it was read. `name` is without its prefix; `text` is what stands directly in it, without the ends' spaces. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** These bytes are no XML that we read; the message says why, in English. */
export class XmlUnreadable extends Error {}

/** xmlbuilder2 does not export the type of its nodes; these are the parts of DOM that are read here. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const textTypes: ReadonlySet<number> = new Set([3, 4]);
const latin1 = /^<\?xml [^>]*encoding=["']ISO-8859-1["']/i;

/**
 * Reads a document of another system: strict, without document type or entities, at most so many bytes, in UTF-8 or
 * ISO-8859-1. Throws XmlUnreadable.
 */
export function readXml(bytes: Uint8Array, { maximumBytes }: { readonly maximumBytes: number }): XmlElement {
  if (bytes.length > maximumBytes) throw new XmlUnreadable(`it is longer than ${maximumBytes} bytes`);
  const xml = decode(bytes);
  // The parser takes broken nesting and unknown entities as they come, so they are judged before.
  const wrong = whyNotWellFormed(xml);
  if (wrong !== undefined) throw new XmlUnreadable(wrong);
  const root: unknown = create(xml).root().node;
  if (!isElement(root)) throw new XmlUnreadable('it has no element');
  return toElement(root);
}

function decode(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  try {
    return new TextDecoder(latin1.test(start) ? 'latin1' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlUnreadable('it is not in UTF-8');
  }
}

interface DomElement extends DomNode {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

function toElement(node: DomElement): XmlElement {
  const inside = [...node.childNodes];
  return {
    name: node.localName,
    namespace: node.namespaceURI,
    attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    children: inside.filter(isElement).map(toElement),
    text: inside
      .filter(({ nodeType }) => textTypes.has(nodeType))
      .map(({ nodeValue }) => nodeValue ?? '')
      .join('')
      .trim(),
  };
}

function isElement(node: unknown): node is DomElement {
  return typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === 1;
}

/** The elements that a path of names leads to, in their order. */
export function findAll(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

/** The one element that a path leads to; undefined when there is none. Throws XmlUnreadable when there are several. */
export function findOne(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  const found = findAll(element, ...path);
  if (found.length > 1) throw new XmlUnreadable(`${path.join('/')} stands ${found.length} times`);
  return found[0];
}
