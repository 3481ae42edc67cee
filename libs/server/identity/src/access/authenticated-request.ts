import type { FastifyRequest } from 'fastify';
import type { Principal } from './principal.ts';

/** A request after the guard; Passport names the caller `user`. */
export interface AuthenticatedRequest extends FastifyRequest {
  user?: Principal;
}
