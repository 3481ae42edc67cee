import type { EntityManager } from 'typeorm';

/** An open transaction. Whatever writes takes it as its first argument; the use case opens it. */
export type Tx = EntityManager;
