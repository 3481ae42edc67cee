import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { validationPipe } from '@kantinekortet/platform';
import type { FastifyRequest } from 'fastify';
import { InvalidCredentials } from '../people/people.errors.ts';
import { SignInRequest } from './sessions.dto.ts';

interface SigningInRequest extends FastifyRequest {
  signingInPersonId?: string;
}

/** Judges e-mail and password. Guards run before pipes, so this one has the body checked itself first. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  private readonly pipe = validationPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SigningInRequest>();
    request.body = await this.pipe.transform(request.body ?? {}, { type: 'body', metatype: SignInRequest });
    await super.canActivate(context);
    return true;
  }

  override getAuthenticateOptions(): { property: string } {
    return { property: 'signingInPersonId' satisfies keyof SigningInRequest };
  }
}

/** Whose e-mail and password they are, on a route behind PasswordGuard. */
export const SigningInPersonId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { signingInPersonId } = context.switchToHttp().getRequest<SigningInRequest>();
  if (!signingInPersonId) throw new InvalidCredentials();
  return signingInPersonId;
});
