export {
  addCatalogs,
  type Catalog,
  type Catalogs,
  currentLanguage,
  isLanguage,
  type Language,
  languageNames,
  languages,
} from './i18n/language.ts';
export { switchLanguage } from './i18n/language.ts';
export { LanguageSwitch } from './i18n/language-switch.tsx';
export { startSpa } from './start-spa.tsx';
export { ThemeSwitch } from './theme/theme-switch.tsx';
export { Wordmark } from './theme/wordmark.tsx';
export { DateTime, Money } from './format/formatted.tsx';
export { type Formats, useFormat } from './format/use-format.ts';
export { AppShell } from './layout/app-shell.tsx';
export { PageHeader } from './layout/page-header.tsx';
export { focusFirst, TitledDialog } from './layout/titled-dialog.tsx';
export { contactEmail } from './layout/contact-email.ts';
export { AccessibilityStatement } from './layout/accessibility-statement.tsx';
export { EmptyState } from './feedback/empty-state.tsx';
export { Loading, Waiting } from './feedback/loading.tsx';
export { ProblemAlert, type ProblemTexts, useProblemText } from './feedback/problem-alert.tsx';
export { NotFound } from './feedback/not-found.tsx';
export { ProblemScreen } from './feedback/problem-screen.tsx';
export { QueryState } from './feedback/query-state.tsx';
export { Form, SubmitButton } from './forms/form.tsx';
export { FormField } from './forms/form-field.tsx';
export { MessageField } from './forms/message-field.tsx';
export { attemptId, dropDraft, keepDraft, readDraft } from './forms/draft.ts';
export { showFieldErrors } from './forms/server-errors.ts';
export { useSingleFlight } from './forms/single-flight.ts';
export { asFile } from './files/as-file.ts';
export { download } from './files/download.ts';
export { SavedFile } from './files/saved-file.tsx';
export { StatementDialog, type StatementWish } from './files/statement-dialog.tsx';
export { osloDay } from './format/oslo-day.ts';
export { QrScanner } from './scanner/qr-scanner.tsx';
export { routerDefaults } from './routing/router-defaults.ts';
export { isOwnPath } from './routing/own-path.ts';
export { readSearch } from './routing/search.ts';
