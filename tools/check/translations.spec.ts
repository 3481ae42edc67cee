import { describe, expect, it } from '@jest/globals';
import { untranslated } from './translations.ts';

describe('translations', () => {
  it('are missing where the text is empty, also over several lines', () => {
    const catalog = [
      'msgid ""\nmsgstr ""\n"Language: nn\\n"',
      '#: a.tsx:1\nmsgid "Fyll på"\nmsgstr "Fyll på"',
      '#: b.tsx:1\nmsgid "Betal"\nmsgstr ""',
      '#: c.tsx:1\nmsgid ""\n"Et langt "\n"avsnitt"\nmsgstr ""\n"Eit langt avsnitt"',
      '#: d.tsx:1\nmsgid ""\n"Et annet "\n"avsnitt"\nmsgstr ""',
    ].join('\n\n');
    expect(untranslated(catalog)).toEqual(['Betal', 'Et annet avsnitt']);
  });
});
