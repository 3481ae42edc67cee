export { earlierTransactionsEnd } from './earlier-transactions.ts';
export { HttpClient, type Answer, type SpaName } from './http-client.ts';
export type { CaughtMail } from './mail-catcher.ts';
export { readPdf, type ReadPage } from './read-pdf.ts';
export { startTestApi, type TestApi } from './test-api.ts';
export { TestClock } from './test-clock.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
