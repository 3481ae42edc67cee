export { findAll, findOne, readXml, XmlUnreadable, type XmlElement } from './read-xml.ts';
