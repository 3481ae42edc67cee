import type { Language } from '@kantinekortet/platform';

interface Notes {
  readonly withoutText: string;
  readonly shortened: string;
  readonly dropped: (name: string) => string;
}

/** What we say within a message that came by mail. */
export const mailNotes: Readonly<Record<Language, Notes>> = {
  nb: {
    withoutText: '(uten tekst)',
    shortened: '[Teksten var for lang. Resten er ikke med.]',
    dropped: (name) => `[Filen «${name}» er ikke med. Vi tar bilder og PDF, høyst 10 MB hver og 20 i en sak.]`,
  },
  nn: {
    withoutText: '(utan tekst)',
    shortened: '[Teksten var for lang. Resten er ikkje med.]',
    dropped: (name) => `[Fila «${name}» er ikkje med. Vi tek bilete og PDF, høgst 10 MB kvar og 20 i ei sak.]`,
  },
  en: {
    withoutText: '(no text)',
    shortened: '[The text was too long. The rest is left out.]',
    dropped: (name) =>
      `[The file “${name}” is left out. We take pictures and PDF, at most 10 MB each and 20 in a case.]`,
  },
};
