export { createApi, type Api, type AppName } from './api.ts';
export { ApiProblem, problemOf, type FieldProblem } from './api-problem.ts';
export { createQueryClient } from './query-client.ts';
export { changeSession, type Session, sessionQueryOf, unlessSignedOut } from './session.ts';
export { newId } from './new-id.ts';
export type { Body, Item, Reply } from './reply.ts';
export type { paths } from './generated/schema.ts';
