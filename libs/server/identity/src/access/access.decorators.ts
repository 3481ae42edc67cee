import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { NotSignedIn } from './access.errors.ts';
import type { Principal } from './principal.ts';
import type { AuthenticatedRequest } from './authenticated-request.ts';

/**
 * `person`: anyone signed in, in the parent portal or the office. `guardian`: the same in the parent portal.
 * `office`: an office role; `support`: an office or support role; at the route's `:schoolId` if it has one, else at
 * any school. `register`: a paired till.
 */
export type Access = 'person' | 'guardian' | 'office' | 'support' | 'register';

export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'webhook' }
  | { readonly kind: 'requires'; readonly anyOf: readonly Access[] };

export const accessRuleKey = 'kantinekortet:access';

/** Open to everyone; unsafe methods still have to come from a page of ours. */
export function Public(): CustomDecorator {
  return SetMetadata(accessRuleKey, { kind: 'public' } satisfies AccessRule);
}

/** Called by another server, which proves itself by a signature that the route checks. */
export function Webhook(): CustomDecorator {
  return SetMetadata(accessRuleKey, { kind: 'webhook' } satisfies AccessRule);
}

/** Open to callers with any of these. A route that says nothing is closed. */
export function Requires(...anyOf: [Access, ...Access[]]): CustomDecorator {
  return SetMetadata(accessRuleKey, { kind: 'requires', anyOf } satisfies AccessRule);
}

/** The caller, on a route with `@Requires`: its declared type is the one that the rule lets in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!user) throw new NotSignedIn();
  return user;
});
