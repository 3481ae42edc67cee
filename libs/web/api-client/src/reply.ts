import type { paths } from './generated/schema.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation<Path extends keyof paths, Verb extends Method> = Exclude<paths[Path][Verb], undefined>;
type Json<Content> = Content extends { content: { 'application/json': infer Value } } ? Value : never;

/** The body of a successful answer: `Reply<'/wallets/{id}', 'get'>`. */
export type Reply<Path extends keyof paths, Verb extends Method> =
  Operation<Path, Verb> extends { responses: infer Responses }
    ? Json<Responses[keyof Responses & (200 | 201 | 202)]>
    : never;

/** The JSON body of a request: `Body<'/top-ups', 'post'>`. */
export type Body<Path extends keyof paths, Verb extends Method> =
  Operation<Path, Verb> extends { requestBody: infer Request } ? Json<Request> : never;

/** One element of a list answer: `Item<'/guardians/me/children'>`. */
export type Item<Path extends keyof paths> = Reply<Path, 'get'> extends { items: (infer Element)[] } ? Element : never;
