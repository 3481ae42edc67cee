import { SignInAgain } from './access.errors.ts';
import type { PersonPrincipal } from './principal.ts';

const recentMs = 10 * 60 * 1_000;

/** Throws SignInAgain when the caller's password was given more than ten minutes ago. */
export function mustHaveJustSignedIn({ signedInAt }: Pick<PersonPrincipal, 'signedInAt'>, now: Date): void {
  if (now.getTime() - signedInAt.getTime() > recentMs) throw new SignInAgain();
}
