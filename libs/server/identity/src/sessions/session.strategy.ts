import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { NotSignedIn } from '../access/access.errors.ts';
import { appOf } from '../access/apps.ts';
import type { Principal } from '../access/principal.ts';
import { tokenOf } from './session-cookie.ts';
import { Sessions } from './sessions.ts';

/** Passport's view of a session: the cookie of the app that the request names, and of no other. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    super();
    this.sessions = sessions;
  }

  async validate(request: FastifyRequest): Promise<Principal> {
    const app = appOf(request);
    const token = app && tokenOf(request, app);
    const principal = app && token ? await this.sessions.find(app, token) : undefined;
    if (!principal) throw new NotSignedIn();
    return principal;
  }
}
