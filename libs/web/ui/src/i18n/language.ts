import { i18n, type Messages } from '@lingui/core';

export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, so that a person finds it whatever the screen's language is. */
export const languageNames: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** The compiled texts of one language. */
export interface Catalog {
  messages: Messages;
}

/** How an SPA loads its own compiled texts, one lazy import a language. */
export type Catalogs = Record<Language, () => Promise<Catalog>>;

const storageKey = 'kantinekortet.language';

const ownCatalogs: Catalogs = {
  nb: () => import('../locales/nb.po'),
  nn: () => import('../locales/nn.po'),
  en: () => import('../locales/en.po'),
};

const appCatalogs: Catalogs[] = [];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Loads the texts of the stored or the browser's language and shows them; call it once, before the first render. */
export async function startLanguage(catalogs: Catalogs): Promise<void> {
  appCatalogs.push(catalogs);
  await show(preferredLanguage());
}

/**
 * Adds the texts of a feature, in the language on the screen and each one after; await it before drawing.
 * `files` are the catalogs that Vite's glob finds, by paths that end in the language: `./locales/nb.po`.
 */
export async function addCatalogs(files: Record<string, () => Promise<Catalog>>): Promise<void> {
  const inLanguage = (language: Language) => async () => {
    const load = Object.entries(files).find(([path]) => path.replaceAll(/^.*\/|\.po$/g, '') === language)?.[1];
    return load === undefined ? { messages: {} } : load();
  };
  appCatalogs.push({ nb: inLanguage('nb'), nn: inLanguage('nn'), en: inLanguage('en') });
  await show(currentLanguage());
}

/** Switches the language of every text, of `<html lang>` and of the next visit. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await show(language);
}

/** The language on the screen now. */
export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : 'nb';
}

async function show(language: Language): Promise<void> {
  const loaded = await Promise.all([ownCatalogs, ...appCatalogs].map((catalogs) => catalogs[language]()));
  const messages: Messages = {};
  for (const catalog of loaded) Object.assign(messages, catalog.messages);
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

function preferredLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (isLanguage(stored)) return stored;
  const prefixes = navigator.languages.map((tag) => tag.slice(0, 2));
  return prefixes.map((prefix) => (prefix === 'no' ? 'nb' : prefix)).find(isLanguage) ?? 'nb';
}
