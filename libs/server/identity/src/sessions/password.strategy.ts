import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { PasswordCheck } from '../people/password-check.ts';

/** Passport's view of an e-mail and a password in the body, which PasswordGuard has checked for shape. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  private readonly passwordCheck: PasswordCheck;

  constructor(passwordCheck: PasswordCheck) {
    super({ usernameField: 'email', passReqToCallback: true });
    this.passwordCheck = passwordCheck;
  }

  /** The person's id. */
  validate(request: FastifyRequest, email: string, password: string): Promise<string> {
    return this.passwordCheck.assertRight(email, password, request.ip);
  }
}
