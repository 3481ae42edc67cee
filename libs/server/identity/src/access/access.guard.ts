import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Config } from '@kantinekortet/platform';
import { accessRuleKey, type AccessRule } from './access.decorators.ts';
import { NotAllowed, NotSignedIn } from './access.errors.ts';
import type { AuthenticatedRequest } from './authenticated-request.ts';
import { assertAllowed } from './judge.ts';
import { assertOwnPage } from './own-page.ts';

/** Stands before every route: closed unless the route says who may enter. */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  private readonly reflector: Reflector;
  private readonly config: Config;

  constructor(reflector: Reflector, config: Config) {
    super();
    this.reflector = reflector;
    this.config = config;
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessRuleKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new NotAllowed();
    if (rule.kind === 'webhook') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    assertOwnPage(request, this.config);
    if (rule.kind === 'public') return true;
    await super.canActivate(context);
    if (!request.user) throw new NotSignedIn();
    assertAllowed(request.user, rule.anyOf, schoolIdOf(request.params));
    return true;
  }
}

function schoolIdOf(parameters: unknown): string | undefined {
  if (typeof parameters !== 'object' || parameters === null || !('schoolId' in parameters)) return undefined;
  return String(parameters.schoolId).toLowerCase();
}
