import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { WalletModule } from '@kantinekortet/wallet';
import { AccessGuard } from './access/access.guard.ts';
import { InstallationService } from './installation/installation.service.ts';
import { DeferredLetters } from './letters/deferred-letters.ts';
import { Letters } from './letters/letters.ts';
import { LinkTokens } from './link-tokens.ts';
import { Passwords } from './passwords/passwords.ts';
import { EmailChangeService } from './people/email-change.service.ts';
import { GuardiansController } from './people/guardians.controller.ts';
import { PasswordChangeService } from './people/password-change.service.ts';
import { PasswordCheck } from './people/password-check.ts';
import { PasswordResetService } from './people/password-reset.service.ts';
import { PasswordResetsController } from './people/password-resets.controller.ts';
import { People } from './people/people.ts';
import { ProfileService } from './people/profile.service.ts';
import { SignUpService } from './people/sign-up.service.ts';
import { PasswordStrategy } from './sessions/password.strategy.ts';
import { SessionStrategy } from './sessions/session.strategy.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { Sessions } from './sessions/sessions.ts';
import { SignInService } from './sessions/sign-in.service.ts';
import { InvitationsController } from './staff/invitations.controller.ts';
import { InvitationsService } from './staff/invitations.service.ts';
import { StaffController } from './staff/staff.controller.ts';
import { StaffService } from './staff/staff.service.ts';
import { Sweeper } from './sweeper.ts';
import { Tries } from './tries.ts';

/** Who someone is and where they may enter. Importing it closes every route that does not say who may. */
@Module({
  imports: [WalletModule],
  controllers: [
    GuardiansController,
    SessionsController,
    PasswordResetsController,
    StaffController,
    InvitationsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    SessionStrategy,
    PasswordStrategy,
    Sessions,
    SignInService,
    Passwords,
    PasswordCheck,
    Tries,
    LinkTokens,
    Letters,
    DeferredLetters,
    People,
    ProfileService,
    SignUpService,
    PasswordResetService,
    PasswordChangeService,
    EmailChangeService,
    StaffService,
    InvitationsService,
    InstallationService,
    Sweeper,
  ],
  exports: [Sessions, InstallationService, LinkTokens, Passwords],
})
export class IdentityModule {}
