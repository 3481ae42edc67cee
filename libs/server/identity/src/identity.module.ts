import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { SessionStrategy } from './sessions/session.strategy.ts';
import { Sessions } from './sessions/sessions.ts';

/** Who someone is and where they may enter. Importing it closes every route that does not say who may. */
@Module({
  providers: [Sessions, SessionStrategy, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Sessions],
})
export class IdentityModule {}
