import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { DomainError, statusOfKind } from './domain-error.ts';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly [fact: string]: unknown;
}

/** The whole error policy: everything that is thrown leaves as RFC 9457 `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (toProblem(thrown).status >= 500 && !(thrown instanceof DomainError)) this.logger.error(thrown);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(thrown, request, reply);
  }
}

/** Answers with what was thrown as a problem. The filter does so for routes, the server for what never reaches one. */
export function sendProblem(
  thrown: unknown,
  { id }: Pick<FastifyRequest, 'id'>,
  reply: Pick<FastifyReply, 'header' | 'status'>,
): void {
  const problem = toProblem(thrown);
  const retryAfter = thrown instanceof DomainError ? thrown.extra.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  void reply
    .status(problem.status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: STATUS_CODES[problem.status], instance: id, ...problem });
}

function toProblem(thrown: unknown): Problem {
  if (thrown instanceof DomainError) {
    const { errors, facts } = thrown.extra;
    const status = statusOfKind[thrown.kind];
    return { ...facts, status, code: thrown.code, detail: thrown.message, ...(errors ? { errors } : {}) };
  }
  if (thrown instanceof HttpException) {
    return { status: thrown.getStatus(), code: httpCode(thrown.getStatus()), detail: thrown.message };
  }
  const status = statusOf(thrown);
  if (status !== undefined) return { status, code: httpCode(status), detail: 'The request could not be read.' };
  return { status: 500, code: 'internal_error', detail: 'Something went wrong on our side. Nothing was changed.' };
}

/** Fastify's own refusals (body too large, malformed JSON) carry a client status. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return undefined;
  const { statusCode } = thrown;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}

function httpCode(status: number): string {
  return (STATUS_CODES[status] ?? 'error').toLowerCase().replace(/[^a-z]+/g, '_');
}
